import { type BlockRules } from '../blocks/build-blocks.ts'
import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { ParsedContact, Read } from '../contacts/parsed-contact.ts'
import type { Line } from '../layout/line.ts'
import { distinctIds, slug } from '../outline/entity-id.ts'
import type { SectionFields, TableField } from '../outline/read-fields.ts'
import type { EntityRegion } from '../outline/split-outline.ts'
import type { Join, RepairedText } from '../repair/repaired-text.ts'
import type { CompiledTable, CompiledText } from '../rules/load-rules.ts'
import { cellsOf, type Flows, measureFlows } from './measure-flows.ts'
import { type ReadRichText, readRichText } from './read-rich-text.ts'

/** A cell of a record, read as its column's role says. */
export type CellValue =
  | { readonly role: 'name'; readonly key: string; readonly value: Read<string>; readonly joins: readonly Join[] }
  | { readonly role: 'text'; readonly key: string; readonly value: ReadRichText }
  | {
      readonly role: 'contact'
      readonly key: string
      readonly value: ParsedContact | null
      readonly lines: readonly Line[]
    }

export interface RecordValue {
  /** Slug of its name, distinct within its table. */
  readonly id: string
  /** By column, in the order of the rules. */
  readonly cells: readonly CellValue[]
}

export interface SectionValue {
  readonly fields: SectionFields
  readonly texts: readonly {
    readonly part: CompiledText
    readonly label: readonly Line[]
    readonly value: ReadRichText
  }[]
  readonly tables: readonly {
    readonly part: CompiledTable
    readonly field: TableField
    readonly records: readonly RecordValue[]
  }[]
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
  /** @param flow how the cell's column is set */
  readonly contact: (lines: readonly Line[], flow: ColumnFlow, knownPersons: ReadonlySet<string>) => ParsedContact
}

/** Reads the fields of all entities. */
export function readEntities(entities: readonly EntityFields[], readers: ValueReaders): readonly EntityValue[] {
  const flows = measureFlows(entities, readers.layout, readers.blocks.settings)
  const persons = findPersons(entities, flows, readers)
  return entities.map(({ region, sections }) => ({
    region,
    sections: sections.map((fields) => ({
      fields,
      texts: fields.texts.map(({ part, label, lines }) => ({
        part,
        label,
        value: readText(lines, flows.texts.get(part.place), readers),
      })),
      tables: fields.tables.map((field) => ({
        part: field.part,
        field,
        records: readRecords(field, flows, readers, persons),
      })),
    })),
  }))
}

function readText(lines: readonly Line[], flow: ColumnFlow | undefined, readers: ValueReaders): ReadRichText {
  return readRichText(
    lines,
    flow ?? { layout: readers.layout, right: 0, pitch: 1.2, spaced: false },
    readers.blocks,
    readers.join,
  )
}

function readRecords(
  field: TableField,
  flows: Flows,
  readers: ValueReaders,
  persons: ReadonlySet<string>,
): readonly RecordValue[] {
  const columnFlows = flows.cells.get(field) ?? []
  const rows = field.table.rows.map(({ cells }) =>
    field.part.columns.map(({ role, key }, index): CellValue => {
      const lines = cells[index] ?? []
      const flow = columnFlows[index]
      switch (role) {
        case 'text':
          return { role, key, value: readText(lines, flow, readers) }
        case 'contact':
          return {
            role,
            key,
            lines,
            value: flow === undefined || lines.length === 0 ? null : readers.contact(lines, flow, persons),
          }
        case 'name': {
          const { text, joins } = readers.join(lines)
          return { role, key, value: { value: text, words: wordIds(lines) }, joins }
        }
      }
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
function findPersons(entities: readonly EntityFields[], flows: Flows, readers: ValueReaders): ReadonlySet<string> {
  const tables = entities.flatMap(({ sections }) => sections.flatMap((section) => section.tables))
  const contacts = tables.flatMap((field) => {
    const column = field.part.columns.findIndex(({ role }) => role === 'contact')
    const flow = flows.cells.get(field)?.[column]
    const cells = cellsOf(field, column).filter((lines) => lines.length > 0)
    return flow === undefined ? [] : cells.map((lines) => readers.contact(lines, flow, new Set()))
  })
  return new Set(
    contacts.flatMap(({ persons, notices }) => {
      const unsure = new Set(notices.filter(({ code }) => code === 'contact/person-by-shape').map(({ text }) => text))
      // One word alone may be anything elsewhere.
      return persons.map(({ value }) => value.name).filter((name) => !unsure.has(name) && name.includes(' '))
    }),
  )
}

/** Ids of the words of some lines, in order. */
export function wordIds(lines: readonly Line[]): readonly number[] {
  return lines.flatMap((line) => line.words.map((word) => word.id))
}
