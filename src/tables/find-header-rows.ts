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
  /** Runs of words that are no label of a known column. */
  readonly others: readonly (readonly Word[])[]
}

/** Words a column's label may have. */
const LABEL_WORDS = 6

/**
 * Finds the rows that print the columns' labels, in any order of the columns. At least two labels must be there, and
 * more than what else the row prints; words that are no label name a column that the rules do not know.
 */
export function findHeaderRows(lines: readonly Line[], columns: readonly CompiledColumn[]): readonly HeaderRow[] {
  const rows: HeaderRow[] = []
  for (const [page, onPage] of groupBy(lines, (line) => line.page)) {
    for (const [baseline, row] of groupBy(onPage, (line) => line.baseline)) {
      const { labels, others } = matchLabels(
        row.flatMap((line) => line.words),
        columns,
      )
      const named = labels.filter((label) => label !== null).length
      if (named >= 2 && named > others.length) rows.push({ page, lines: row, baseline, labels, others })
    }
  }
  return rows
}

interface Labels {
  readonly labels: readonly (readonly Word[] | null)[]
  readonly others: readonly (readonly Word[])[]
}

function matchLabels(words: readonly Word[], columns: readonly CompiledColumn[]): Labels {
  const labels: (readonly Word[] | null)[] = columns.map(() => null)
  const others: Word[][] = []
  const folds = words.map((word) => foldWords(word.text))
  let at = 0
  while (at < words.length) {
    const hit = labelAt(folds, at, columns)
    const word = words[at]
    if (hit !== null && labels[hit.column] === null) {
      labels[hit.column] = words.slice(at, hit.to)
      at = hit.to
    } else {
      const open = others.at(-1)
      if (word !== undefined && open?.at(-1) === words[at - 1]) open?.push(word)
      else if (word !== undefined) others.push([word])
      at += 1
    }
  }
  return { labels, others }
}

/** @returns the longest label that begins there */
function labelAt(
  folds: readonly string[],
  at: number,
  columns: readonly CompiledColumn[],
): { column: number; to: number } | null {
  for (let to = Math.min(folds.length, at + LABEL_WORDS); to > at; to -= 1) {
    const fold = folds.slice(at, to).join('')
    const column = columns.findIndex(({ wordings }) => wordings.some((wording) => foldWords(wording) === fold))
    if (column >= 0) return { column, to }
  }
  return null
}
