import type { Line } from '../layout/line.ts'
import { leastGap } from '../layout/line-distance.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'
import { centredBands, missOfTops } from './centred-rows.ts'
import { beginsAddress, HYPHEN_END, isBracketed, isCutPhrase } from './goes-on.ts'
import type { Band } from './row-bands.ts'
import type { CloseCall } from './table-types.ts'

/** Lines of one page by column of the rules. */
export type ColumnLines = readonly (readonly Line[])[]

/** Weights of what speaks for a row beginning at a line of the naming column. */
const WEIGHT = {
  gapAbove: 2.5,
  noGapAbove: -2.5,
  nameApart: 2,
  nameAdjacent: -1,
  nameCut: -4,
  nameLower: -2.5,
  othersStart: 1,
  othersOpen: -1.5,
  othersClosed: 1,
  capital: 0.5,
} as const

/** Distance between baselines, as a multiple of the usual one, that counts as a gap between rows. */
const ROW_GAP = 1.06

/** Weight up to which a row's beginning is in doubt; where no gap helps, words alone weigh more than they tell. */
const CLOSE = 1
const CLOSE_WITHOUT_GAPS = 2

/** The rows of a page, and the names of which it is not clear whether they begin one. */
export interface UnruledRows {
  readonly bands: readonly Band[]
  readonly doubts: readonly CloseCall[]
}

/**
 * Rows of a table without rulings, on one page: a row begins where the naming column begins a new text, the space
 * above is wider than between lines, and the other columns begin anew as well. What stands above the first name of a
 * page goes on from the page before.
 *
 * @param nameColumn index of the column whose cells name the records
 * @param cannotEnd words after which nothing ends, in small letters
 */
export function unruledBands(columns: ColumnLines, nameColumn: number, cannotEnd: ReadonlySet<string>): UnruledRows {
  const all = mergeBaselines(columns.flat())
  const pitch = usualPitch(columns)
  const hasGaps = all.some(
    (line, index) => index > 0 && line.baseline - (all[index - 1]?.baseline ?? 0) > leastGap(pitch, ROW_GAP),
  )
  const names = mergeBaselines(columns[nameColumn] ?? [])
  const weights = names.map((line, index) =>
    all.some((other) => isAbove(other, line))
      ? startWeight(index, names, columns, { nameColumn, pitch, hasGaps, cannotEnd })
      : Number.NEGATIVE_INFINITY,
  )
  const starts = names.filter((_, index) => (weights[index] ?? 0) > 0)
  const doubts = names.flatMap((line, index) => {
    const above = names[index - 1]
    const weight = weights[index] ?? 0
    const tears = weight > 0 && columns.some((column) => cutsWord(column, line))
    if (above === undefined || (!tears && Math.abs(weight) > (hasGaps ? CLOSE : CLOSE_WITHOUT_GAPS))) return []
    const [joined, apart] = [`${above.text} ${line.text}`, line.text]
    const [chosen, other] = weight > 0 ? [apart, joined] : [joined, apart]
    return [{ page: line.page, text: line.text, chosen, other }]
  })
  const tops = starts.map((line) => line.box.y0 - line.size * 0.2)
  const edges = [Number.NEGATIVE_INFINITY, ...tops, Number.POSITIVE_INFINITY]
  const bands = edges.slice(1).map((y1, index) => ({ y0: edges[index] ?? 0, y1 }))
  const missed = missOfTops(columns, bands)
  const centred = missed <= LEVEL ? null : centredBands(columns, nameColumn, leastGap(pitch, ROW_GAP), missed)
  return centred === null ? { bands, doubts } : { bands: centred, doubts: [] }
}

/** How far the tops of cells may lie apart on average, in font sizes, where they are level. */
const LEVEL = 0.1

function isAbove(other: Line, line: Line): boolean {
  return other.baseline < line.baseline - line.size * 0.35
}

/** What holds for all rows of a page. */
interface PageRows {
  readonly nameColumn: number
  /** Usual distance between baselines, in points. */
  readonly pitch: number
  readonly hasGaps: boolean
  readonly cannotEnd: ReadonlySet<string>
}

