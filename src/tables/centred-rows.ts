import { mergeBaselines } from '../layout/merge-baselines.ts'
import type { Line } from '../layout/line.ts'
import { type Band, isIn } from './row-bands.ts'

/** Lines of one page by column of the rules. */
type ColumnLines = readonly (readonly Line[])[]

/** Mean distance, in font sizes, by which cells of a row may miss its top, or its middle, and still be set there. */
const ALIGNED = 0.5

/** Distance, in font sizes, from which on a cell fits its row no worse. */
const WORST = 3

/** Gaps on one page up to which all ways to divide it are tried. */
const MOST_CUTS = 200

/** What a row costs that holds more names than one, or none. */
const MISNAMED = 100

/** How far cells begin from the top of their row, in font sizes, on average. Where cells are centred, it is not nothing. */
export function missOfTops(columns: ColumnLines, bands: readonly Band[]): number {
  return meanMiss(columns, bands, ({ y0 }) => y0, 3)
}

/**
 * Rows of a table without rulings whose cells are centred, on one page: of all ways to divide the page at gaps that go
 * through all columns, with one name in each row, the one in which the cells' middles lie closest together. Null where
 * they do not lie together in any, or farther apart than the tops of the rows that are known so far.
 *
 *     │          │ Vorlesen bei     │ Ina Kolb    │
 *     │ Lesetee  │ Tee und Gebäck,  │ 9001        │
 *     │          │ jeden Freitag    │             │
 *
 * @param gap distance between baselines, in points, from which on rows may be divided
 * @param tops how far the tops of known rows lie apart, in font sizes
 */
export function centredBands(
  columns: ColumnLines,
  nameColumn: number,
  gap: number,
  tops: number,
): readonly Band[] | null {
  const cuts = [Number.NEGATIVE_INFINITY, ...cutsThrough(columns, gap), Number.POSITIVE_INFINITY]
  if (cuts.length > MOST_CUTS) return null
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }]
  for (let to = 1; to < cuts.length; to += 1) {
    const ways = cuts.slice(0, to).map((_, from) => {
      const band = { y0: cuts[from] ?? 0, y1: cuts[to] ?? 0 }
      return { from, cost: (best[from]?.cost ?? Infinity) + costOf(columns, nameColumn, band, gap, from === 0) }
    })
    best.push(ways.reduce((least, way) => (way.cost < least.cost ? way : least)))
  }
  const bands: Band[] = []
  for (let to = cuts.length - 1; to > 0; to = best[to]?.from ?? 0)
    bands.unshift({ y0: cuts[best[to]?.from ?? 0] ?? 0, y1: cuts[to] ?? 0 })
  return meanMiss(columns, bands, middle, 2) <= Math.min(ALIGNED, tops) ? bands : null
}

/**
 * The mean over all rows but the one at the head or foot of the page that fits least: the page may tear it anywhere.
 *
 * @param fewest rows from which on one is left out
 */
function meanMiss(columns: ColumnLines, bands: readonly Band[], place: Place, fewest: number): number {
  const misses = bands.map((band) => missesOf(columns, band, place)).filter((row) => row.length > 0)
  const [head, foot] = [mean(misses[0] ?? []), mean(misses.at(-1) ?? [])]
  const whole = misses.length < fewest ? misses : head > foot ? misses.slice(1) : misses.slice(0, -1)
  return mean(whole.flat())
}

/** Heights between two lines at which each column has a gap. */
function cutsThrough(columns: ColumnLines, gap: number): readonly number[] {
  const all = mergeBaselines(columns.flat())
  return all.slice(1).flatMap((line, index) => {
    const above = all[index]
    if (above === undefined) return []
    const y = (above.box.y1 + line.box.y0) / 2
    return isOpenAt(columns, y, gap) ? [y] : []
  })
}

/** Whether each column that goes on below a height has a gap there. */
function isOpenAt(columns: ColumnLines, y: number, gap: number): boolean {
  return columns.every((column) => {
    const before = column.findLast(({ box }) => middle(box) < y)
    const after = column.find(({ box }) => middle(box) >= y)
    return before === undefined || after === undefined || after.baseline - before.baseline >= gap
  })
}

function costOf(columns: ColumnLines, nameColumn: number, band: Band, gap: number, isFirst: boolean): number {
  const names = blocksIn(columns[nameColumn] ?? [], band, gap)
  // What stands above the first name goes on from the page before.
  if (isFirst && names === 0) return ALIGNED
  const misses = missesOf(columns, band, middle)
  return misses.reduce((sum, miss) => sum + Math.min(miss, WORST), 0) + Math.abs(names - 1) * MISNAMED
}

/** How many texts with a gap between them a column has within a band. */
function blocksIn(column: readonly Line[], band: Band, gap: number): number {
  const lines = mergeBaselines(column.filter((line) => isIn(line, band)))
  return lines.filter((line, index) => index === 0 || line.baseline - (lines[index - 1]?.baseline ?? 0) >= gap).length
}

/** The height of a cell, or of a row, that counts. */
type Place = (extent: { readonly y0: number; readonly y1: number }) => number

/** How far the cells of a row lie from where the row does, in font sizes; nothing for a row with one cell. */
function missesOf(columns: ColumnLines, band: Band, place: Place): readonly number[] {
  const cells = columns.map((lines) => lines.filter((line) => isIn(line, band))).filter((lines) => lines.length > 0)
  if (cells.length < 2) return []
  const extents = cells.map((lines) => ({
    y0: Math.min(...lines.map(({ box }) => box.y0)),
    y1: Math.max(...lines.map(({ box }) => box.y1)),
  }))
  const row = { y0: Math.min(...extents.map(({ y0 }) => y0)), y1: Math.max(...extents.map(({ y1 }) => y1)) }
  const size = Math.max(...cells.flat().map((line) => line.size))
  return extents.map((extent) => Math.abs(place(extent) - place(row)) / size)
}

function middle({ y0, y1 }: { readonly y0: number; readonly y1: number }): number {
  return (y0 + y1) / 2
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
