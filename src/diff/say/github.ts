import type { Level } from '../../rules/levels.ts'
import { printable } from '../../showing/printable.ts'
import { openChanges, type PlacedChange } from '../diff-reports.ts'
import { findingWords } from './diff-words.ts'
import type { Format, FormatContext } from './format.ts'
import { summaryOf } from './grouped-changes.ts'
import { oneLine, showChange } from './shown-change.ts'

const COMMANDS: Readonly<Record<Level, string>> = {
  breaking: 'error',
  suspicious: 'warning',
  content: 'notice',
  cosmetic: 'notice',
}

/** Workflow commands of GitHub Actions: an annotation for each change, at its line in the new `report.json`. */
export const formatGithub: Format = (diff, context) => {
  const open = openChanges(diff)
  const lines = [
    ...open.map((change) => annotation(change, context)),
    ...findingWords(diff).map(({ severity, words }) => `::${severity}::${escapedData(words)}`),
    escapedData(summaryOf(open)),
  ]
  return `${lines.join('\n')}\n`
}

function annotation(change: PlacedChange, { newFile, lineOf }: FormatContext): string {
  const pointer = change.new?.pointer ?? parentOf(change.old?.pointer ?? '')
  const line = lineOf(pointer)
  const place = newFile === null || line === null ? [] : [`file=${escapedProperty(newFile)}`, `line=${String(line)}`]
  const title = escapedProperty(`${change.level}: ${change.kind} ${change.path}`)
  return `::${COMMANDS[change.level]} ${[...place, `title=${title}`].join(',')}::${escapedData(oneLine(showChange(change)))}`
}

/** Of what is gone, the place where it would stand. */
function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** A line that begins with `::` is a command to the runner; escaped, it is text. */
function escapedData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
