import { foldWords } from '../layout/fold-words.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line, Word } from '../layout/line.ts'
import { type NearWording, nearWording } from '../outline/near-wording.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import { withStackedLabels } from './stacked-labels.ts'

/** A row that prints the columns' labels. */
export interface HeaderRow {
  readonly page: number
  readonly lines: readonly Line[]
  readonly baseline: number
  /** For each column of the rules the words of its label; null where the row does not name it. */
  readonly labels: readonly (readonly Word[] | null)[]
  /** Runs of words that are no label of a known column. */
  readonly others: readonly (readonly Word[])[]
  /** Labels that differ a little from the wording in the rules. */
  readonly near: readonly NearWording[]
}

/** Words a column's label may have. */
const LABEL_WORDS = 6

/**
 * Finds the rows that print the columns' labels, in any order of the columns. At least two labels must be there, one of
 * them exactly, and more than what else the row prints; words that are no label name a column that the rules do not
 * know. A label may go on below the row.
 *
 * @param limit share of differences up to which two labels count as one
 */
export function findHeaderRows(
  lines: readonly Line[],
  columns: readonly CompiledColumn[],
  limit: number,
): readonly HeaderRow[] {
  const rows: HeaderRow[] = []
  const known = indexLabels(columns)
  for (const [page, onPage] of groupBy(lines, (line) => line.page)) {
    for (const [baseline, row] of groupBy(onPage, (line) => line.baseline)) {
      const exact = { page, lines: row, baseline, near: [], ...matchLabels(row, known) }
      if (exact.labels.every((label) => label === null)) continue
      const found = withNearLabels(withStackedLabels(exact, onPage, columns), columns, limit)
      const named = found.labels.filter((label) => label !== null).length
      if (named >= 2 && named > found.others.length) rows.push(found)
    }
  }
  return rows
}

interface Labels {
  readonly labels: readonly (readonly Word[] | null)[]
  readonly others: readonly (readonly Word[])[]
}

/** The labels of a table's columns. */
export interface LabelIndex {
  readonly columns: number
  /** The column of each folded label; where two columns have it, the first. */
  readonly byFold: ReadonlyMap<string, number>
  /** Characters of the longest folded label. */
  readonly longest: number
}

export function indexLabels(columns: readonly CompiledColumn[]): LabelIndex {
  const byFold = new Map<string, number>()
  for (const [index, { wordings }] of columns.entries())
    for (const fold of wordings.map(foldWords)) if (!byFold.has(fold)) byFold.set(fold, index)
  return { columns: columns.length, byFold, longest: Math.max(0, ...Array.from(byFold.keys(), ({ length }) => length)) }
}

/** The labels on the lines of a row, and what else they print. */
export function matchLabels(row: readonly Line[], known: LabelIndex): Labels {
  const labels: (readonly Word[] | null)[] = Array.from({ length: known.columns }, () => null)
  const others = row.flatMap(({ words }) => {
    const folds = words.map((word) => foldWords(word.text))
    const unknown: Word[][] = [[]]
    for (let at = 0; at < words.length;) {
      const hit = labelAt(folds, at, known)
      if (hit !== null && labels[hit.column] === null) {
        labels[hit.column] = words.slice(at, hit.to)
        unknown.push([])
      } else unknown.at(-1)?.push(...words.slice(at, at + 1))
      at = hit !== null && labels[hit.column]?.[0] === words[at] ? hit.to : at + 1
    }
    return unknown.filter((run) => run.length > 0)
  })
  return { labels, others }
}

/** Takes what comes near the label of a column that is still missing for that label. */
function withNearLabels(row: HeaderRow, columns: readonly CompiledColumn[], limit: number): HeaderRow {
  const labels = [...row.labels]
  const near: NearWording[] = []
  const others = row.others.filter((words) => {
    const wordings = columns.flatMap((column, index) => (labels[index] === null ? column.wordings : []))
    const found = nearWording(words.map((word) => word.text).join(' '), wordings, limit)
    const index = found === null ? -1 : columns.findIndex((column) => column.wordings.includes(found.known))
    if (found === null || index < 0) return true
    labels[index] = words
    near.push(found)
    return false
  })
  return { ...row, labels, others, near }
}

/** @returns the longest label that begins there */
function labelAt(
  folds: readonly string[],
  at: number,
  { byFold, longest }: LabelIndex,
): { column: number; to: number } | null {
  let found: { column: number; to: number } | null = null
  let fold = ''
  for (let to = at + 1; to <= Math.min(folds.length, at + LABEL_WORDS); to += 1) {
    fold += folds[to - 1] ?? ''
    if (fold.length > longest) break
    const column = byFold.get(fold)
    if (column !== undefined) found = { column, to }
  }
  return found
}
