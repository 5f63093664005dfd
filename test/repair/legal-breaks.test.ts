import fc from 'fast-check'
import createHyphenator, { type HyphenationFunctionSync } from 'hyphen'
import germanPatterns from 'hyphen/patterns/de-1996.js'
import { expect, test } from 'vitest'
import { GERMAN_PATTERNS } from '../../src/repair/german-patterns.ts'
import { patternsOfText, patternsToText } from '../../src/repair/packed-patterns.ts'
import { legalBreaks } from './legal-breaks.ts'

fc.configureGlobal({ seed: 2_026 })

test.for([
  ['Beratung', [2, 4]],
  ['brücken', [3]],
  ['oder', []],
  ['', []],
  ['beratung'.repeat(20), []],
] as const)('%s', ([word, breaks]) => {
  expect(legalBreaks(word)).toEqual(breaks)
})

test('breaks where the hyphenator breaks that the patterns come with', () => {
  const hyphenate = createHyphenator(germanPatterns, { hyphenChar: '|', minWordLength: 2 }) as HyphenationFunctionSync
  const syllable = fc.constantFrom(
    ...['be', 'rat', 'ung', 'schu', 'le', 'ver', 'ein', 'stadt', 'teil', 'kreis', 'ö', 'ß', 'x', 'sch', 'am', 't'],
  )
  fc.assert(
    fc.property(fc.array(syllable, { maxLength: 12 }), (syllables) => {
      const word = syllables.join('')
      const breaks = new Set(legalBreaks(word))
      const broken = word.split('').map((letter, at) => (breaks.has(at) ? `|${letter}` : letter))
      expect(broken.join('')).toBe(hyphenate(word))
    }),
  )
})

test('packed patterns come back from their text', () => {
  expect(patternsOfText(patternsToText(GERMAN_PATTERNS))).toEqual(GERMAN_PATTERNS)
})
