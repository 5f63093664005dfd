import type { Finding } from '../diagnostics/diagnostic.ts'
import type { CompiledTable } from '../rules/load-rules.ts'
import type { RecordValue, SectionValue } from '../values/read-entities.ts'
import { inWords, isWithin } from './expectation.ts'
import type { PartPlace } from './part-place.ts'

/** Compares a table with what the rules expect of it. */
export function checkTable({ tables }: SectionValue, part: CompiledTable, place: PartPlace): readonly Finding[] {
  const { entity, page, where } = place
  const table = tables.find((other) => other.part === part)
  const pointer = `${place.pointer}/${part.key}`
  const args = { entity, label: part.label }
  if (table === undefined) return [{ code: 'table/missing', args: { ...args, where }, page, pointer }]
  const { label, table: read } = table.field
  const start = label[0]?.page ?? read.header[0]?.page ?? page
  const count = table.records.length
  const few: readonly Finding[] = isWithin(count, part.rows)
    ? []
    : [{ code: 'table/row-count', args: { ...args, found: count, expected: inWords(part.rows) }, page: start, pointer }]
  const header = read.header.map((line) => line.text).join(' ')
  const missing = read.missingColumns.map((index): Finding => ({
    code: 'table/column-missing',
    args: { ...args, column: part.columns[index]?.label ?? '', header },
    page: start,
    pointer,
  }))
  const unknown = read.columns.slice(part.columns.length).map(({ label: column, key }): Finding => ({
    code: 'table/column-unknown',
    args: { ...args, column, key },
    page: start,
    pointer,
  }))
  const renamed = read.renamedColumns.map(({ index, printed }): Finding => ({
    code: 'table/column-renamed',
    args: { ...args, column: part.columns[index]?.label ?? '', printed },
    page: start,
    pointer,
  }))
  const unreadable: readonly Finding[] =
    read.unreadable === null
      ? []
      : [{ code: 'table/unreadable', args: { ...args, reason: read.unreadable }, page: start, pointer }]
  const listed: readonly Finding[] = read.cellsListed
    ? [{ code: 'table/cells-listed', args, page: start, pointer }]
    : []
  const records = table.records.flatMap((record, index) => checkRecord(record, entity, `${pointer}/${String(index)}`))
  const unlabelled: readonly Finding[] =
    label.length === 0 && part.wordings.length > 0 ? [{ code: 'table/label-missing', args, page: start, pointer }] : []
  return [...unlabelled, ...few, ...missing, ...renamed, ...unknown, ...listed, ...unreadable, ...records]
}

function checkRecord({ name, cells }: RecordValue, entity: string, pointer: string): readonly Finding[] {
  if (name === '') {
    const text = cells.map(({ value }) => value.text).find((printed) => printed !== '') ?? ''
    return [{ code: 'table/row-without-name', args: { entity, text: text.slice(0, 80) }, page: null, pointer }]
  }
  // Cells that the rules do not expect to be empty.
  return cells.flatMap(({ column, value }): readonly Finding[] =>
    value.text !== '' || column.mayBeEmpty
      ? []
      : [
          {
            code: 'table/cell-empty',
            args: { record: name, column: column.label },
            page: null,
            pointer: `${pointer}/${column.key}`,
          },
        ],
  )
}
