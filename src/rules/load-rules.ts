import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedRules, checkRules } from './check-rules.ts'
import type { Rules } from './compile-rules.ts'
import { RULE_FILE_NAMES } from './rule-files.ts'
import { RulesError, type RulesProblem } from './rules-error.ts'
import { defaultRulesFolder } from './rules-folder.ts'

export type {
  CompiledColumn,
  CompiledFigures,
  CompiledGroup,
  CompiledOutline,
  CompiledPart,
  CompiledSection,
  CompiledTable,
  CompiledText,
} from './compile-outline.ts'
export type { CompiledFamily, CompiledFurniture, CompiledMarker, Rules } from './compile-rules.ts'
export type { ContactRules } from './contact-rules.ts'
export type { RepairRules } from './repair-rules.ts'
export type { Settings } from './settings-rules.ts'
export type { CompiledTextRules } from './text-rules.ts'

/**
 * Reads, checks and compiles the rules of a report family.
 *
 * @throws RulesError with all faults of all files, where there is any
 */
export async function loadRules(folder: string = defaultRulesFolder()): Promise<Rules> {
  const names = await listJson(folder)
  const missing = RULE_FILE_NAMES.filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !RULE_FILE_NAMES.includes(name))
  const present = RULE_FILE_NAMES.filter((name) => names.includes(name))
  const texts = await Promise.all(
    present.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  )
  const { rules, problems } = checkOnce(texts)
  const all = [
    ...missing.map((name) => wholeFile(name, 'this file is missing')),
    ...unknown.map((name) => wholeFile(name, `no rule file has this name; there are ${RULE_FILE_NAMES.join(', ')}`)),
    ...problems,
  ]
  if (rules === null || all.length > 0) throw new RulesError(folder, all)
  return rules
}

/** The texts checked last; a program that reads many documents checks the same ones each time. */
let last: { readonly texts: string; readonly checked: CheckedRules } | null = null

function checkOnce(texts: readonly (readonly [name: string, text: string])[]): CheckedRules {
  const key = JSON.stringify(texts)
  if (last?.texts !== key) last = { texts: key, checked: checkRules(new Map(texts)) }
  return last.checked
}

async function listJson(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new RulesError(folder, [wholeFile('', `the folder cannot be read: ${reason}`)])
  }
}

function wholeFile(file: string, what: string): RulesProblem {
  return { file, where: '', line: null, what }
}
