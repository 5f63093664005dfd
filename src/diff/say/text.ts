import { printable } from '../../showing/printable.ts'
import type { Level } from '../../rules/levels.ts'
import type { Stretch } from '../compare/compare-words.ts'
import { type EditionDiff, openChanges, type PlacedChange } from '../diff-reports.ts'
import { causeWords, editionWords, findingWords } from './diff-words.ts'
import type { Format, FormatContext } from './format.ts'
import { groupChanges, summaryOf } from './grouped-changes.ts'
import { elided, showChange, type ShownChange, shownSpots } from './shown-change.ts'

type Colors = FormatContext['colors']

/** For reading: by chapter, changed words in place, a summary at the end. */
export const formatText: Format = (diff, { rules, colors, showsAccepted }) => {
  const shown = showsAccepted ? diff.changes : openChanges(diff)
  const groups = groupChanges(shown, diff, rules.outline.entity.key)
  const lines = [
    `${colors.bold(printable(editionWords(diff.old)))} → ${colors.bold(printable(editionWords(diff.new)))}`,
    causeWords(diff.cause),
    ...groups.flatMap(({ name, entity, changes }) => [
      '',
      colors.bold(printable(entity === null || entity === name ? name : `${name} (${entity})`)),
      ...changes.flatMap((change) => formatChange(showChange(change), colors)),
    ]),
    '',
    ...findingWords(diff).map(({ severity, words }) => `${paintedSeverity(severity, colors)} ${printable(words)}`),
    summaryLine(diff, colors),
  ]
  return `${lines.join('\n')}\n`
}

/** One change as the text format shows it, without its chapter. */
export function formatChange(shown: ShownChange, colors: Colors): readonly string[] {
  const { change, place, remarks } = shown
  const notes = [...remarks, ...shownSpots(change), ...acceptedNote(change)]
  const head = `  ${painted(change.level, colors)} ${change.kind.padEnd(7)}  ${printable(place)}`
  return [
    notes.length === 0 ? head : `${head}  ${colors.dim(printable(`[${notes.join('; ')}]`))}`,
    ...formatValues(shown, colors),
  ]
}

function acceptedNote({ accepted }: PlacedChange): readonly string[] {
  return accepted === null ? [] : [`accepted by ${accepted.author}: ${accepted.reason}`]
}

function formatValues({ before, after, words, change }: ShownChange, colors: Colors): readonly string[] {
  if (words !== null) return inPlace(words, colors).map((line) => `      ${line}`)
  const isWhole = change.subject === 'entity' || change.subject === 'section'
  if (isWhole && change.kind !== 'renamed') return []
  return [
    ...linesOf(before).map((line) => colors.red(`    - ${line}`)),
    ...linesOf(after).map((line) => colors.green(`    + ${line}`)),
  ]
}

/** Characters of a value that are shown. */
const LONGEST = 400

function linesOf(value: string | null): readonly string[] {
  if (value === null || value === '') return []
  const points = [...value]
  const shown =
    points.length <= LONGEST ? value : `${points.slice(0, LONGEST).join('')} … (${String(points.length)} characters)`
  return shown.split('\n').map(printable)
}

/** `… sechs Worte davor [-alt-] {+neu+} und danach …`, with one line per line of the text. */
function inPlace(words: readonly Stretch[], colors: Colors): readonly string[] {
  const parts = words.map(({ isSame, before, after }, index) => {
    if (isSame) return printableKeepingLines(elided(before, index > 0, index < words.length - 1))
    const gone = before === '' ? '' : marked(before, colors.isColorSupported ? colors.red : (text) => `[-${text}-]`)
    const come = after === '' ? '' : marked(after, colors.isColorSupported ? colors.green : (text) => `{+${text}+}`)
    return gone + come
  })
  return parts.join('').trimEnd().split('\n')
}

function marked(text: string, mark: (text: string) => string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : mark(printable(line))))
    .join('\n')
}

function printableKeepingLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}

function summaryLine(diff: EditionDiff, colors: Colors): string {
  const open = openChanges(diff)
  const accepted = diff.changes.length - open.length
  const summary = open.length === 0 && accepted > 0 ? 'no open changes' : summaryOf(open)
  return colors.bold(accepted === 0 ? summary : `${summary}; ${String(accepted)} accepted`)
}

function painted(level: Level, colors: Colors): string {
  const paint = { breaking: colors.red, suspicious: colors.yellow, content: colors.cyan, cosmetic: colors.dim }[level]
  return paint(level.padEnd(10))
}

function paintedSeverity(severity: 'error' | 'warning', colors: Colors): string {
  return severity === 'error' ? colors.red('error:') : colors.yellow('warning:')
}
