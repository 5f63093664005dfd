import { expect, test } from 'vitest'
import { wordStrength } from '../../src/contacts/unit-head.ts'
import { compileContactRules } from '../../src/rules/contact-rules.ts'
import { data, rules } from './context.ts'

test('an unknown country of telephone numbers is refused', () => {
  expect(() => compileContactRules(data, 'XX')).toThrow(RangeError)
})

test('the words of a unit rule are of its strength, whatever other rules match', () => {
  const wrong = data.unitHeads.flatMap(({ strength, examples }) =>
    examples.match.filter((word) => wordStrength(word, rules) !== strength),
  )
  expect(wrong).toEqual([])
})

// August is a month, too; a given name is looked for first.
test('no given name and no salutation is ruled out as a name', () => {
  const ruledOut = [...rules.notNames, ...rules.adjectives, ...rules.unitHeads.map(({ expression }) => expression)]
  const names = [...rules.givenNames, ...rules.salutations].filter((name) => name !== 'August')
  expect(names.filter((name) => ruledOut.some((expression) => expression.test(name)))).toEqual([])
})
