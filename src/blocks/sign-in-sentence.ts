import type { Line } from '../layout/line.ts'
import type { LineMarkers, MarkedLine } from './list-marker.ts'
import { type ColumnFlow, paragraphBreak } from './paragraph-break.ts'
import type { BlockLines, BlockRules } from './build-blocks.ts'

/** Weight of a paragraph's end up to which a line clearly goes on. */
const GOES_ON = -2

/**
 * Markers that may be signs within sentences: no line that begins with one stands below a line at which a text ends.
 * A missing gap tells nothing, since the items of a list stand as close as lines.
 */
export function signsInSentences(
  lines: readonly Line[],
  markers: LineMarkers,
  flow: ColumnFlow,
  rules: BlockRules,
): ReadonlySet<string> {
  if (markers.size === 0) return new Set()
  const marked = lines.flatMap((line, index) => {
    const read = markers.get(line)
    return read?.rule.kind === 'bullet' && read.marker !== null ? [{ marker: read.marker, line, index }] : []
  })
  const goesOn = (line: Line, above: Line | undefined) =>
    above !== undefined &&
    paragraphBreak(above, line, { ...flow, spaced: false }, rules.text, rules.settings) <= GOES_ON
  const ended = new Set(marked.filter(({ line, index }) => !goesOn(line, lines[index - 1])).map(({ marker }) => marker))
  return new Set(marked.map(({ marker }) => marker).filter((marker) => !ended.has(marker)))
}

/** Parts of the font size within which lines of a paragraph begin at the same place. */
const SAME_START = 0.5

/**
 * Whether the sign at a line's start goes on a sentence that has the same sign within:
 *
 *     Selbständig bleiben – Mitsprache üben
 *     – Nachbarschaften einbinden
 *
 * @param open the block above the line
 * @param signs those that may stand within sentences
 */
export function isInSentence(
  { marker, x }: MarkedLine,
  line: Line,
  open: BlockLines | undefined,
  signs: ReadonlySet<string>,
): boolean {
  const last = open?.lines.at(-1)
  if (marker === null || last === undefined || open?.kind !== 'paragraph' || !signs.has(marker)) return false
  const isLevel = Math.abs(x - last.box.x0) <= SAME_START * line.size || line.page !== last.page
  return isLevel && open.lines.some(({ words }) => words.slice(1).some(({ text }) => text === marker))
}
