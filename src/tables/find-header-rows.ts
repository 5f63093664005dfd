import { foldWords } from '../layout/fold-words.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line, Word } from '../layout/line.ts'
import { windowAt } from '../outline/find-window.ts'
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
 * more than what else the row prints; words that are no label name a column that the rules do not know. A label may go on
 * below the row.
 */
export function findHeaderRows(lines: readonly Line[], columns: readonly CompiledColumn[]): readonly HeaderRow[] {
  const rows: HeaderRow[] = []
  for (const [page, onPage] of groupBy(lines, (line) => line.page)) {
    for (const [baseline, row] of groupBy(onPage, (line) => line.baseline)) {
      const words = row.flatMap((line) => line.words)
      const found = withStackedLabels({ page, lines: row, baseline, ...matchLabels(words, columns) }, onPage, columns)
      const named = found.labels.filter((label) => label !== null).length
      if (named >= 2 && named > found.others.length) rows.push(found)
    }
  }
  return rows
}

/** Distance, in font sizes, of a label's first line from the row it belongs to, and of its other lines from one another. */
const LABEL_PITCH = 2

/**
 * The row with labels that are broken over several lines, whose first stands in the row or beside it:
 *
 *     Titel      Erläu-      Adresse
 *                terung
 */
function withStackedLabels(row: HeaderRow, onPage: readonly Line[], columns: readonly CompiledColumn[]): HeaderRow {
  if (row.labels.every((label) => label === null)) return row
  return columns.reduce((found, { wordings }, index) => {
    if (found.labels[index] !== null) return found
    const labelled = new Set(found.labels.flatMap((label) => label ?? []))
    const stack = onPage
      .filter((line) => Math.abs(line.baseline - row.baseline) <= LABEL_PITCH * line.size)
      .filter(({ words }) => !words.some((word) => labelled.has(word)))
      .map((line) => stackFrom(line, onPage, wordings))
      .find((lines) => lines.length > 0)
    if (stack === undefined) return found
    const words = stack.flatMap((line) => line.words)
    return {
      ...found,
      lines: [...new Set([...found.lines, ...stack])],
      labels: found.labels.map((label, other) => (other === index ? words : label)),
      others: found.others.filter((run) => !run.some((word) => words.includes(word))),
    }
  }, row)
}

/** The lines from one down its column that print one of the wordings together; none where they do not. */
function stackFrom(first: Line, onPage: readonly Line[], wordings: readonly string[]): readonly Line[] {
  const below = onPage.filter((line) => line.baseline >= first.baseline && sharesColumn(line, first))
  const lines = below.filter(
    (line, index) => line.baseline - (below[index - 1] ?? line).baseline <= LABEL_PITCH * line.size,
  )
  const window = windowAt(lines, 0, wordings)
  return window === null ? [] : lines.slice(0, window.to)
}

/** Lines of one cell begin at one x, or have their middles at one. */
function sharesColumn({ box, size }: Line, first: Line): boolean {
  const middles = box.x0 + box.x1 - (first.box.x0 + first.box.x1)
  return Math.abs(box.x0 - first.box.x0) <= SAME_COLUMN * size || Math.abs(middles / 2) <= SAME_COLUMN * size
}

/** Difference, in font sizes, that is none. */
const SAME_COLUMN = 0.3

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
