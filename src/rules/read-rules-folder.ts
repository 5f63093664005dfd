import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LANGUAGE_FILE_NAMES } from './rule-files.ts'
import { RulesError, wholeFile } from './rules-error.ts'
import { languageFolder } from './rules-folder.ts'

/** The texts of the rule files of a family, by file name. */
export interface RulesFolder {
  /** What the folder holds. */
  readonly own: ReadonlyMap<string, string>
  /** What the package knows about the language of the report; nothing where it does not know the language. */
  readonly shared: ReadonlyMap<string, string>
}

/**
 * Reads a rules folder and, beside it, what the package has for its language.
 *
 * @throws RulesError where the folder cannot be read
 */
export async function readRulesFolder(folder: string): Promise<RulesFolder> {
  const own = await readFamily(folder)
  return { own, shared: await readLanguage(own.get('report.json')) }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'this is no folder',
}

async function readFamily(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    return await readJsonFiles(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const message = error instanceof Error ? error.message : String(error)
    throw new RulesError(folder, [wholeFile('', REASONS[code] ?? `the folder cannot be read: ${message}`)])
  }
}

/** What the package knows about the language that a `report.json` names; nothing where it names none it knows. */
async function readLanguage(family: string | undefined): Promise<ReadonlyMap<string, string>> {
  const language = /"language"\s*:\s*"(?<language>[a-z]{2,3})[-"]/u.exec(family ?? '')?.groups?.['language'] ?? 'de'
  const files = await readJsonFiles(languageFolder(language)).catch(() => new Map<string, string>())
  return new Map([...files].filter(([name]) => LANGUAGE_FILE_NAMES.includes(name)))
}

async function readJsonFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}
