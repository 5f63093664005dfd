import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import type { EntityFields } from '../outline/read-fields.ts'
import { cellsOf, type Flows } from './measure-flows.ts'
import { KnownPersons, surePersons } from './known-persons.ts'
import type { ValueReaders } from './value-readers.ts'

/** Lines of a contact, with how their column is set. */
interface ContactLines {
  readonly lines: readonly Line[]
  readonly flow: ColumnFlow
}

/** Persons that some contact names beyond doubt; a bare name elsewhere is then known to be one. */
export function findPersons(entities: readonly EntityFields[], flows: Flows, readers: ValueReaders): KnownPersons {
  const contacts = contactsOf(entities, flows)
    .filter(({ lines }) => lines.length > 0)
    .map(({ lines, flow }) => readers.contact(lines, flow, null))
  // One word alone may be anything elsewhere.
  return new KnownPersons(contacts.flatMap(surePersons).filter((name) => name.includes(' ')))
}

function contactsOf(entities: readonly EntityFields[], flows: Flows): readonly ContactLines[] {
  const sections = entities.flatMap((entity) => entity.sections)
  const fields = sections.flatMap(({ values }) =>
    values.flatMap(({ part, lines }) => {
      const flow = part.kind === 'contact' ? flows.fields.get(part.place) : undefined
      return flow === undefined ? [] : [{ lines, flow }]
    }),
  )
  const cells = sections.flatMap(({ tables }) =>
    tables.flatMap((field) =>
      field.table.columns.flatMap(({ kind }, column) => {
        const flow = kind === 'contact' ? flows.cells.get(field)?.[column] : undefined
        return flow === undefined ? [] : cellsOf(field, column).map((lines) => ({ lines, flow }))
      }),
    ),
  )
  return [...fields, ...cells]
}
