import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedRules, checkRules } from './check-rules.ts'
import type { Rules } from './compile-rules.ts'
import { LANGUAGE_FILE_NAMES, RULE_FILE_NAMES } from './rule-files.ts'
import { RulesError, type RulesProblem } from './rules-error.ts'
import { defaultRulesFolder, languageFolder } from './rules-folder.ts'

export {
  type CompiledColumn,
  type CompiledField,
  type CompiledFigure,
  type CompiledGroup,
  type CompiledOutline,
  type CompiledPart,
  type CompiledSection,
  type CompiledTable,
  isField,
} from './compile-outline.ts'
export type { CompiledFamily, CompiledFurniture, CompiledMarker, Rules } from './compile-rules.ts'
export type { ContactRules } from './contact-rules.ts'
export type { RepairRules } from './repair-rules.ts'
export type { Settings } from './settings-rules.ts'
export type { CompiledTextRules } from './text-rules.ts'

/**
 * Reads, checks and compiles the rules of a report family. Files that tell what a language is like need not be in the
 * folder: the package has them.
 *
 * @throws RulesError with all faults of all files, where there is any
 */
export async function loadRules(folder: string = defaultRulesFolder()): Promise<Rules> {
  const own = await readFamily(folder)
  const shared = await readLanguage(own.get('report.json'))
  const texts = RULE_FILE_NAMES.flatMap((name): readonly (readonly [string, string])[] => {
    const text = own.get(name) ?? shared.get(name)
    return text === undefined ? [] : [[name, text]]
  })
  const missing = RULE_FILE_NAMES.filter((name) => !texts.some(([present]) => present === name))
  const unknown = [...own.keys()].filter((name) => !RULE_FILE_NAMES.includes(name))
  const { rules, problems } = checkOnce(texts)
  const all = [
    ...missing.map((name) => wholeFile(name, whyMissing(name, own.has('report.json')))),
    ...unknown.map((name) => wholeFile(name, `no rule file has this name; there are ${RULE_FILE_NAMES.join(', ')}`)),
    ...problems,
  ]
  if (rules === null || all.length > 0) throw new RulesError(folder, all)
  return rules
}

function whyMissing(name: string, hasFamily: boolean): string {
  return hasFamily && LANGUAGE_FILE_NAMES.includes(name)
    ? 'this file is missing, and the package has none for the language that report.json names'
    : 'this file is missing'
}

/** The texts checked last; a program that reads many documents checks the same ones each time. */
let last: { readonly texts: string; readonly checked: CheckedRules } | null = null

function checkOnce(texts: readonly (readonly [name: string, text: string])[]): CheckedRules {
  const key = JSON.stringify(texts)
  if (last?.texts !== key) last = { texts: key, checked: checkRules(new Map(texts)) }
  return last.checked
}

async function readFamily(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    return await readJsonFiles(folder)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new RulesError(folder, [wholeFile('', `the folder cannot be read: ${reason}`)])
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

function wholeFile(file: string, what: string): RulesProblem {
  return { file, where: '', line: null, what }
}
