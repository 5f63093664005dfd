import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EarlyLines } from '../../src/layout/early-lines.ts'
import { toLines } from '../../src/pipeline.ts'
import type { SourceDocument, SourcePage, TextItem } from '../../src/source/source-document.ts'
import { rules, typedDocument } from './typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const [PAGE] = typedDocument(['Turm']).pages
const [ITEM] = PAGE?.items ?? []

const WORD = toItem({ text: 'Träger', x: 50, baseline: 100, size: 10 })
const MARK = toItem({ text: '2', x: 80, baseline: 96, size: 6 })
const START = toItem({ text: '2 Ohne Fahrdienste.', x: 50, baseline: 400, size: 8 })
const LARGE_START = toItem({ text: '2 Tore', x: 50, baseline: 300, size: 10 })

const page = fc.constantFrom(textOnly(), [WORD, MARK], [WORD], [START], [LARGE_START], [WORD, MARK, START], [])
const documents = fc.array(page, { minLength: 1, maxLength: 6 }).map(toDocument)

describe('lines that are made while the document is read', () => {
  test('are those that are made of the whole document, in whatever order its pages come', () => {
    const orders = documents.chain((document) =>
      fc.record({
        document: fc.constant(document),
        order: fc.shuffledSubarray([...document.pages], { minLength: document.pages.length }),
      }),
    )
    fc.assert(
      fc.property(orders, ({ document, order }) => {
        const early = new EarlyLines(rules.settings)
        for (const page of order) early.take(page)
        expect(toLines({ ...document, pages: early.pages() }, rules.settings, early)).toEqual(
          toLines(document, rules.settings),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('let go of the text of a page once no other can change its lines', () => {
    const early = new EarlyLines(rules.settings)
    for (const page of toDocument(Array.from({ length: 4 }, textOnly)).pages) early.take(page)
    expect(early.pages().map(({ items }) => items.length)).toEqual([0, 0, 0, 2])
  })

  test('wait where a page may have footnotes or is unsure for another reason', () => {
    const early = new EarlyLines(rules.settings, ({ number }) => number === 5)
    const pages = [textOnly(), [WORD, MARK], [START], textOnly(), textOnly(), textOnly(), textOnly()]
    for (const page of toDocument(pages).pages) early.take(page)
    expect(early.pages().map(({ items }) => items.length)).toEqual([0, 2, 1, 0, 2, 0, 2])
  })
})

function textOnly(): readonly TextItem[] {
  return [60, 72].map((baseline) => toItem({ text: 'Turm am Fluss', x: 50, baseline, size: 10 }))
}

interface Drawn {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly size: number
}

/** Letters are half as wide as high. */
function toItem({ text, x, baseline, size }: Drawn): TextItem {
  if (ITEM === undefined) throw new Error('no item')
  const edges = Array.from({ length: text.length + 1 }, (_, index) => x + (index * size) / 2)
  const box = { x0: x, x1: edges.at(-1) ?? x, y0: baseline - 0.8 * size, y1: baseline + 0.2 * size }
  return { ...ITEM, text, box, baseline, edges, size }
}

function toDocument(pages: readonly (readonly TextItem[])[]): SourceDocument {
  if (PAGE === undefined) throw new Error('no page')
  const numbered = pages.map((items, index): SourcePage => ({ ...PAGE, number: index + 1, items }))
  return { ...typedDocument([]), pages: numbered }
}
