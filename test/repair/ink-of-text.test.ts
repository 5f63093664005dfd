import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Word } from '../../src/layout/line.ts'
import { cleanWord } from '../../src/repair/clean-word.ts'
import { inkOfText } from '../../src/repair/ink-of-text.ts'
import { joinLines } from '../../src/repair/join-lines.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import { rules } from '../layout/typed-page.ts'
import { printLines } from './printed-lines.ts'

fc.configureGlobal({ seed: 2_026 })

/** Repairs printed lines, and gives the printed characters behind a part of the result. */
function reader(rows: readonly string[]) {
  const lines = printLines(rows)
  const context = { vocabulary: buildVocabulary(lines), looseTargets: [] }
  const repaired = joinLines(lines, context, rules.repair)
  const words = new Map(lines.flatMap((line) => line.words.map((word): [number, Word] => [word.id, word])))
  const inkOf = (from: number, to: number): string => {
    const ink = inkOfText(repaired, from, to)
    return ink.words
      .map((id, index) => {
        const text = words.get(id)?.text ?? ''
        const end = index === ink.words.length - 1 ? (ink.to ?? text.length) : text.length
        return text.slice(index === 0 ? ink.from : 0, end)
      })
      .join(' ')
  }
  return { text: repaired.text, inkOf }
}

function inkBehind(rows: readonly string[], part: string): string {
  const { text, inkOf } = reader(rows)
  const from = text.indexOf(part)
  expect(from, `${part} in ${text}`).toBeGreaterThanOrEqual(0)
  return inkOf(from, from + part.length)
}

test.each([
  ['a part of a word', ['Mail:post@auental.example,'], 'post@auental.example', 'post@auental.example'],
  ['a hyphen that was removed', ['eine Be-', 'ratung, die hilft'], 'Beratung', 'Be- ratung'],
  ['a soft hyphen', ['(Bera\u00ADtung)'], 'Beratung', 'Bera\u00ADtung'],
  ['a ligature', ['„\uFB01nden“'], 'finden', '\uFB01nden'],
  ['letters with marks', ['(Mu\u0308hle,'], 'Mühle', 'Mu\u0308hle'],
  ['marks that do not show', ['\u200B(a\u200Bb)'], 'ab', 'a\u200Bb'],
])('the ink of %s', (_, rows, part, ink) => {
  expect(inkBehind(rows, part)).toBe(ink)
})

test('the ink of any part of a word, cleaned, is that part', () => {
  const character = fc.constantFrom(
    'a',
    'b',
    'ß',
    'u\u0308',
    '\u00AD',
    '\u200B',
    '\uFB01',
    '\uFB04',
    '-',
    '(',
    ',',
    '\u2011',
  )
  const word = fc.array(character, { minLength: 1, maxLength: 8 }).map((characters) => `x${characters.join('')}x`)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, one, other) => {
      const { text, inkOf } = reader([words.join(' ')])
      const starts = [...text.matchAll(/\S+/gu)].flatMap(({ 0: run, index }) =>
        run.split('').map((__, at) => index + at),
      )
      const [from = 0, last = 0] = [starts[one % starts.length], starts[other % starts.length]].sort(
        (a = 0, b = 0) => a - b,
      )
      const part = text.slice(from, last + 1)
      const cleaned = inkOf(from, last + 1)
        .split(' ')
        .map((printed) => cleanWord(printed).text)
        .join(' ')
      // A ligature of which the part holds one letter is one printed character.
      expect(cleaned.includes(part)).toBe(true)
      expect(cleaned.length - part.length).toBeLessThanOrEqual(4)
    }),
  )
})
