import type { FieldValue } from './field-value.ts'
import type { SectionValue } from './read-entities.ts'

/** All values of a section: of its fields, of the cells of its tables, and of what the rules do not know. */
export function valuesOf({ values, tables, unassigned }: SectionValue): readonly FieldValue[] {
  return [
    ...values.map(({ value }) => value),
    ...tables.flatMap(({ records }) => records.flatMap(({ cells }) => cells.map(({ value }) => value))),
    ...unassigned.map(({ value }) => value),
  ]
}
