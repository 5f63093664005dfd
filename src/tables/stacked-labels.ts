import { toLine } from '../layout/build-lines.ts'
import type { Line } from '../layout/line.ts'
import { windowAt } from '../outline/find-window.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import type { HeaderRow } from './find-header-rows.ts'

/** Distance, in font sizes, of a label's first line from the row it belongs to, and of its other lines from one another. */
const LABEL_PITCH = 2

/**
 * The row with labels that are broken over several lines, whose first stands in the row or beside it:
 *
 *     Titel      Erläu-      Adresse
 *                terung
 */
export function withStackedLabels(
  row: HeaderRow,
  onPage: readonly Line[],
  columns: readonly CompiledColumn[],
): HeaderRow {
  return columns.reduce((found, { wordings }, index) => {
    if (found.labels[index] !== null) return found
    const labelled = new Set(found.labels.flatMap((label) => label ?? []))
    // Labels may stand so close that they are one line.
    const runs = found.others.map((run) => toLine(row.page, run))
    const stack = [...onPage, ...runs]
      .filter((line) => Math.abs(line.baseline - row.baseline) <= LABEL_PITCH * line.size)
      .filter(({ words }) => !words.some((word) => labelled.has(word)))
      .map((line) => stackFrom(line, onPage, wordings))
      .find((lines) => lines.length > 0)
    if (stack === undefined) return found
    const words = stack.flatMap((line) => line.words)
    return {
      ...found,
      lines: [...new Set([...found.lines, ...stack.filter((line) => onPage.includes(line))])],
      labels: found.labels.map((label, other) => (other === index ? words : label)),
      others: found.others.filter((run) => !run.some((word) => words.includes(word))),
    }
  }, row)
}

/** The lines from one down its column that print one of the wordings together; none where they do not. */
function stackFrom(first: Line, onPage: readonly Line[], wordings: readonly string[]): readonly Line[] {
  const under = onPage.filter((line) => line.baseline > first.baseline && sharesColumn(line, first))
  const below = [first, ...under]
  const lines = below.filter(
    (line, index) => line.baseline - (below[index - 1] ?? line).baseline <= LABEL_PITCH * line.size,
  )
  const window = windowAt(lines, 0, wordings)
  return window === null ? [] : lines.slice(0, window.to)
}

/** Lines of one cell begin at one x, end at one, or have their middles at one. */
function sharesColumn({ box, size }: Line, first: Line): boolean {
  const left = box.x0 - first.box.x0
  const right = box.x1 - first.box.x1
  return [left, right, (left + right) / 2].some((distance) => Math.abs(distance) <= SAME_COLUMN * size)
}

/** Difference, in font sizes, that is none. */
const SAME_COLUMN = 0.3
