import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersOfLigature, swapLigatures } from '../../src/source/swapped-ligatures.ts'

fc.configureGlobal({ seed: 2_026 })

const latinLetter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.split(''))
const swappedBytes = (letters: string) => Buffer.from(letters, 'utf16le').swap16().toString('utf16le')

describe('a glyph', () => {
  test.for([
    ['\u7400\u6900', 'ti'],
    ['\u5400\u6800', 'Th'],
    ['\u6600\uCF00', 'ffi'],
    ['\u6600\uD200', 'ffl'],
    ['\u6600\u{90000}', 'fft'],
    ['\u7400\u{90000}', 'ttf'],
    ['\u7400\u{50000}', 'tti'],
    ['\u7400\uC100', '\uFFFD'],
    ['\u7400', null],
    ['\u7400\u6905', null],
    ['\u4E01\u6900', null],
    ['ti', null],
    ['t\u6900', null],
    ['\u{1F600}', null],
    ['', null],
  ] as const)('that stands for %j is %j', ([unicode, letters]) => {
    expect(lettersOfLigature(unicode)).toBe(letters)
  })

  test('of any two letters is these letters', () => {
    fc.assert(
      fc.property(latinLetter, latinLetter, (one, other) => {
        expect(lettersOfLigature(swappedBytes(one + other))).toBe(one + other)
      }),
    )
  })
})

describe('a text', () => {
  test.for([
    ['Wa\u7400\u7400e', 'Watte', 1],
    ['Ra\u7400\u6900\u6600\u6900x', 'Ratifix', 1],
    ['Gra\u6600\uCF00\u7400\u6900', 'Graf\uFB01ti', 1],
    ['Schi\u6600\uFFFDahrt, Ar\u7400\uFFFD', 'Schif\uFFFDahrt, Art\uFFFD', 2],
    ['\u7400', '\u7400', 0],
    ['\u4E2D\u7400\u6900', '\u4E2D\u7400\u6900', 0],
    ['\u7400\u6900\u56FD', '\u7400\u6900\u56FD', 0],
    ['x\uFFFD', 'x\uFFFD', 0],
  ] as const)('%j becomes %j', ([text, meant, known]) => {
    expect(swapLigatures(text)).toEqual({ text: meant, known })
  })

  test('keeps its length, and stays where nothing is swapped', () => {
    const unit = fc.constantFrom('t', ' ', '\n', '\uFFFD', '\u7400', '\u6900', '\u6600', '\uCF00', '\u4E2D')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { text: meant, known } = swapLigatures(text)
        expect(meant).toHaveLength(text.length)
        expect(meant === text).toBe(known === 0)
        expect(swapLigatures(meant).known).toBe(0)
      }),
    )
  })
})
