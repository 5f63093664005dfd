import fc from 'fast-check'
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { expect, test } from 'vitest'
import { leastDistance } from '../../src/outline/near-wording.ts'

fc.configureGlobal({ seed: 2_026 })

function lettersOf(text: string): Uint16Array {
  return Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0)).sort()
}

test.for([
  ['plan', 'palm', 1],
  ['plan', 'plna', 0],
  ['plan', '', 4],
  ['plan', 'planung', 3],
] as const)('the letters of %s and %s are %i steps apart', ([a, b, steps]) => {
  expect(leastDistance(lettersOf(a), lettersOf(b))).toBe(steps)
})

test('no distance is less than that of the letters', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcä𝔞'.split('')), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const distance = DamerauLevenshteinDistance(a, b, { restricted: true })
      expect(leastDistance(lettersOf(a), lettersOf(b))).toBeLessThanOrEqual(distance)
    }),
  )
})
