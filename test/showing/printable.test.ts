import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableLines } from '../../src/showing/printable.ts'

fc.configureGlobal({ seed: 2_026 })

test('what steers a terminal is shown as its code point', () => {
  expect(printable('\u001b[31mred\u0007')).toBe('<U+001B>[31mred<U+0007>')
  expect(printable('invoice\u202efdp.exe')).toBe('invoice<U+202E>fdp.exe')
})

test('line breaks and tabs become a blank', () => {
  expect(printable('one\r\n\ttwo')).toBe('one two')
  expect(printableLines('one\r\ntwo\tthree')).toBe('one\ntwo three')
})

test('words in any script stay as they are', () => {
  expect(printable('Größe – 街 „Haus“ 👩‍🌾')).toBe('Größe – 街 „Haus“ 👩‍🌾')
})

test('no text leaves a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u)
      expect(printableLines(text)).not.toMatch(/[^\P{Cc}\n]/u)
    }),
  )
})
