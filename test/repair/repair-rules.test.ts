import { expect, test } from 'vitest'
import { repairRules } from '../../src/rules/repair-rules.ts'
import { shippedRules } from './printed-lines.ts'

test('every weight and list says why', () => {
  for (const { why, weight } of Object.values(shippedRules.weights)) {
    expect(why.length).toBeGreaterThan(10)
    expect(weight).toBeGreaterThan(0)
  }
})

test('the base of all line ends weighs less than any evidence that a word was cut', () => {
  const { weights } = shippedRules
  for (const name of ['address-goes-on', 'cut-word', 'slash-joins', 'link-target', 'printed-elsewhere'] as const)
    expect(weights[name].weight).toBeGreaterThan(weights['line-end'].weight)
})

test.for([
  ['an unknown weight', { weights: { ...shippedRules.weights, 'no-such-evidence': { weight: 1, why: 'x' } } }],
  ['a capitalised conjunction', { conjunctions: { values: ['Und'], why: 'x' } }],
  ['an exception without a reason', { exceptions: [{ word: 'sowie' }] }],
] as const)('rejects %s', ([, change]) => {
  expect(repairRules.safeParse({ ...shippedRules, ...change }).success).toBe(false)
})
