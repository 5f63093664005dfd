import type { Line, Word } from '../layout/line.ts'
import { windowAt } from '../outline/find-window.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import { type HeaderRow, indexLabels, type LabelIndex, matchLabels } from './find-header-rows.ts'

/**
 * Finds the header rows of a text that prints labels one below the other, as many extractors write the cells of a row:
 *
 *     Titel
 *     Erläu-
 *     terung
 *     Adresse
 *
 * @returns the runs of labels over at least two lines, in any order of the columns, with nothing between them
 */
export function findListedLabels(lines: readonly Line[], columns: readonly CompiledColumn[]): readonly HeaderRow[] {
  const rows: HeaderRow[] = []
  const known = indexLabels(columns)
  for (let from = 0; from < lines.length;) {
    const row = rowFrom(lines, from, columns, known)
    if (row !== null && linesThatBegin(row).length >= 2) rows.push(row)
    from += Math.max(1, row?.lines.length ?? 0)
  }
  return rows
}

/** The lines of a header row in which a label begins. */
export function linesThatBegin({ lines, labels }: HeaderRow): readonly Line[] {
  const first = new Set(labels.map((label) => label?.[0]))
  return lines.filter(({ words }) => words.some((word) => first.has(word)))
}

/** The labels from a line on; null where it prints none. */
function rowFrom(
  lines: readonly Line[],
  from: number,
  columns: readonly CompiledColumn[],
  known: LabelIndex,
): HeaderRow | null {
  const [first] = lines.slice(from, from + 1)
  const labels: (readonly Word[] | null)[] = columns.map(() => null)
  let to = from
  for (let next = nextLabels(lines, to, columns, known); next !== null; next = nextLabels(lines, to, columns, known)) {
    const isNew = next.labels.every((label, index) => label === null || labels[index] === null)
    if (!isNew || lines[to]?.page !== first?.page) break
    for (const [index, label] of next.labels.entries()) labels[index] ??= label
    to = next.to
  }
  if (first === undefined || to === from) return null
  const { page, baseline } = first
  return { page, baseline, lines: lines.slice(from, to), labels, others: [], near: [] }
}

/** One label over several lines, or a line that holds nothing but labels. */
function nextLabels(
  lines: readonly Line[],
  from: number,
  columns: readonly CompiledColumn[],
  known: LabelIndex,
): { readonly labels: HeaderRow['labels']; readonly to: number } | null {
  for (const [column, { wordings }] of columns.entries()) {
    const to = windowAt(lines, from, wordings)?.to
    if (to === undefined) continue
    const words = lines.slice(from, to).flatMap((line) => line.words)
    return { labels: columns.map((_, index) => (index === column ? words : null)), to }
  }
  const { labels, others } = matchLabels(lines.slice(from, from + 1), known)
  return others.length > 0 || labels.every((label) => label === null) ? null : { labels, to: from + 1 }
}
