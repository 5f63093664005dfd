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
    ).toEqual({ layout: 'placed', pitch: 1.2, spaced: false })
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

  test('no lines', () => expect(pitchOf([])).toEqual({ layout: 'placed', pitch: 1.2, spaced: false }))
})

describe('measureRight', () => {
  const right = (rows: readonly string[]) => measureRight([typedLines(rows)])

  test('the widest line', () => expect(right(['Turm', 'Tor am Fluss', 'Tor'])).toBe(60))

  test('one line in a hundred may stick out', () => {
    const rows = Array.from({ length: 99 }, () => ['Tor am Fluss', '~~~']).flat()
    expect(right([...rows, 'Tor am Fluss und Brunnen'])).toBe(60)
  })

  test('no lines', () => expect(measureRight([])).toBe(0))
})
