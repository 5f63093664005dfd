import { foldWords } from '../layout/fold-words.ts'
import { type FieldOptions, optionsOf } from './kinds.ts'
import type { FieldValue } from './field-value.ts'
import type { SectionValue } from './read-entities.ts'
import { asReference } from './read-reference.ts'

/** The records of each table by their folded names, by the key of the table. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Follows the references of an entity to the records of its tables, by the names that both print. */
export function resolveReferences(sections: readonly SectionValue[]): readonly SectionValue[] {
  const names = namesOf(sections)
  return sections.map((section) => ({
    ...section,
    values: section.values.map((field) => ({ ...field, value: resolve(field.value, optionsOf(field.part), names) })),
    tables: section.tables.map((table) => ({
      ...table,
      records: table.records.map((record) => ({
        ...record,
        cells: record.cells.map((cell) => ({ ...cell, value: resolve(cell.value, optionsOf(cell.column), names) })),
      })),
    })),
  }))
}

function namesOf(sections: readonly SectionValue[]): Names {
  const tables = sections.flatMap((section) => section.tables)
  return new Map(
    tables.map(({ part, records }) => [part.key, new Map(records.map(({ id, name }) => [foldWords(name), id]))]),
  )
}

function resolve(value: FieldValue, { to }: FieldOptions, names: Names): FieldValue {
  if (to === undefined || value.text === '') return value
  const id = names.get(to)?.get(foldWords(value.text))
  if (id !== undefined) return asReference(value, id)
  const said = { code: 'reference/unknown', args: { text: value.text, table: to } } as const
  return { ...value, notices: [...value.notices, { said, word: value.words[0] }] }
}
