import type { Line } from '../../src/layout/line.ts'
import type { CompiledColumn } from '../../src/rules/load-rules.ts'
import type { Table } from '../../src/tables/table-types.ts'
import { rules } from '../layout/typed-page.ts'

/** The columns of the table that the shipped rules describe. */
export const columns: readonly CompiledColumn[] = rules.outline.sections
  .flatMap(({ parts }) => parts.filter((part) => part.kind === 'table'))
  .flatMap((part) => part.columns)

/** A table as the corpora write it. */
export function shownTable({ rows, header, missingColumns }: Table): readonly string[] {
  return [
    ...rows.map(({ cells }) => cells.map(shownCell).join(' | ').trimEnd()),
    ...header.map(({ text }) => `header ${text}`),
    ...missingColumns.map((index) => `without ${columns[index]?.label ?? ''}`),
  ]
}

/** Ids of all words of a table, in ascending order; a word that is there twice is there twice. */
export function wordsOfTable({ rows, header, rest }: Table): readonly number[] {
  return idsOf([...header, ...rest, ...rows.flatMap(({ cells }) => cells.flat())])
}

/** Ids of the words of some lines in ascending order. */
export function idsOf(lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ words }) => words.map(({ id }) => id)).sort((a, b) => a - b)
}

function shownCell(lines: readonly Line[]): string {
  return lines
    .map(({ page, text }, index) => (page > (lines[index - 1]?.page ?? page) ? `» ${text}` : text))
    .join(' / ')
}
