import type { Line } from '../layout/line.ts'
import type { FieldValue } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { readText } from './read-text-value.ts'
import { leaf, tracedObject } from './traced.ts'

/** Reads what names a record of a table; which one is known when all tables are read. */
export function readReference(lines: readonly Line[], context: FieldContext): FieldValue {
  return asReference(readText(lines, context), null)
}

/** @param id of the record that the text names; null where it is not known */
export function asReference(read: FieldValue, id: string | null): FieldValue {
  const { text, words } = read
  const traced =
    text === '' ? leaf(null) : tracedObject({ text: leaf(text, words), id: leaf(id, id === null ? [] : words) })
  return { ...read, traced }
}
