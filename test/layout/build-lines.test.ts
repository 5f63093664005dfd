import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import type { SourceDocument, TextItem } from '../../src/source/source-document.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { rules, typedDocument, typedLines } from './typed-page.ts'

test.for(readCorpus('lines.txt').map((entry) => [entry.title, entry] as const))('%s', ([, { input, expected }]) => {
  expect(typedLines(input).map(({ text }) => text)).toEqual(expected)
})

/** The texts of a page, each as [x, baseline, text], in letters 5 points wide. */
function pageOf(...texts: readonly (readonly [number, number, string])[]): SourceDocument {
  const document = typedDocument(['Turm'])
  const items = texts.map(([x, baseline, text]): TextItem => {
    const edges = Array.from({ length: text.length + 1 }, (_, index) => x + 5 * index)
    const box = { x0: x, x1: edges.at(-1) ?? x, y0: baseline - 8, y1: baseline + 2 }
    const [typed] = document.pages[0]?.items ?? []
    if (typed === undefined) throw new Error('no item')
    return { ...typed, text, box, baseline, edges, size: 10 }
  })
  return { ...document, pages: document.pages.map((page) => ({ ...page, items })) }
}
describe('turned text', () => {
  const [typed] = typedDocument(['Turm']).pages[0]?.items ?? []

  /** `Anteil in` beside three lines, reading upwards or downwards. */
  function linesWith(turn: 90 | 270): ReturnType<typeof buildLines>[number] {
    const document = typedDocument(['Oben', 'Mitte', 'Unten'])
    const [page] = document.pages
    if (typed === undefined || page === undefined) throw new Error('no item')
    const edges = Array.from({ length: 10 }, (_, index) => 2 + 4 * index)
    const label: TextItem = {
      ...typed,
      text: 'Anteil in',
      turn,
      box: { x0: 300, x1: 310, y0: 2, y1: 38 },
      baseline: 308,
      edges,
    }
    const lines = buildLines({ ...document, pages: [{ ...page, items: [...page.items, label] }] }, rules.settings)
    return lines[0] ?? []
  }

  test('comes between the lines above and below its middle', () => {
    expect(linesWith(270).map(({ text }) => text)).toEqual(['Oben', 'Anteil in', 'Mitte', 'Unten'])
  })

  test('has words where they are printed', () => {
    const boxes = (turn: 90 | 270) => linesWith(turn)[1]?.words.map(({ box }) => box)
    const across = { x0: 300, x1: 310 }
    expect(boxes(90)).toEqual([
      { ...across, y0: 2, y1: 26 },
      { ...across, y0: 30, y1: 38 },
    ])
    expect(boxes(270)).toEqual([
      { ...across, y0: 14, y1: 38 },
      { ...across, y0: 2, y1: 10 },
    ])
  })
})

describe('a column whose texts touch those of the column before', () => {
  const wordsOf = (document: SourceDocument) =>
    buildLines(document, rules.settings)
      .flat()
      .flatMap((line) => line.words.map(({ text }) => text))
  const column = [
    [155, 112, 'Sozialamt'],
    [155, 124, 'Ina Kolb'],
    [155, 136, 'Hafen 3'],
  ] as const

  test('has words of its own', () => {
    expect(wordsOf(pageOf([100, 100, 'Tee im Häu-'], [155.4, 100, 'Referat'], ...column))).toContain('Referat')
  })

  test('and no others: runs of one word stay together wherever they meet', () => {
    expect(wordsOf(pageOf([100, 100, 'Tee im Häus'], [155, 100, 'chen'], ...column))).toContain('Häuschen')
    expect(wordsOf(pageOf([100, 100, 'Tee im Häus'], [155.4, 100, 'chen']))).toContain('Häuschen')
  })

  test('nor do letters that are set one by one', () => {
    const letters = 'Häuschen'.split('').map((letter, index) => [120.4 + 5 * index, 100, letter] as const)
    expect(wordsOf(pageOf(...letters, ...column))).toContain('Häuschen')
  })
})

describe('a cell that comes near the one beside it', () => {
  const textsOf = (document: SourceDocument) =>
    buildLines(document, rules.settings)
      .flat()
      .map(({ text }) => text)
  const column = [
    [200, 124, 'Amt am Fluss'],
    [200, 148, 'Vereine'],
    [200, 160, 'Kirchen'],
  ] as const
  const labels = [
    [100, 124, 'Aufgaben'],
    [100, 148, 'im Ort'],
    [100, 160, 'am Berg'],
  ] as const

  test('is a line of its own where others begin at the same x', () => {
    const page = pageOf([100, 136, 'zwischen Kreis und'], [200, 136, 'Kreis'], ...labels, ...column)
    expect(textsOf(page)).toContain('zwischen Kreis und')
  })

  test('also where no other label stands on its page, if more than a blank is between', () => {
    const below = [148, 160, 172].map((baseline) => [196, baseline, 'Amt'] as const)
    const page = pageOf([100, 136, 'zwischen Kreis und'], [196, 136, 'Kreis'], ...below)
    expect(textsOf(page)).toContain('zwischen Kreis und')
  })

  test('but not where a line above or below runs on over that x', () => {
    const page = pageOf(
      [100, 90, 'Der Turm steht offen und hat Uhren'],
      [100, 102, 'Er lädt alle ein und'],
      [203, 102, 'bietet'],
      ...labels,
      ...column,
    )
    expect(textsOf(page)).toContain('Er lädt alle ein und bietet')
  })

  test('nor behind a list marker', () => {
    const page = pageOf([190, 136, '▪'], [200, 136, 'Kreis'], ...labels, ...column)
    expect(textsOf(page)).toContain('▪ Kreis')
  })
})
