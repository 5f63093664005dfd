import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinLines } from '../../src/repair/join-lines.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import { printLines, shippedRules } from './printed-lines.ts'

fc.configureGlobal({ seed: 2_026 })

function join(lines: readonly string[], ...looseTargets: readonly string[]): string {
  return joinLines(printLines(lines), { vocabulary: buildVocabulary([]), looseTargets }, shippedRules).text
}

test.for([
  ['as dialled at home', '02999-88-', 'tel:+49-2999-887766', '02999-887766'],
  ['with plus', '+49 2999-88-', 'tel:+49-2999-887766', '+49 2999-887766'],
  ['with two zeros', '0049 2999-88-', 'tel:+49-2999-887766', '0049 2999-887766'],
  ['with a zero in brackets', '+49 (0)2999-88-', 'tel:+49-2999-887766', '+49 (0)2999-887766'],
  ['linked as dialled at home', '+49 2999-88-', 'tel:02999-887766', '+49 2999-887766'],
  ['linked with two zeros', '02999-88-', 'tel:0049-2999-887766', '02999-887766'],
] as const)('a number printed %s', ([, before, target, joined]) => {
  expect(join([`Tel. ${before}`, '7766'], target)).toBe(`Tel. ${joined}`)
})

test.for([
  ['another number', 'tel:+49-2999-887767'],
  ['another area', 'tel:+49-3999-887766'],
  ['a longer number', 'tel:+49-2999-8877665'],
])('%s tells nothing', ([, target = '']) => {
  expect(join(['Tel. 02999-88-', '7766 (Amt)'], target)).toBe('Tel. 02999-88-7766 (Amt)')
})

test('it may be of any country', () => {
  const digits = (most: number) => fc.integer({ min: 10, max: 10 ** most - 1 }).map(String)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 998 }), digits(3), digits(4), digits(4), (country, area, first, last) => {
      const target = `tel:+${String(country)}-${area}-${first}${last}`
      expect(join([`Tel. 0${area}-${first}-`, last], target)).toBe(`Tel. 0${area}-${first}${last}`)
    }),
  )
})

test.for([
  ['as dialled at home', '02999-88-', '02999-887766'],
  ['with plus', '+49 2999-88-', '+49 2999-887766'],
  ['with a number in front', '03999 123 02999-88-', '03999 123 02999-887766'],
] as const)('a number printed elsewhere among others, here %s', ([, before, joined]) => {
  const others = Array.from({ length: 20 }, (_, index) => `Tel. 0${String(3000 + index)}-55443 Amt`)
  const vocabulary = buildVocabulary(printLines([...others, 'Tel. +49 2999-887766 Amt', ...others]))
  const lines = printLines([`Tel. ${before}`, '7766 (Amt)'])
  const { text, joins } = joinLines(lines, { vocabulary, looseTargets: [] }, shippedRules)
  expect(text).toBe(`Tel. ${joined} (Amt)`)
  expect(joins.map(({ evidence }) => evidence)).toEqual(['printed-elsewhere'])
})

test('of two numbers printed elsewhere the first decides', () => {
  const text = (...printed: readonly string[]) =>
    joinLines(
      printLines(['Tel. 02999-88-', '7766 (Amt)']),
      { vocabulary: buildVocabulary(printLines(printed)), looseTargets: [] },
      shippedRules,
    ).text
  expect(text('Tel. 02999-88-7766 Amt', 'Tel. 02999-887766 Amt')).toBe('Tel. 02999-88-7766 (Amt)')
  expect(text('Tel. 02999-887766 Amt', 'Tel. 02999-88-7766 Amt')).toBe('Tel. 02999-887766 (Amt)')
})
