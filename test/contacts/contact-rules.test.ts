import { expect, test } from 'vitest'
import { compileContactRules } from '../../src/rules/contact-rules.ts'
import { data, rules } from './context.ts'

test('an unknown country of telephone numbers is refused', () => {
  expect(() => compileContactRules(data, 'XX')).toThrow(RangeError)
})

test('every unit head is known to one strength only', () => {
  const both = data.unitHeads
    .flatMap((rule) => rule.examples.match)
    .filter(
      (word) =>
        new Set(rules.unitHeads.filter(({ expression }) => expression.test(word)).map(({ strength }) => strength))
          .size > 1,
    )
  expect(both).toEqual([])
})

test('no given name and no salutation is ruled out as a name', () => {
  const ruledOut = [...rules.notNames, ...rules.adjectives, ...rules.unitHeads.map(({ expression }) => expression)]
  const names = [...rules.givenNames, ...rules.salutations]
  expect(names.filter((name) => ruledOut.some((expression) => expression.test(name)))).toEqual([])
})
