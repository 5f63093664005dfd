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
  return commonStarts(rows, WIDER_THAN_BLANK, () => true)
}

/** Whether a text begins at one of the edges. */
export function beginsAt({ box }: TextItem, edges: readonly number[]): boolean {
  return edges.some((x) => Math.abs(box.x0 - x) <= SAME_EDGE)
}

/** Characters that a text has at least for the one behind it to be another cell's; a list marker has fewer. */
const CELL_CHARACTERS = 4

/**
 * Items that begin a cell although the one to their left comes near: others begin at the same x far from what stands
 * to their left, and the lines next above and below leave the place free as well.
 *
 *     Durchführung           Amt für Teilhabe am
 *     der Aufgaben im Quartier Fluss
 *     und am Berg            Vereine
 *
 * @param columnGap gap between two columns, in font sizes, that needs no other sign
 */
export function cellStarts(rows: readonly ItemRow[], columnGap: number): ReadonlySet<TextItem> {
  const edges = commonStarts(rows, columnGap, (before) => (before?.text.trim().length ?? 0) >= CELL_CHARACTERS)
  if (edges.length === 0) return new Set()
  return new Set(
    rows.flatMap((row, index) => {
      const around = [rows[index - 1], rows[index + 1]].filter((other) => other !== undefined)
      return row.filter(
        (item, place) =>
          beginsAt(item, edges) &&
          hasCellBefore(row, place, columnGap) &&
          around.some((other) => other.some((start) => Math.abs(start.box.x0 - item.box.x0) <= SAME_EDGE)) &&
          !around.some((other) => crosses(other, item.box.x0, columnGap)),
      )
    }),
  )
}

/** Whether what stands close before an item may be a cell's text. */
function hasCellBefore(row: ItemRow, place: number, columnGap: number): boolean {
  let characters = 0
  for (let at = place; at > 0 && characters < CELL_CHARACTERS; at -= 1) {
    const [before, item] = [row[at - 1], row[at]]
    if (before === undefined || item === undefined || item.box.x0 - before.box.x1 > columnGap * item.size) break
    characters += before.text.trim().length
  }
  return characters >= CELL_CHARACTERS
}

/** Whether the text of a row runs on over an x at which none of it begins. */
function crosses(row: ItemRow, x: number, columnGap: number): boolean {
  const after = row.find(({ box }) => box.x0 >= x - SAME_EDGE)
  const before = row.findLast(({ box }) => box.x0 < x - SAME_EDGE)
  if (before === undefined) return false
  if (before.box.x1 > x + SAME_EDGE) return true
  const begins = after !== undefined && after.box.x0 - x <= SAME_EDGE
  return after !== undefined && !begins && after.box.x0 - before.box.x1 <= columnGap * after.size
}

/** Places at which several items begin, each apart from an item before it that will do. */
function commonStarts(
  rows: readonly ItemRow[],
  gap: number,
  willDo: (before: TextItem | undefined) => boolean,
): readonly number[] {
  const starts = rows.flatMap((row) =>
    row.filter((item, index) => {
      const before = row[index - 1]
      return willDo(before) && (before === undefined || item.box.x0 - before.box.x1 > gap * item.size)
    }),
  )
  const xs = starts.map(({ box }) => box.x0).sort((a, b) => a - b)
  return [...new Set(xs.filter((x, index) => (xs[index + FEWEST_BEGINNING - 1] ?? Infinity) - x <= SAME_EDGE))]
}
