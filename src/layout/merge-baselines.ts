import { type Line } from './line.ts'
import { toLine } from './build-lines.ts'

/** Share of the font size by which baselines of one line may differ. */
const TOLERANCE = 0.35

/**
 * Joins lines of one column that stand on one baseline: a list marker and its text, or words that justification drove
 * apart. Lines come out from top to bottom, page by page.
 */
export function mergeBaselines(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => a.page - b.page || a.baseline - b.baseline || a.box.x0 - b.box.x0)
  const merged: Line[][] = []
  for (const line of sorted) {
    const row = merged.at(-1)
    const [first] = row ?? []
    const same =
      first?.page === line.page &&
      Math.abs(line.baseline - first.baseline) <= TOLERANCE * Math.min(line.size, first.size)
    if (row !== undefined && same) row.push(line)
    else merged.push([line])
  }
  return merged.map((row) => {
    const [only] = row
    if (row.length === 1 && only !== undefined) return only
    const words = row.flatMap((line) => line.words).sort((a, b) => a.box.x0 - b.box.x0)
    return toLine(row[0]?.page ?? 0, words)
  })
}

/** The part of a line from one word to another, `to` not included; null where it would be empty. */
export function sliceLine(line: Line, from: number, to: number = line.words.length): Line | null {
  if (from === 0 && to >= line.words.length) return line
  const words = line.words.slice(from, to)
  return words.length === 0 ? null : toLine(line.page, words)
}
