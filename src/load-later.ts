import type { DiffOptions, Edition, EditionDiff } from './diff/diff-reports.ts'
import type { Rules } from './rules/load-rules.ts'

/*
 * What takes long to load is loaded at the first call, so that a program that imports the library starts at once and a
 * PDF is read while the rest is loaded.
 */

/**
 * Reads, checks and compiles the rules of a report family.
 *
 * @param folder that of the rules of the package where left out
 * @throws RulesError with all faults of all files, where there is any
 */
export async function loadRules(folder?: string): Promise<Rules> {
  const loaded = await import('./rules/load-rules.ts')
  return loaded.loadRules(folder)
}

/** The JSON Schema (draft 2020-12) of a family's `report.json`. Equal rules give an equal object, key order included. */
export async function reportJsonSchema(rules: Rules): Promise<object> {
  const loaded = await import('./report/json-schema.ts')
  return loaded.reportJsonSchema(rules)
}

/**
 * Compares two editions of one report: what differs, what it means, where it stands.
 *
 * @param rules those by which both were read
 */
export async function diffReports(
  old: Edition,
  next: Edition,
  rules: Rules,
  options: DiffOptions = {},
): Promise<EditionDiff> {
  const loaded = await import('./diff/diff-reports.ts')
  return loaded.diffReports(old, next, rules, options)
}
