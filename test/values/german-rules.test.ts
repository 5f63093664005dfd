import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import { configs } from 'eslint-plugin-regexp'
import { describe, expect, test } from 'vitest'
import { checkPattern } from '../../src/rules/check-patterns.ts'
import { compileValueWords, valueRules } from '../../src/rules/value-rules.ts'
import { canonicalRules } from '../rules/canonical-rules.ts'
import { GERMAN_RULES_FILE, germanRules, germanWords } from './german-words.ts'

const written = JSON.stringify(germanRules)
const expressions = [germanWords.number, germanWords.money, ...germanWords.dates, germanWords.unitWord.expression]

test('the words are written in the one canonical form', async () => {
  const content: unknown = JSON.parse(written, (key, value: unknown) =>
    // Where nothing else is written.
    key === 'ignoreCase' || (key === 'power' && value === 0) ? undefined : value,
  )
  await expect(await canonicalRules('values.json', content)).toMatchFileSnapshot(fileURLToPath(GERMAN_RULES_FILE))
})

test('the pattern of units fits its examples', () => {
  expect(checkPattern({ rule: germanRules.unitWord, where: '' }, {}, [])).toEqual([])
})

test('no word means two things', () => {
  const counting = [
    ...germanRules.multipliers.multipliers,
    ...germanRules.currencies.currencies,
    ...germanRules.months.months,
    ...germanRules.weekdays.weekdays,
    germanRules.noUnits,
    germanRules.units,
  ].flatMap(({ words }) => words.map((word) => word.toLowerCase()))
  expect(counting.filter((word, index) => counting.indexOf(word) !== index)).toEqual([])
})

describe('expressions', () => {
  test.each(expressions)('take linear time on any text: %#', (expression) => {
    const { plugins } = configs['flat/recommended']
    const rules: Linter.RulesRecord = {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    }
    expect(new Linter().verify(`export const expression = ${String(expression)}`, { plugins, rules })).toEqual([])
  })
})

test.each([
  ['a word with a no-break blank', 'Schweizer Franken', 'Schweizer\u00A0Franken'],
  ['a word with a blank at its end', '"rund"', '"rund "'],
  ['a currency that is no code', '"CHF","power"', '"Fr","power"'],
  ['a missing month', '{"words":["Mai"]},', ''],
])('%s is refused', (_, from, to) => {
  expect(written).toContain(from)
  expect(valueRules.safeParse(JSON.parse(written.replace(from, to))).success).toBe(false)
})

test('words stand for themselves, not for patterns', () => {
  const { number } = compileValueWords({ ...germanRules, beforeAmounts: { why: 'a', words: ['c.', '(', '|'] } })
  expect(['c. 3', '( 3', '|3'].filter((text) => !number.test(text))).toEqual([])
  expect(['ca 3', '3 | 4', 'c 3'].filter((text) => number.exec(text)?.groups?.['rest'] === '')).toEqual([])
})
