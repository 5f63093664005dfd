import type { Line } from '../layout/line.ts'

/** Font sizes by which the column of texts begins to the right of that of labels, at least. */
const COLUMNS_APART = 3

/** Font sizes within which lines begin at the same place. */
const SAME_START = 0.2

/**
 * Labels that no rule knows: what stands in the column of the labels, bold where they are, with a text beside it.
 *
 * @param lines those of a two-column table
 * @param labels the lines of its known labels
 * @returns the lines of each unknown label
 */
export function unknownLabels(lines: readonly Line[], labels: readonly Line[]): readonly (readonly Line[])[] {
  const [first] = labels
  if (first === undefined) return []
  const right = Math.max(...labels.map((label) => label.box.x1))
  const texts = lines.filter((line) => !labels.includes(line) && line.box.x0 >= right - first.size)
  const areApart = texts.some((text) => text.box.x0 - first.box.x0 >= COLUMNS_APART * text.size)
  const isInColumn = (line: Line) =>
    line.bold === first.bold &&
    line.box.x1 <= right + COLUMNS_APART * line.size &&
    labels.some((label) => Math.abs(line.box.x0 - label.box.x0) <= label.size * SAME_START)
  const others = lines.filter((line) => !labels.includes(line) && isInColumn(line))
  const hasText = (run: readonly Line[]) =>
    run.some((line) => texts.some((text) => text.page === line.page && isBeside(text, line)))
  return areApart ? groupRuns(others).filter(hasText) : []
}

/** Lines of one column that follow one another closely. */
function groupRuns(others: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = []
  for (const line of others) {
    const run = runs.at(-1)
    const above = run?.at(-1)
    const isClose = above?.page === line.page && line.baseline - above.baseline <= 1.6 * line.size
    if (run !== undefined && isClose) run.push(line)
    else runs.push([line])
  }
  return runs
}

/** Parts of the font size by which the baselines of one row may differ. */
const SAME_BASELINE = 0.35

/** Whether two lines of one page stand on one baseline. */
export function isBeside(line: Line, other: Line): boolean {
  return Math.abs(line.baseline - other.baseline) <= SAME_BASELINE * other.size
}
