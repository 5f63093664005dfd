import type { Line } from '../layout/line.ts'
import type { PageColumns } from './page-columns.ts'

/** Gap before a word, in font sizes, from which on it may begin a cell. */
const CELL_GAP = 0.85

/** Distance, in font sizes, within which words begin at the same place. */
const SAME_START = 0.6

/** Share of the text's width by which a column may stand elsewhere than on the page before. */
const SHIFT = 0.12

/**
 * The columns of a page without header and rulings, near those of the page before. Text that keeps a page's columns
 * side by side sets each page anew: a boundary moves to where most cells begin and no line runs across.
 */
export function alignColumns(previous: PageColumns, lines: readonly Line[]): PageColumns {
  const left = Math.min(...lines.map((line) => line.box.x0))
  const width = Math.max(...lines.map((line) => line.box.x1)) - left
  const starts = cellStarts(lines)
  const boundaries = previous.boundaries.map((boundary) => {
    const near = starts.filter(({ x }) => Math.abs(x - boundary) <= SHIFT * width)
    const scored = near.map((start) => ({
      x: start.x - start.tolerance,
      score: start.count - 2 * crossings(start.x, lines),
    }))
    const kept = { x: boundary, score: supportAt(boundary, starts) - 2 * crossings(boundary, lines) }
    return scored.reduce((best, other) => (other.score > best.score ? other : best), kept).x
  })
  return { ...previous, boundaries: boundaries.toSorted((a, b) => a - b) }
}

/** Share of the cells at the likeliest start of a column that begin at its start at least: others are set in. */
const FEWEST = 0.3

/**
 * x at which the column of a label begins: that of the label where cells begin there, else the leftmost at which they
 * do between the label before and this one, and no line runs across.
 *
 * @param before right edge of the label before
 * @param label left edge of the label
 */
export function columnStart(before: number, label: number, tolerance: number, lines: readonly Line[]): number {
  const starts = cellStarts(lines)
    .filter(({ x }) => x > before && x <= label + tolerance)
    .map(({ x, count }) => ({ x, score: count - 2 * crossings(x, lines) }))
    .filter(({ score }) => score > 0)
  if (starts.some(({ x }) => Math.abs(x - label) <= tolerance)) return label
  const best = Math.max(...starts.map(({ score }) => score))
  return Math.min(label, ...starts.filter(({ score }) => score >= FEWEST * best).map(({ x }) => x))
}

interface Start {
  readonly x: number
  readonly count: number
  readonly tolerance: number
}

/** Where cells begin: places at which words stand behind a gap, with how many do. */
function cellStarts(lines: readonly Line[]): readonly Start[] {
  const found = lines.flatMap((line) =>
    line.words
      .filter(
        (word, index) => index === 0 || word.box.x0 - (line.words[index - 1]?.box.x1 ?? 0) >= CELL_GAP * word.size,
      )
      .map((word) => ({ x: word.box.x0, size: word.size })),
  )
  return found.map(({ x, size }) => ({
    x,
    tolerance: SAME_START * size,
    count: found.filter((other) => Math.abs(other.x - x) <= SAME_START * size * 0.5).length,
  }))
}

function supportAt(x: number, starts: readonly Start[]): number {
  return Math.max(
    0,
    ...starts.filter((start) => start.x >= x && start.x - x <= 2 * start.tolerance).map(({ count }) => count),
  )
}

/** Lines whose text runs across a place: a word covers it, or the words on both sides stand close. */
function crossings(x: number, lines: readonly Line[]): number {
  return lines.filter(({ words }) => {
    const right = words.findIndex((word) => word.box.x0 >= x - 0.5)
    const before = words.at(right < 0 ? -1 : right - 1)
    const after = right < 0 ? undefined : words[right]
    if (right === 0 || before === undefined) return false
    if (before.box.x1 > x) return true
    return after !== undefined && after.box.x0 - before.box.x1 < CELL_GAP * after.size * 0.7
  }).length
}
