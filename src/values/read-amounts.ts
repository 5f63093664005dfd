import { type Ink, NO_INK } from '../layout/ink.ts'
import type { Line } from '../layout/line.ts'
import { inkOfText } from '../repair/ink-of-text.ts'
import type { RepairedText } from '../repair/repaired-text.ts'
import type { FieldValue } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { parseDate } from './parse-date.ts'
import { parseMoney } from './parse-money.ts'
import { parseNumber } from './parse-number.ts'
import { readText } from './read-text-value.ts'
import { leaf, tracedObject } from './traced.ts'

/** Parts of a value that could be understood, by key; null where the text is no such value. */
type Parts = object | null

/** Reads a number with its unit. */
export function readNumber(lines: readonly Line[], context: FieldContext): FieldValue {
  const { words } = context.readers
  return readParts(lines, context, 'number', (text) => parseNumber(text, words), { value: null, unit: null })
}

/** Reads an amount of money. */
export function readMoney(lines: readonly Line[], context: FieldContext): FieldValue {
  const { words } = context.readers
  return readParts(lines, context, 'amount of money', (text) => parseMoney(text, words), {
    amount: null,
    currency: null,
  })
}

/** Reads a date: a day, a month or a year. */
export function readDate(lines: readonly Line[], context: FieldContext): FieldValue {
  const parse = (text: string): Parts => {
    const date = parseDate(text, context.readers.words)
    return date === null ? null : { date }
  }
  return readParts(lines, context, 'date', parse, { date: null })
}

/** A unit ends the text; all else is told from the whole of it. */
function inkOfPart(key: string, value: unknown, repaired: RepairedText): Ink {
  const { text } = repaired
  if (value === null) return NO_INK
  const from = key === 'unit' && typeof value === 'string' ? text.length - value.length : 0
  return inkOfText(repaired, from, text.length)
}

/** @param unknown the parts of a text that is not understood; it is kept, and reported */
function readParts(
  lines: readonly Line[],
  context: FieldContext,
  kind: string,
  parse: (text: string) => Parts,
  unknown: Readonly<Record<string, null>>,
): FieldValue {
  const read = readText(lines, context)
  const { text, words } = read
  if (text === '') return { ...read, traced: leaf(null) }
  const parts = parse(text)
  const fields = Object.entries(parts ?? unknown).map(
    ([key, value]: readonly [string, unknown]) =>
      [key, leaf(value, inkOfPart(key, value, context.readers.join(lines)))] as const,
  )
  return {
    ...read,
    traced: tracedObject({ text: leaf(text, words), ...Object.fromEntries(fields) }),
    notices: parts === null ? [{ said: { code: 'value/not-understood', args: { text, kind } }, word: words[0] }] : [],
  }
}
