import type { Word } from '../layout/line.ts'
import type { Table } from '../tables/table-types.ts'
import { findHeaderRows } from '../tables/find-header-rows.ts'
import { tableColumns } from '../tables/table-columns.ts'
import { wordIds } from '../values/field-value.ts'
import type { SectionValue } from '../values/read-entities.ts'
import { type Found, howFound, joined } from './found.ts'
import type { SectionPlace, UsedRule } from './rule-use.ts'

/** What the rules of a table and of its columns decided. */
export function tableUses(
  { part, field }: SectionValue['tables'][number],
  { pointer, key, limit }: SectionPlace,
): readonly UsedRule[] {
  const { label, near, table } = field
  const found: Found = label.length === 0 ? { by: 'header-row' } : howFound(joined(label), part.wordings, near, limit)
  const own = { file: 'outline.json', key, pointer, found } as const
  const headers = headerLabels(table, part.columns.length, limit)
  const columns = table.columns.map((column, index) => ({
    file: index < part.columns.length ? ('outline.json' as const) : null,
    key: `${key}/${column.key}`,
    found: columnFound(table, index, part.columns.length, headers[0]?.[index] ?? [], limit),
  }))
  return [
    { use: { ...own, role: 'label' }, words: wordIds([...label, ...table.header]) },
    { use: { ...own, role: 'text' }, words: [] },
    ...columns.map((column, index): UsedRule => {
      const words = headers.flatMap((labels) => (labels[index] ?? []).map(({ id }) => id))
      return { use: { ...column, role: 'label', pointer }, words }
    }),
    ...table.rows.flatMap(({ cells }, row) =>
      columns.map((column, index): UsedRule => {
        const cell = `${pointer}/${String(row)}/${table.columns[index]?.key ?? ''}`
        return { use: { ...column, role: 'text', pointer: cell }, words: wordIds(cells[index] ?? []) }
      }),
    ),
  ]
}

/** For each header row that was found the words of each column's label. */
function headerLabels(table: Table, known: number, limit: number): readonly (readonly (readonly Word[] | null)[])[] {
  const rules = table.columns.slice(0, known)
  return tableColumns(findHeaderRows(table.header, rules, limit), rules).headers.map(({ labels }) => labels)
}

function columnFound(table: Table, index: number, known: number, label: readonly Word[], limit: number): Found {
  const { wordings = [], label: own = '' } = table.columns[index] ?? {}
  if (index >= known) return { by: 'header', printed: own }
  const renamed = table.renamedColumns.find((column) => column.index === index)
  if (renamed !== undefined) return { by: 'renamed', printed: renamed.printed }
  if (table.missingColumns.includes(index)) return { by: 'place' }
  const near = table.nearColumns.find((other) => wordings.includes(other.known)) ?? null
  return howFound(label.map(({ text }) => text).join(' '), wordings, near, limit)
}
