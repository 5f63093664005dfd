import { describe, expect, test } from 'vitest'
import { measurePitch, measureRight } from '../../src/values/column-flow.ts'
import { rules, typedLines } from '../layout/typed-page.ts'

const pitchOf = (texts: readonly (readonly string[])[], layout: 'placed' | 'flowed' = 'placed') =>
  measurePitch(
    texts.map((rows) => typedLines(rows)),
    layout,
    rules.settings,
  )

describe('measurePitch', () => {
  test('the usual distance, as a multiple of the size', () => {
    expect(
      pitchOf([
        ['Turm', 'Tor', 'Brunnen'],
        ['Markt', 'Fluss'],
      ]),
    ).toEqual({ layout: 'placed', pitch: 1.2, spaced: false, tagged: false })
  })

  test('gaps between paragraphs', () => {
    expect(pitchOf([['Turm', 'Tor', '', 'Brunnen', 'Markt']])).toMatchObject({ pitch: 1.2, spaced: true })
  })

  test('most paragraphs may be single lines: the gap is commoner than the distance between lines', () => {
    const rows = ['Turm', '', 'Tor', '', 'Brunnen', '', 'Markt', '', 'Fluss', 'und Hafen', '', 'Kai', 'am Ufer']
    expect(pitchOf([rows])).toMatchObject({ pitch: 1.2, spaced: true })
  })

  test('distances over a page end count for nothing', () => {
    expect(pitchOf([['Turm', 'Tor', '~~~', '', 'Brunnen', 'Markt']])).toMatchObject({ pitch: 1.2, spaced: false })
  })

  test('empty paragraphs of a dump are no gaps between all paragraphs', () => {
    expect(pitchOf([['Turm', 'Tor', '', 'Brunnen', 'Markt']], 'flowed')).toMatchObject({ spaced: false })
  })

  test.each([
    ['tags that tell paragraphs apart', ['Turm', 'Tor', 'Brunnen', 'Markt'], [1, 1, 2, 2], true],
    ['tags that set every line apart', ['Turm', 'Tor', 'Brunnen', 'Markt'], [1, 2, 3, 4], false],
    ['tags that set nothing apart', ['Turm', 'Tor', 'Brunnen', 'Markt'], [1, 1, 1, 1], false],
    ['tags that a word belies', ['Turm', 'und Brun-', 'nen', 'Markt'], [1, 1, 2, 2], false],
    ['no tags', ['Turm', 'Tor', 'Brunnen', 'Markt'], [null, null, null, null], false],
  ])('%s', (_, rows, blocks, tagged) => {
    const lines = typedLines(rows).map((line, index) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, block: blocks[index]?.toString() ?? null })),
    }))
    expect(measurePitch([lines], 'placed', rules.settings).tagged).toBe(tagged)
  })

  test('no lines', () => expect(pitchOf([])).toEqual({ layout: 'placed', pitch: 1.2, spaced: false, tagged: false }))
})

describe('measureRight', () => {
  const right = (rows: readonly string[]) => measureRight([typedLines(rows)])

  test('the widest line', () => expect(right(['Turm', 'Tor am Fluss', 'Tor'])).toBe(60))

  test('one line in a hundred may stick out', () => {
    const rows = Array.from({ length: 99 }, () => ['Tor am Fluss', '~~~']).flat()
    expect(right([...rows, 'Tor am Fluss und Brunnen'])).toBe(60)
  })

  test.each([
    ['tags that tell paragraphs apart', ['Turm', 'Tor', 'Brunnen', 'Markt'], [1, 1, 2, 2], true],
    ['tags that set every line apart', ['Turm', 'Tor', 'Brunnen', 'Markt'], [1, 2, 3, 4], false],
    ['tags that set nothing apart', ['Turm', 'Tor', 'Brunnen', 'Markt'], [1, 1, 1, 1], false],
    ['tags that a word belies', ['Turm', 'und Brun-', 'nen', 'Markt'], [1, 1, 2, 2], false],
    ['no tags', ['Turm', 'Tor', 'Brunnen', 'Markt'], [null, null, null, null], false],
  ])('%s', (_, rows, blocks, tagged) => {
    const lines = typedLines(rows).map((line, index) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, block: blocks[index]?.toString() ?? null })),
    }))
    expect(measurePitch([lines], 'placed', rules.settings).tagged).toBe(tagged)
  })

  test('no lines', () => expect(measureRight([])).toBe(0))
})
