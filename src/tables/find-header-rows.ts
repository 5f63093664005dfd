import { foldWords } from '../layout/fold-words.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line, Word } from '../layout/line.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'

/** A row that prints the columns' labels. */
export interface HeaderRow {
  readonly page: number
  readonly lines: readonly Line[]
  readonly baseline: number
  /** For each column of the rules the words of its label; null where the row does not name it. */
  readonly labels: readonly (readonly Word[] | null)[]
}

/** Words a column's label may have. */
const LABEL_WORDS = 6

/** Finds the rows made of column labels and nothing else, in any order of the columns; at least two must be named. */
export function findHeaderRows(lines: readonly Line[], columns: readonly CompiledColumn[]): readonly HeaderRow[] {
  const rows: HeaderRow[] = []
  for (const [page, onPage] of groupBy(lines, (line) => line.page)) {
    for (const [baseline, row] of groupBy(onPage, (line) => line.baseline)) {
      const words = row.flatMap((line) => line.words)
      const labels = matchLabels(words, columns)
      if (labels !== null) rows.push({ page, lines: row, baseline, labels })
    }
  }
  return rows
}

function matchLabels(
  words: readonly Word[],
  columns: readonly CompiledColumn[],
): readonly (readonly Word[] | null)[] | null {
  const found: (readonly Word[] | null)[] = columns.map(() => null)
  let at = 0
  while (at < words.length) {
    const hit = labelAt(words, at, columns)
    if (hit === null || found[hit.column] !== null) return null
    found[hit.column] = words.slice(at, hit.to)
    at = hit.to
  }
  return found.filter((label) => label !== null).length >= 2 ? found : null
}

function labelAt(
  words: readonly Word[],
  at: number,
  columns: readonly CompiledColumn[],
): { column: number; to: number } | null {
  for (let to = Math.min(words.length, at + LABEL_WORDS); to > at; to -= 1) {
    const fold = foldWords(
      words
        .slice(at, to)
        .map((word) => word.text)
        .join(' '),
    )
    const column = columns.findIndex(({ wordings }) => wordings.some((wording) => foldWords(wording) === fold))
    if (column >= 0) return { column, to }
  }
  return null
}
