import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/values/parse-date.ts'
import { parseMoney } from '../../src/values/parse-money.ts'
import { parseNumber } from '../../src/values/parse-number.ts'
import { germanRules, germanWords } from './german-words.ts'

fc.configureGlobal({ seed: 2_026 })

const parsers = [
  { name: 'parseNumber', parse: parseNumber, understood: ['1.234,5', '-3', 'ca. 2½', '1,2 Mio.', '37 %', '12 Plätze'] },
  {
    name: 'parseMoney',
    parse: parseMoney,
    understood: ['12,50 €', 'EUR 45,–', 'rund 350 T€', '95 € pro Kind', '1 Mio. €'],
  },
  {
    name: 'parseDate',
    parse: parseDate,
    understood: ['31.12.2025', 'Mi., 31. Dez. 2025', 'Mai 2025', '2025', '12/2025'],
  },
]

/** All that the rules list, and the characters of numbers and dates: texts of these come near to a value. */
const pieces = fc.constantFrom(
  ...[germanRules.beforeAmounts, germanRules.beforeDates, germanRules.per, germanRules.units].flatMap(
    ({ words }) => words,
  ),
  ...[germanRules.currencies.currencies, germanRules.months.months, germanRules.weekdays.weekdays].flatMap((entries) =>
    entries.flatMap(({ words }) => words),
  ),
  ...'0123456789.,-–−+/½ \u00A0\n’Pſ\u212A'.split(''),
  ...['12', '1.234', '2025', '31.', '12.', 'Mio.', ',–', ' ', ' '],
)
const nearText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), nearText)

describe.each(parsers)('$name', ({ parse, understood }) => {
  test('gives a value or null for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed: unknown = parse(text, germanWords)
        if (parsed === null) return
        const value: unknown = typeof parsed === 'object' ? Object.values(parsed)[0] : parsed
        expect(typeof value === 'string' ? /^\d{4}(?:-\d{2}){0,2}$/u.test(value) : Number.isFinite(value)).toBe(true)
        expect(Object.is(value, -0)).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  test('reads a text the same with any blanks, and again', () => {
    fc.assert(
      fc.property(nearText, fc.constantFrom('\u00A0', '\u202F', '\n', '  '), (text, blank) => {
        const parsed = parse(text, germanWords)
        expect(parse(` ${text.replaceAll(' ', blank)}\t`, germanWords)).toEqual(parsed)
        expect(parse(text, germanWords)).toEqual(parsed)
      }),
      { numRuns: 1000 },
    )
  })

  test('understands the whole of a text or nothing of it', () => {
    const around = fc.string({ unit: fc.constantFrom(...'?;:()&xyz„“_=|*'.split('')), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(...understood), around, fc.constantFrom('', ' '), (text, other, blank) => {
        expect(parse(text, germanWords)).not.toBeNull()
        expect(parse(text + blank + other, germanWords)).toBeNull()
        expect(parse(other + blank + text, germanWords)).toBeNull()
      }),
    )
  })

  test.each(['1', '1.', '.234', ' ', 'rund ', 'bis zum ', '€ ', 'Mi., ', 'A-', ',-', ' pro Kind', '\u00A0\n'])(
    'comes to an end on a text of ten thousand times %j',
    (piece) => {
      const long = piece.repeat(10_000)
      for (const text of [`${long}?`, `12 ${long}?`, `12 A${long}?`, `31.12.${long}?`])
        expect(parse(text, germanWords)).toBeNull()
    },
  )
})
