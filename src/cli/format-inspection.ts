import { join } from 'node:path'
import type { RulesCounts, RulesInspection } from '../rules/inspect-rules.ts'
import { describeProblem, type RulesProblem } from '../rules/rules-error.ts'
import { printable } from '../showing/printable.ts'

/** What was found in a rules folder. */
export interface CheckedFolder extends RulesInspection {
  /** As written on the command line. */
  readonly folder: string
}

/**
 * What was found in a rules folder, safe to print, each line with a line feed: one line that sums up, then one for each
 * fault and warning. Their files are paths that can be opened from where the command was written.
 */
export function formatInspection({ folder, faults, warnings, counts }: CheckedFolder): string {
  const sum = [
    ...(counts === null ? [numberOf(faults.length, 'fault')] : [describeCounts(counts)]),
    ...(warnings.length === 0 ? [] : [numberOf(warnings.length, 'warning')]),
  ]
  const lines = [
    `${folder}: ${sum.join('; ')}`,
    ...faults.map((fault) => `  error    ${inFolder(folder, fault)}`),
    ...warnings.map((warning) => `  warning  ${inFolder(folder, warning)}`),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

function inFolder(folder: string, problem: RulesProblem): string {
  return describeProblem(problem.file === '' ? problem : { ...problem, file: join(folder, problem.file) })
}

function describeCounts(counts: RulesCounts): string {
  const { language, familyFiles, languageFiles, ownLanguageFiles } = counts
  const own = ownLanguageFiles === 0 ? '' : ` (${ownLanguageFiles} of them in the folder)`
  return [
    `${numberOf(familyFiles, 'file')} of the family, ${languageFiles} of the language "${language}"${own}`,
    [numberOf(counts.sections, 'section'), numberOf(counts.fields, 'field'), numberOf(counts.tables, 'table')].join(
      ', ',
    ),
    `${numberOf(counts.patterns, 'pattern')}, ${numberOf(counts.examples, 'example')} hold`,
  ].join('; ')
}

function numberOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
