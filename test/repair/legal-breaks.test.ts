import { expect, test } from 'vitest'
import { legalBreaks } from '../../src/repair/legal-breaks.ts'

test.for([
  ['Beratung', [2, 4]],
  ['brücken', [3]],
  ['oder', []],
  ['', []],
  ['beratung'.repeat(20), []],
] as const)('%s', ([word, breaks]) => {
  expect(legalBreaks(word)).toEqual(breaks)
})
