import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import { stripFurniture } from '../../src/layout/strip-furniture.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import type { SourceDocument, TextItem } from '../../src/source/source-document.ts'
import { rules, typedDocument, typedDump } from './typed-page.ts'

test.for(readCorpus('furniture.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, settings, expected }]) => {
    const document = settings.get('layout') === 'flowed' ? typedDump(input) : typedDocument(input)
    const pages = buildLines(document, rules.settings)
    const known = settings.get('known')?.split(', ') ?? []
    const { body, furniture } = stripFurniture(document, pages, rules.furniture, rules.settings, ({ text }) =>
      known.includes(text),
    )
    const found = [
      ...body.map((line) => ({ line, says: `body ${String(line.page)}` })),
      ...furniture.flatMap(({ rule, lines }) => lines.map((line) => ({ line, says: rule }))),
    ].sort((a, b) => (a.line.words[0]?.id ?? 0) - (b.line.words[0]?.id ?? 0))
    expect(found.map(({ line, says }) => `${says} ${line.text}`)).toEqual(expected)
  },
)

describe('turned lines', () => {
  /** Four pages with a line of text and a turned one. */
  function pagesWith(text: string, x0: number, turn: 90 | 270): SourceDocument {
    const document = typedDocument([
      'Der Turm am Fluss',
      '~~~',
      'Seine vier Uhren',
      '~~~',
      'Das offene Tor',
      '~~~',
      'Glocken aus Erz',
    ])
    const pages = document.pages.map((page) => {
      const [typed] = page.items
      if (typed === undefined) throw new Error('no item')
      const edges = Array.from({ length: text.length + 1 }, (_, index) => 100 + 5 * index)
      const box = { x0, x1: x0 + 10, y0: 100, y1: edges.at(-1) ?? 100 }
      const item: TextItem = { ...typed, text, turn, box, baseline: x0 + 8, edges }
      return { ...page, items: [...page.items, item] }
    })
    return { ...document, pages }
  }
  const rulesOf = (document: SourceDocument) =>
    stripFurniture(
      document,
      buildLines(document, rules.settings),
      rules.furniture,
      rules.settings,
      () => false,
    ).furniture.map(({ rule }) => rule)

  test('are footers where the foot of the displayed page is on that side', () => {
    expect(rulesOf(pagesWith('Seite 3 von 9', 580, 270))).toEqual(Array(4).fill('page-of-pages'))
    expect(rulesOf(pagesWith('Seite 3 von 9', 10, 90))).toEqual(Array(4).fill('page-of-pages'))
  })

  test('are furniture in the margin of most pages, not beside the text of some', () => {
    expect(rulesOf(pagesWith('Fokus Turm', 300, 270))).toEqual(Array(4).fill('repeated-edge'))
    expect(rulesOf(pagesWith('Fokus Turm', 40, 270))).toEqual([])
  })
})
