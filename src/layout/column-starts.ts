import type { TextItem } from '../source/source-document.ts'

/** Items of one baseline, from left to right. */
export type ItemRow = readonly TextItem[]

/** Texts that begin at one x where a column does. */
const FEWEST_BEGINNING = 3
/** Points within which they begin. */
const SAME_EDGE = 0.5
/** Gap before a text that may begin in a column, as a share of the font size: more than a blank. */
const WIDER_THAN_BLANK = 0.4

/**
 * Where the columns of a page begin: left edges that several of its texts share. A cell may reach up to the next one,
 * with no gap that would tell the two apart:
 *
 *     der Verein lädt zweimal im Jahr alle Häu-Sozialamt
 *     ser ein                                  Ina Kolb
 */
export function leftEdges(rows: readonly ItemRow[]): readonly number[] {
  return commonStarts(rows, WIDER_THAN_BLANK)
}

/** Whether a text begins at one of the edges. */
export function beginsAt({ box }: TextItem, edges: readonly number[]): boolean {
  return edges.some((x) => Math.abs(box.x0 - x) <= SAME_EDGE)
}

/** Characters that a text has at least for the one behind it to be another cell's; a list marker has fewer. */
const CELL_CHARACTERS = 4

/**
 * Items that begin a cell although the one to their left comes near: others begin at the same x, and the lines next
 * above and below leave the place free as well. Where none of the others stands far from what is to its left, there is
 * at least more than a blank.
 *
 *     Durchführung           Amt für Teilhabe am
 *     der Aufgaben im Quartier Fluss
 *     und am Berg            Vereine
 *
 * @param columnGap gap between two columns, in font sizes, that needs no other sign
 */
export function cellStarts(rows: readonly ItemRow[], columnGap: number): ReadonlySet<TextItem> {
  const edges = commonStarts(rows, columnGap)
  const apart = rows.flatMap((row) =>
    row.filter((_, index) => isApart(row, index, columnGap) && isCell(row[index - 1])),
  )
  const lefts = rows.flat().map(({ box }) => box.x0)
  const sureEdges = [...new Set(apart.map(({ box }) => box.x0))].filter(
    (x) => lefts.filter((left) => Math.abs(left - x) <= SAME_EDGE).length >= FEWEST_BEGINNING,
  )
  const isFree = (item: TextItem, index: number) =>
    rowsAround(rows, index, ROWS_AROUND, BLOCK).some((row) => row.some(({ box }) => beginsAt(item, [box.x0]))) &&
    !rowsAround(rows, index, 1, NEXT).some((row) => crosses(row, item.box.x0, columnGap))
  return new Set(
    rows.flatMap((row, index) =>
      row.filter(
        (item, place) =>
          place > 0 &&
          beginsAt(item, isApart(row, place, WIDER_THAN_BLANK) ? edges : sureEdges) &&
          hasCellBefore(row, place, columnGap) &&
          isFree(item, index),
      ),
    ),
  )
}

/** Whether an item stands at the left of its row or farther from the one before it than a share of the font size. */
function isApart(row: ItemRow, place: number, gap: number): boolean {
  const item = row[place]
  return item !== undefined && item.box.x0 - inkEnd(row[place - 1]) > gap * item.size
}

/** x at which the ink of an item ends: a blank at its end may reach into the next column. */
export function inkEnd(item: TextItem | undefined): number {
  if (item === undefined) return Number.NEGATIVE_INFINITY
  return item.edges[item.text.trimEnd().length] ?? item.box.x1
}

function isCell(item: TextItem | undefined): boolean {
  return (item?.text.trim().length ?? 0) >= CELL_CHARACTERS
}

/** Distance between baselines, in font sizes, up to which a row is the next one of the same table. */
const NEXT = 2
/** The same of rows that may be one cell's, where each column goes on at heights of its own. */
const BLOCK = 4
/** Rows above and below in which a line of each column stands. */
const ROWS_AROUND = 3

/** As many rows above and below one of them, those that are near: up to a distance in font sizes. */
function rowsAround(rows: readonly ItemRow[], index: number, count: number, distance: number): readonly ItemRow[] {
  const [item] = rows[index] ?? []
  const near = [...rows.slice(Math.max(0, index - count), index), ...rows.slice(index + 1, index + 1 + count)]
  return near.filter(
    ([other]) =>
      item !== undefined && other !== undefined && Math.abs(other.baseline - item.baseline) <= distance * item.size,
  )
}

/** Whether what stands close before an item may be a cell's text: too long for a list marker, or a word and a wide blank. */
function hasCellBefore(row: ItemRow, place: number, columnGap: number): boolean {
  let text = ''
  for (let at = place; at > 0 && text.length < CELL_CHARACTERS; at -= 1) {
    const [before, item] = [row[at - 1], row[at]]
    if (before === undefined || item === undefined || isApart(row, at, columnGap)) break
    text = before.text.trim() + text
  }
  return text.length >= CELL_CHARACTERS || (isApart(row, place, WIDER_THAN_BLANK) && /^\p{L}+\p{Ll}$/u.test(text))
}

/** Whether the text of a row runs on over an x at which none of it begins. */
function crosses(row: ItemRow, x: number, columnGap: number): boolean {
  const after = row.find(({ box }) => box.x0 >= x - SAME_EDGE)
  const before = row.findLast(({ box }) => box.x0 < x - SAME_EDGE)
  if (before === undefined) return false
  if (inkEnd(before) > x + SAME_EDGE) return true
  const begins = after !== undefined && after.box.x0 - x <= SAME_EDGE
  return after !== undefined && !begins && after.box.x0 - inkEnd(before) <= columnGap * after.size
}

/** Places at which several items begin, each of them at the left of its row or apart from what is before it. */
function commonStarts(rows: readonly ItemRow[], gap: number): readonly number[] {
  const starts = rows.flatMap((row) => row.filter((_, index) => isApart(row, index, gap)))
  const xs = starts.map(({ box }) => box.x0).sort((a, b) => a - b)
  return [...new Set(xs.filter((x, index) => (xs[index + FEWEST_BEGINNING - 1] ?? Infinity) - x <= SAME_EDGE))]
}
