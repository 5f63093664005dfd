import { type CheckedRules, checkRules } from './check-rules.ts'
import type { Rules } from './compile-rules.ts'
import { readRulesFolder, type RulesFolder } from './read-rules-folder.ts'
import { LANGUAGE_FILE_NAMES, RULE_FILE_NAMES } from './rule-files.ts'
import { RulesError, wholeFile } from './rules-error.ts'
import { defaultRulesFolder } from './rules-folder.ts'

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
  const { rules, problems } = checkFolder(await readRulesFolder(folder))
  if (rules === null) throw new RulesError(folder, problems)
  return rules
}

/** Checks the files of a folder together with those of its language, and compiles them where there is no fault. */
export function checkFolder({ own, shared }: RulesFolder): CheckedRules {
  const texts = RULE_FILE_NAMES.flatMap((name): readonly (readonly [string, string])[] => {
    const text = own.get(name) ?? shared.get(name)
    return text === undefined ? [] : [[name, text]]
  })
  const missing = RULE_FILE_NAMES.filter((name) => !texts.some(([present]) => present === name))
  const unknown = [...own.keys()].filter((name) => !RULE_FILE_NAMES.includes(name))
  const checked = checkOnce(texts)
  const all = [
    ...missing.map((name) => wholeFile(name, whyMissing(name, own.has('report.json')))),
    ...unknown.map((name) => wholeFile(name, `no rule file has this name; there are ${RULE_FILE_NAMES.join(', ')}`)),
    ...checked.problems,
  ]
  return all.length === 0 ? checked : { rules: null, problems: all }
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
