import type { LinePart } from './line-readings.ts'
import type { ColumnWidths } from './reading-costs.ts'
import type { TableHints } from './table-hints.ts'

/** Share of a column that may stay empty behind a line that ends in a hyphen: a syllable of a long word. */
const HYPHEN_ROOM = 0.25

/** Share of a column within which its width is uncertain. */
const UNCERTAIN = 0.05

/**
 * Cost of a cell going on after a line that ends although the next word would have fitted: such a line was ended on
 * purpose, and a text is ended on purpose only where a paragraph or a list item ends.
 */
export function earlyEndCost(
  above: LinePart,
  below: LinePart,
  inList: boolean,
  widths: ColumnWidths,
  hints: TableHints,
): number {
  const { costs } = hints
  const [word] = below.line.words
  if (above.role === 'contact' || word === undefined) return 0
  const width = widths[above.role]
  const left = width - (above.line.box.x1 - above.line.box.x0)
  if (/[-\u00AD\u2010]$/u.test(above.line.text))
    return Math.max(0, left / width - HYPHEN_ROOM) * costs.hyphenFarFromEdge
  const room = (left - above.line.size * 0.28 - (word.box.x1 - word.box.x0)) / width
  if (room <= UNCERTAIN) return 0
  const small = /^\p{Ll}/u.test(below.line.text)
  if (above.role === 'name') return small ? costs.earlyEndOfName / 2 : costs.earlyEndOfName + room
  if (/[.!?:][“”"’)\]]*$/u.test(above.line.text) || hints.hasMarker(below.line.text)) return costs.earlyEndOfSentence
  if (inList) return costs.earlyEndInList
  return (small ? 1 / 3 : 1) * (costs.earlyEnd + costs.earlyEndByRoom * room)
}
