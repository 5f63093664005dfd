import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import type { Line } from '../../src/layout/line.ts'
import { mergeBaselines, sliceLine } from '../../src/layout/merge-baselines.ts'
import { stripFurniture } from '../../src/layout/strip-furniture.ts'
import type { SourceDocument, SourcePage, TextItem } from '../../src/source/source-document.ts'
import { rules, typedDocument, typedDump } from './typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const text = fc.constantFrom(
  'Turm',
  'am Fluss',
  ' Tor ',
  'T',
  'ü',
  '—',
  'Seite 3',
  'Soziale Entwicklung.',
  '\u00A0',
  'a\u00ADb',
)
const item = fc.record({
  text,
  x: fc.integer({ min: 0, max: 500 }),
  baseline: fc.integer({ min: 10, max: 790 }),
  size: fc.constantFrom(8, 10, 14),
  turn: fc.constantFrom(0, 0, 0, 0, 90, 270),
} as const)
const ruling = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 700 }) })
const pages = fc.array(fc.tuple(fc.array(item, { maxLength: 25 }), fc.array(ruling, { maxLength: 4 })), {
  minLength: 1,
  maxLength: 4,
})
const documents = pages.map((drawn): SourceDocument => ({
  ...typedDocument([]),
  pages: drawn.map(([items, rulings], index) => toPage(items.map(toItem), rulings, index + 1)),
}))

const linesOf = (document: SourceDocument) => buildLines(document, rules.settings)
const idsOf = (lines: readonly Line[]) => lines.flatMap(({ words }) => words.map(({ id }) => id))
const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)

describe('buildLines', () => {
  test('keeps every printed character, with ids that count up', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const lines = linesOf(document)
        const printed = document.pages.map(({ items }) => inkOf(items.map((one) => one.text)))
        expect(lines.map((page) => inkOf(page.map((line) => line.text)))).toEqual(printed)
        expect(idsOf(lines.flat())).toEqual(
          lines
            .flat()
            .flatMap(({ words }) => words)
            .map((_, index) => index),
        )
      }),
    )
  })

  test('makes no empty line, and each line is the words it is made of', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const line of linesOf(document).flat()) {
          expect(line.text).toBe(line.words.map((word) => word.text).join(' '))
          expect(line.text).not.toBe('')
          for (const word of line.words) expect(word.edges).toHaveLength(word.text.length + 1)
        }
      }),
    )
  })
})

describe('stripFurniture', () => {
  const strip = (document: SourceDocument) =>
    stripFurniture(document, linesOf(document), rules.furniture, rules.settings, () => false)
  const divided = (document: SourceDocument) => {
    const { body, furniture } = strip(document)
    return sorted(idsOf([...body, ...furniture.flatMap(({ lines }) => lines)]))
  }

  test('sets lines of drawn pages aside without losing one', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(divided(document)).toEqual(sorted(idsOf(linesOf(document).flat())))
      }),
    )
  })

  test('and lines of dumps', () => {
    const row = fc.constantFrom(
      'Der Turm',
      '» Der Turm',
      '¶ am Fluss',
      'Seite 3 von 9',
      '» Seite 4',
      'Soziale Entwicklung.',
      'Gemeinsam gestalten.',
    )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), (rows) => {
        const document = typedDump(rows)
        expect(divided(document)).toEqual(sorted(idsOf(linesOf(document).flat())))
      }),
    )
  })
})

describe('mergeBaselines', () => {
  test('joins lines without losing a word, from top to bottom', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const lines = linesOf(document).flat()
        const merged = mergeBaselines(lines)
        expect(sorted(idsOf(merged))).toEqual(sorted(idsOf(lines)))
        const places = merged.map(({ page, words }) => page * 1000 + Math.min(...words.map(({ baseline }) => baseline)))
        expect(merged.every((_, index) => index === 0 || (places[index] ?? 0) >= (places[index - 1] ?? 0))).toBe(true)
      }),
    )
  })
})

describe('sliceLine', () => {
  test('cuts a line into parts that together are the line', () => {
    fc.assert(
      fc.property(documents, fc.nat(12), (document, at) => {
        for (const line of linesOf(document).flat()) {
          const parts = [sliceLine(line, 0, at), sliceLine(line, at)].filter((part) => part !== null)
          expect(idsOf(parts)).toEqual(idsOf([line]))
          expect(parts.every(({ page }) => page === line.page)).toBe(true)
        }
      }),
    )
  })
})

/** Characters in alphabetical order, blanks left out. */
function inkOf(texts: readonly string[]): string {
  return [...texts.join('').replaceAll(/\s/gu, '')].sort().join('')
}

function toPage(items: readonly TextItem[], rulings: readonly { x: number; y: number }[], number: number): SourcePage {
  return {
    number,
    width: 600,
    height: 800,
    rotation: 0,
    readingTurn: 0,
    layout: 'placed',
    items,
    rulings: rulings.map(({ x, y }) => ({
      direction: 'vertical',
      box: { x0: x, x1: x, y0: y, y1: y + 100 },
      thickness: 1,
    })),
    fills: [],
    images: [],
    links: [],
    structure: null,
  }
}

function toItem(drawn: { text: string; x: number; baseline: number; size: number; turn: 0 | 90 | 270 }): TextItem {
  const { text: printed, x, baseline, size, turn } = drawn
  const edges = Array.from({ length: printed.length + 1 }, (_, index) => x + (index * size) / 2)
  return {
    text: printed,
    box: { x0: x, x1: edges.at(-1) ?? x, y0: baseline - size * 0.8, y1: baseline + size * 0.2 },
    baseline,
    edges,
    size,
    font: { name: 'Drawn', bold: false, italic: false },
    turn,
    textLine: null,
    textColumn: 0,
    markedContent: null,
  }
}
