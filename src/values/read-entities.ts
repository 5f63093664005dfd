import { type BlockRules } from '../blocks/build-blocks.ts'
import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { ParsedContact, Read } from '../contacts/parsed-contact.ts'
import type { Line } from '../layout/line.ts'
import { distinctIds, slug } from '../outline/entity-id.ts'
import type { SectionFields, TableField } from '../outline/read-fields.ts'
import type { EntityRegion } from '../outline/split-outline.ts'
import type { CloseCall } from '../tables/table-types.ts'
import type { Join, RepairedText } from '../repair/repaired-text.ts'
import type { CompiledTable, CompiledText } from '../rules/load-rules.ts'
import { measureFlow } from './column-flow.ts'
import { type ReadRichText, readRichText } from './read-rich-text.ts'

/** A cell of a record, read as its column's role says. */
export type CellValue =
  | { readonly role: 'name'; readonly key: string; readonly value: Read<string>; readonly joins: readonly Join[] }
  | { readonly role: 'text'; readonly key: string; readonly value: ReadRichText }
  | { readonly role: 'contact'; readonly key: string; readonly value: ParsedContact | null; readonly lines: readonly Line[] }

export interface RecordValue {
  /** Slug of its name, distinct within its table. */
  readonly id: string
  /** By column, in the order of the rules. */
  readonly cells: readonly CellValue[]
}

export interface SectionValue {
  readonly fields: SectionFields
  readonly texts: readonly { readonly part: CompiledText; readonly label: readonly Line[]; readonly value: ReadRichText }[]
  readonly tables: readonly { readonly part: CompiledTable; readonly field: TableField; readonly records: readonly RecordValue[] }[]
}

export interface EntityFields {
  readonly region: EntityRegion
  readonly sections: readonly SectionFields[]
}

export interface EntityValue {
  readonly region: EntityRegion
  readonly sections: readonly SectionValue[]
}

/** The readers that turn printed lines into values. */
export interface ValueReaders {
  readonly layout: 'placed' | 'flowed'
  readonly blocks: BlockRules
  readonly join: (lines: readonly Line[]) => RepairedText
  /** @param right x of the right edge of the cell's column */
  readonly contact: (lines: readonly Line[], right: number, knownPersons: ReadonlySet<string>) => ParsedContact
}

export type { CloseCall }

/** Reads the fields of all entities. Texts of one kind are measured together, so that a gap or a short line is known as such. */
export function readEntities(entities: readonly EntityFields[], readers: ValueReaders): readonly EntityValue[] {
  const persons = findPersons(entities, readers)
  return entities.map(({ region, sections }) => ({
    region,
    sections: sections.map((fields) => ({
      fields,
      texts: fields.texts.map(({ part, label, lines }) => ({
        part,
        label,
        value: readRichText(lines, textFlow(part, entities, readers), readers.blocks, readers.join),
      })),
      tables: fields.tables.map((field) => ({ part: field.part, field, records: readRecords(field, entities, readers, persons) })),
    })),
  }))
}

function readRecords(
  field: TableField,
  entities: readonly EntityFields[],
  readers: ValueReaders,
  persons: ReadonlySet<string>,
): readonly RecordValue[] {
  const flows = field.part.columns.map((_, index) => cellFlow(field, index, entities, readers))
  const rows = field.table.rows.map(({ cells }) =>
    field.part.columns.map((column, index): CellValue => {
      const lines = cells[index] ?? []
      const flow = flows[index]
      if (column.role === 'text' && flow !== undefined) {
        return { role: 'text', key: column.key, value: readRichText(lines, flow, readers.blocks, readers.join) }
      }
      if (column.role === 'contact') {
        return { role: 'contact', key: column.key, lines, value: lines.length === 0 ? null : readers.contact(lines, flow?.right ?? 0, persons) }
      }
      const { text, joins } = readers.join(lines)
      return { role: 'name', key: column.key, value: { value: text, words: wordIds(lines) }, joins }
    }),
  )
  const ids = distinctIds(rows.map((cells) => slug(nameOf(cells))))
  return rows.map((cells, index) => ({ id: ids[index] ?? '', cells }))
}

function nameOf(cells: readonly CellValue[]): string {
  const name = cells.find((cell) => cell.role === 'name')
  return name?.value.value ?? ''
}

/** Persons that some cell names beyond doubt; a bare name elsewhere is then known to be one. */
function findPersons(entities: readonly EntityFields[], readers: ValueReaders): ReadonlySet<string> {
  const contacts = allTables(entities).flatMap((field) => {
    const column = field.part.columns.findIndex(({ role }) => role === 'contact')
    return field.table.rows.flatMap(({ cells }) => {
      const lines = cells[column] ?? []
      return lines.length === 0 ? [] : [readers.contact(lines, Math.max(...lines.map((line) => line.box.x1)), new Set())]
    })
  })
  return new Set(
    contacts.flatMap(({ persons, notices }) => {
      const unsure = new Set(notices.filter(({ code }) => code === 'contact/person-by-shape').map(({ text }) => text))
      return persons.map(({ value }) => value.name).filter((name) => !unsure.has(name))
    }),
  )
}

function textFlow(part: CompiledText, entities: readonly EntityFields[], readers: ValueReaders): ColumnFlow {
  const alike = entities
    .flatMap(({ sections }) => sections.flatMap(({ texts }) => texts))
    .filter((text) => text.part.place === part.place)
    .map(({ lines }) => lines)
  return measureFlow(alike, alike, readers.layout, readers.blocks.settings)
}

function cellFlow(field: TableField, column: number, entities: readonly EntityFields[], readers: ValueReaders): ColumnFlow {
  const cellsOf = (other: TableField) => other.table.rows.map(({ cells }) => cells[column] ?? [])
  const alike = allTables(entities).filter((other) => other.part === field.part).flatMap(cellsOf)
  return measureFlow(alike, cellsOf(field), readers.layout, readers.blocks.settings)
}

function allTables(entities: readonly EntityFields[]): readonly TableField[] {
  return entities.flatMap(({ sections }) => sections.flatMap(({ tables }) => tables))
}

/** Ids of the words of some lines, in order. */
export function wordIds(lines: readonly Line[]): readonly number[] {
  return lines.flatMap((line) => line.words.map((word) => word.id))
}
