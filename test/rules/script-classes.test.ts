import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withScriptClasses } from '../../src/rules/script-classes.ts'

fc.configureGlobal({ seed: 2_026 })

const PROPERTIES = ['L', 'Lu', 'Ll', 'M', 'N']
/** The Latin script is spread over blocks; these hold all of it that is in use, with the marks that go with it. */
const isLatin = (code: number) =>
  code <= 0x2_4f || (code >= 0x3_00 && code <= 0x3_6f) || (code >= 0x1e_00 && code <= 0x1e_ff)
const CODES = Array.from({ length: 0x2f_ff }, (_, code) => code)

describe('withScriptClasses', () => {
  test.each(PROPERTIES)('matches in Latin script what \\p{%s} matches, and nothing else', (property) => {
    const asked = new RegExp(`^\\p{${property}}$`, 'u')
    const written = new RegExp(withScriptClasses(`^\\p{${property}}$`), 'u')
    const differing = CODES.filter((code) => {
      const text = String.fromCodePoint(code)
      return written.test(text) !== (asked.test(text) && isLatin(code))
    })
    expect(differing).toEqual([])
  })

  test.each([
    ['outside a class', '\\p{Lu}\\p{Ll}+', 'Straße', 'straße'],
    ['inside a class', '[\\p{L}.-]+', 'Dr.-Ing', 'Dr Ing'],
    ['inside an excluding class', '[^\\p{L}]+', '12 – 34', '12 a'],
    ['after an escaped bracket', '\\[\\p{L}\\]', '[a]', '[1]'],
    ['after a closed class', '[(\\[]\\p{L}', '[a', 'aa'],
  ])('%s', (_, pattern, match, reject) => {
    const whole = new RegExp(`^(?:${withScriptClasses(pattern)})$`, 'u')
    expect([whole.test(match), whole.test(reject)]).toEqual([true, false])
  })

  test.each(['[\\p{L}-z]', '[a-\\p{L}]'])('%s stays the error it is', (pattern) => {
    expect(() => new RegExp(pattern, 'u')).toThrow(SyntaxError)
    expect(() => new RegExp(withScriptClasses(pattern), 'u')).toThrow(SyntaxError)
  })

  test.each(['\\P{L}', '\\p{Co}', '\\\\p{L}', '[^a-z\\]]', ''])('leaves %s alone', (pattern) => {
    expect(withScriptClasses(pattern)).toBe(pattern)
  })

  test('written twice is written once', () => {
    const piece = fc.constantFrom('\\p{L}', '\\p{Lu}', '[', ']', '\\[', '\\]', '-', 'a', '^', '.')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = withScriptClasses(pieces.join(''))
        expect(withScriptClasses(once)).toBe(once)
      }),
    )
  })
})
