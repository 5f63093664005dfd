import { isAtLeast, openChanges, type PlacedChange } from '../diff-reports.ts'
import { findingWords } from './diff-words.ts'
import { escapedMarkup } from '../../showing/escaped-markup.ts'
import type { Format, FormatContext } from './format.ts'
import { groupChanges } from './grouped-changes.ts'
import { oneLine, showChange } from './shown-change.ts'

/** JUnit XML: a suite for each chapter, a case for each change; a case fails from the level of `--fail-on` on. */
export const formatJunit: Format = (diff, context) => {
  const groups = groupChanges(openChanges(diff), diff, context.rules.outline.entity.key)
  const suites = groups.map(({ name, changes }) =>
    suite(
      name,
      changes.map((change) => testCase(change, context)),
    ),
  )
  const findings = findingWords(diff)
  const own = findings.map(({ severity, words }, index) => ({
    isFailure: severity === 'error' && context.failOn !== null,
    xml: caseXml(severity, `finding ${String(index + 1)}`, words, severity === 'error' && context.failOn !== null),
  }))
  const all = [...suites, ...(own.length === 0 ? [] : [suite('comparison', own)])]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="edition diff">\n${all.join('')}</testsuites>\n`
}

interface Case {
  readonly isFailure: boolean
  readonly xml: string
}

function suite(name: string, cases: readonly Case[]): string {
  const failures = cases.filter(({ isFailure }) => isFailure).length
  const counts = `tests="${String(cases.length)}" failures="${String(failures)}" errors="0" skipped="0"`
  return `  <testsuite name="${escapedMarkup(name)}" ${counts}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`
}

function testCase(change: PlacedChange, { failOn }: FormatContext): Case {
  const isFailure = failOn !== null && isAtLeast(change.level, failOn)
  return {
    isFailure,
    xml: caseXml(change.level, `${change.kind} ${change.path}`, oneLine(showChange(change)), isFailure),
  }
}

function caseXml(type: string, name: string, text: string, isFailure: boolean): string {
  const said = escapedMarkup(text)
  const outcome = isFailure
    ? `<failure type="${escapedMarkup(type)}" message="${said}">${said}</failure>`
    : `<system-out>${escapedMarkup(type)}: ${said}</system-out>`
  return `    <testcase classname="${escapedMarkup(type)}" name="${escapedMarkup(name)}">${outcome}</testcase>\n`
}
