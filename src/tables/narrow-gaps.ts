import type { Line } from '../layout/line.ts'
import { HYPHEN_END } from './goes-on.ts'
import type { PageColumns } from './page-columns.ts'
import type { CloseCall } from './table-types.ts'

/** Distance from a column's start, in font sizes, within which a cell begins in front of which a word is broken off. */
const FAR = 6

/** Distance in front of a column's start, in font sizes, within which a cell may begin that only its place tells. */
const NEAR = 3

/** Distance right of a column's boundary, in font sizes, within which cells begin that stand at the column's start. */
const START = 1.2

/** A sign that goes on with the part of a word in front of it: `Tee- / Kaffeerunde`, `Tee- & Kaffeerunde`. */
const JOINING_SIGN = /^[/&+–-]/u

/**
 * The columns for one line of a text that keeps columns. Where a page leaves little room between two cells, such a text
 * has one blank, and what stands behind it is shifted. A word broken off within a line ends a cell nevertheless: its
 * rest stands below. And since cells begin behind the longest line of the column before, a line that runs on beyond
 * their start has two cells; the second begins with the last word in front of it.
 *
 *     Lesetee     Vorlesen bei Tee und Ge- Amt am Fluss
 *                 bäck, immer am letzten Montag Frau Kolb
 *                 des Monats                 Zimmer zwei
 *
 * @param block the lines that share their columns with this one
 * @param cannotEnd words after which nothing ends, in small letters: behind `Tee- und`, the word is not broken off
 */
export function columnsOfLine(
  line: Line,
  columns: PageColumns,
  block: readonly Line[],
  cannotEnd: ReadonlySet<string>,
): PageColumns {
  if (line.words[0]?.textLine == null) return columns
  const behindHyphens = startsBehindHyphens(line, cannotEnd)
  const boundaries = columns.boundaries.map((boundary) => {
    if (boundary <= line.box.x0) return boundary
    const own = behindHyphens.filter((x) => nearest(columns.boundaries, x, FAR * line.size) === boundary)
    const behindHyphen = nearest(own, boundary, FAR * line.size)
    if (behindHyphen !== null) return behindHyphen
    const start = boundary >= line.box.x1 ? null : startInBlock(boundary, block)
    if (start === null) return boundary
    const upToStart = line.words.flatMap(({ box }, index) => (index > 0 && box.x0 <= start ? [box.x0] : []))
    return nearest(upToStart, start, NEAR * line.size) ?? boundary
  })
  return { ...columns, boundaries }
}

/**
 * The places at which a line of a text was cut between two words that stand close, with nothing but their place to
 * tell that they belong to two cells.
 *
 * @param pieces the parts of the line, from left to right
 */
export function doubtfulCuts(line: Line, pieces: readonly Line[]): readonly CloseCall[] {
  if (line.words[0]?.textLine == null) return []
  return pieces.flatMap(({ page, text }, index) => {
    const before = pieces[index - 1]?.text
    if (before === undefined || HYPHEN_END.test(before)) return []
    return [{ page, text, chosen: text, other: `${before} ${text}` }]
  })
}

/** x of the words in front of which another is broken off. */
function startsBehindHyphens(line: Line, cannotEnd: ReadonlySet<string>): readonly number[] {
  return line.words.flatMap((word, index) => {
    const before = line.words[index - 1]?.text ?? ''
    const goesOn = cannotEnd.has(word.text.toLowerCase()) || JOINING_SIGN.test(word.text)
    return HYPHEN_END.test(before) && !goesOn ? [word.box.x0] : []
  })
}

/** x at which the cells of a column begin that have a gap in front of them; null where none has one. */
function startInBlock(boundary: number, block: readonly Line[]): number | null {
  const starts = block
    .filter(({ box, size }) => box.x0 >= boundary && box.x0 <= boundary + START * size)
    .map(({ box }) => box.x0)
  return starts.length === 0 ? null : Math.min(...starts)
}

function nearest(places: readonly number[], to: number, reach: number): number | null {
  return places
    .filter((x) => Math.abs(x - to) <= reach)
    .reduce<number | null>((best, x) => (best === null || Math.abs(x - to) < Math.abs(best - to) ? x : best), null)
}
