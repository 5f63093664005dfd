import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import { distinctIds, slug } from '../outline/entity-id.ts'
import type { EntityFields, SectionFields, TableField } from '../outline/read-fields.ts'
import type { EntityRegion } from '../outline/split-outline.ts'
import type { CompiledColumn, CompiledField, CompiledTable } from '../rules/load-rules.ts'
import type { FieldValue } from './field-value.ts'
import { findPersons } from './find-persons.ts'
import type { KnownPersons } from './known-persons.ts'
import { KINDS, optionsOf } from './kinds.ts'
import { type Flows, measureFlows } from './measure-flows.ts'
import { resolveContacts } from './resolve-contacts.ts'
import { resolveReferences } from './resolve-references.ts'
import type { ValueReaders } from './value-readers.ts'

/** A cell of a record. */
export interface CellValue {
  readonly column: CompiledColumn
  readonly value: FieldValue
}

export interface RecordValue {
  /** Slug of its name, distinct within its table. */
  readonly id: string
  /** Empty where the cell that names the row is. */
  readonly name: string
  /** By column, in the order of the rules. */
  readonly cells: readonly CellValue[]
}

export interface SectionValue {
  readonly fields: SectionFields
  readonly values: readonly {
    readonly part: CompiledField
    readonly label: readonly Line[]
    readonly value: FieldValue
  }[]
  readonly tables: readonly {
    readonly part: CompiledTable
    readonly field: TableField
    readonly records: readonly RecordValue[]
  }[]
  /** Texts below headings that the rules do not know. */
  readonly unassigned: readonly { readonly heading: readonly Line[]; readonly value: FieldValue }[]
}

export interface EntityValue {
  readonly region: EntityRegion
  readonly sections: readonly SectionValue[]
}

/** What reading needs to know of the whole document. */
interface Reading {
  readonly readers: ValueReaders
  readonly flows: Flows
  readonly persons: KnownPersons
}

/** Reads the fields of all entities. */
export function readEntities(entities: readonly EntityFields[], readers: ValueReaders): readonly EntityValue[] {
  const flows = measureFlows(entities, readers.layout, readers.blocks.settings)
  const reading = { readers, flows, persons: findPersons(entities, flows, readers) }
  return entities.map(({ region, sections }) => ({
    region,
    sections: resolveReferences(sections.map((fields) => readSection(fields, reading))),
  }))
}

function readSection(fields: SectionFields, reading: Reading): SectionValue {
  const { flows, readers, persons } = reading
  return {
    fields,
    values: fields.values.map(({ part, label, lines }) => ({
      part,
      label,
      value: KINDS[part.kind].read(lines, {
        options: optionsOf(part),
        flow: flows.fields.get(part.place) ?? unmeasured(readers),
        readers,
        knownPersons: persons,
      }),
    })),
    tables: fields.tables.map((field) => ({ part: field.part, field, records: readRecords(field, reading) })),
    unassigned: fields.unassigned.map(({ heading, lines }) => ({
      heading,
      value: KINDS.richText.read(lines, {
        options: {},
        flow: flows.fields.get('below') ?? unmeasured(readers),
        readers,
        knownPersons: persons,
      }),
    })),
  }
}

/** How a column is taken to be set where nothing could be measured. */
function unmeasured({ layout }: ValueReaders): ColumnFlow {
  return { layout, right: 0, pitch: 1.2, spaced: false, tagged: false }
}

function readRecords(field: TableField, { readers, flows, persons }: Reading): readonly RecordValue[] {
  const { columns, rows } = field.table
  const columnFlows = flows.cells.get(field) ?? []
  const values = rows.map(({ cells }) =>
    columns.map((column, index) =>
      KINDS[column.kind].read(cells[index] ?? [], {
        options: optionsOf(column),
        flow: columnFlows[index] ?? unmeasured(readers),
        readers,
        knownPersons: persons,
      }),
    ),
  )
  const naming = columns.findIndex(({ role }) => role === 'name')
  const names = values.map((cells) => cells[naming]?.text ?? '')
  const ids = distinctIds(names.map(slug))
  const resolved = columns.map((column, index) => {
    const cells = values.flatMap((row, at) => {
      const value = row[index]
      return value === undefined ? [] : [{ record: ids[at] ?? '', value }]
    })
    return column.kind === 'contact' ? resolveContacts(cells) : cells.map(({ value }) => value)
  })
  return rows.map((_, at) => ({
    id: ids[at] ?? '',
    name: names[at] ?? '',
    cells: columns.flatMap((column, index): readonly CellValue[] => {
      const value = resolved[index]?.[at]
      return value === undefined ? [] : [{ column, value }]
    }),
  }))
}