/** @param names the lines of the naming column, of which one is weighed */
function startWeight(
  index: number,
  names: readonly Line[],
  columns: ColumnLines,
  { nameColumn, pitch, hasGaps, cannotEnd }: PageRows,
): number {
  const line = names[index]
  if (line === undefined) return Number.NEGATIVE_INFINITY
  const previous = names[index - 1] ?? null
  const above = columns.flat().filter((other) => isAbove(other, line))
  const lowest = Math.max(...above.map((other) => other.baseline))
  const gap = line.baseline - lowest > leastGap(pitch, ROW_GAP)
  const apart = previous === null || line.baseline - previous.baseline > leastGap(pitch, ROW_GAP)
  const others = columns.filter((_, column) => column !== nameColumn)
  const starting = others.filter((column) =>
    column.some((other) => Math.abs(other.baseline - line.baseline) < line.size * 0.35),
  )
  const open = others.some((column) => endsOpen(column, line, cannotEnd))
  return (
    (gap ? WEIGHT.gapAbove : hasGaps ? WEIGHT.noGapAbove : 0) +
    (previous === null ? 0 : apart ? WEIGHT.nameApart : WEIGHT.nameAdjacent) +
    (!apart && isNameCut(names, index, cannotEnd) ? WEIGHT.nameCut : 0) +
    (/^\p{Ll}/u.test(line.text) ? WEIGHT.nameLower : /^\p{Lu}/u.test(line.text) ? WEIGHT.capital : 0) +
    (starting.length > 0 ? WEIGHT.othersStart : 0) +
    (open ? WEIGHT.othersOpen : WEIGHT.othersClosed)
  )
}

/** Whether a name breaks off above a line: in a word, a phrase, or in front of or within a bracket. */
function isNameCut(names: readonly Line[], index: number, cannotEnd: ReadonlySet<string>): boolean {
  const above = textOf(names.slice(0, index))
  return HYPHEN_END.test(above) || isCutPhrase(above, cannotEnd) || isBracketed(above, textOf(names.slice(index)))
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ')
}

/** Whether a word that breaks off above a line goes on at or below it. */
function cutsWord(column: readonly Line[], line: Line): boolean {
  const sorted = mergeBaselines(column)
  const next = sorted.findIndex((other) => !isAbove(other, line))
  const [last, first] = [sorted[next - 1], sorted[next]]
  return last !== undefined && HYPHEN_END.test(last.text) && /^\p{Ll}/u.test(first?.text ?? '')
}

/** Whether a column's text above a line breaks off: at a hyphen, a comma, within a phrase, or before a small letter. */
function endsOpen(column: readonly Line[], line: Line, cannotEnd: ReadonlySet<string>): boolean {
  const sorted = mergeBaselines(column)
  const next = sorted.findIndex((other) => other.baseline >= line.baseline - line.size * 0.35)
  const last = sorted[(next < 0 ? sorted.length : next) - 1]
  const first = next < 0 ? undefined : sorted[next]
  if (last === undefined) return false
  if (isCutPhrase(last.text, cannotEnd)) return true
  if (/[\p{L}\p{N},][-\u00AD\u2010]?$/u.test(last.text) && /[-\u00AD\u2010,]$/u.test(last.text)) return true
  if (first === undefined || beginsAddress(last.text, first.text)) return false
  return /^\p{Ll}/u.test(first.text) && !/[.!?:]$/u.test(last.text)
}

/** Distance between baselines, in font sizes, that is more than any line spacing: each line is a row of its own. */
const WIDEST_SPACING = 1.9

/** Distance that lines of text usually have where a table shows none. */
const PLAIN_SPACING = 1.3

/** The smallest distance between baselines that is common within the columns. */
function usualPitch(columns: ColumnLines): number {
  const pitches = columns
    .flatMap((column) =>
      mergeBaselines(column).map((line, index, lines) => line.baseline - (lines[index - 1]?.baseline ?? line.baseline)),
    )
    .filter((pitch) => pitch > 0)
    .sort((a, b) => a - b)
  const size = Math.max(0, ...columns.flat().map((line) => line.size))
  const common = pitches[Math.floor(pitches.length * 0.3)] ?? 0
  return common > WIDEST_SPACING * size || common === 0 ? PLAIN_SPACING * size : common
}
