import type { Line } from '../layout/line.ts'
import { type FieldValue, wordIds } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { leaf } from './traced.ts'

/** Reads lines as one text without paragraphs. */
export function readText(lines: readonly Line[], { readers }: FieldContext): FieldValue {
  const { text, joins } = readers.join(lines)
  const words = wordIds(lines)
  return { traced: leaf(text, words), text, words, markers: [], joins, notices: [] }
}
