import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanGlyphText, isBlank, replaceUnpairedSurrogates } from '../../src/pdf/glyph-text.ts'

fc.configureGlobal({ seed: 2_026 })

const anyUnits = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })

test('half a surrogate pair becomes the replacement character, a whole pair stays', () => {
  expect(replaceUnpairedSurrogates('a\uD83Db\uDE00c\u{1F600}')).toBe('a\uFFFDb\uFFFDc\u{1F600}')
})

test('any units become a text that can be written, of the same length', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const text = replaceUnpairedSurrogates(units)
      expect(text).toHaveLength(units.length)
      expect(Buffer.from(text).toString()).toBe(text)
    }),
  )
})

test('no control character is left, and what went is counted', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const { text, dropped } = cleanGlyphText(units)
      expect(text).not.toMatch(/\p{Cc}/u)
      expect(text.length + dropped).toBe(units.length)
    }),
  )
})

test.for([
  [' ', true],
  ['\u00A0', true],
  ['\u2003', true],
  ['\u00AD', false],
  ['a', false],
  [undefined, false],
] as const)('%j is a blank: %s', ([unit, blank]) => {
  expect(isBlank(unit)).toBe(blank)
})
