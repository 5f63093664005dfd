import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import { setFootnotesAside } from '../../src/layout/set-footnotes-aside.ts'
import type { RulingLine, SourceDocument, TextItem } from '../../src/source/source-document.ts'
import { rules, typedDocument } from './typed-page.ts'

/** A text at a place: x, baseline, size. Letters are half as wide as high. */
type Drawn = readonly [x: number, baseline: number, size: number, text: string]

const [PATTERN] = typedDocument(['Turm']).pages[0]?.items ?? []

function toItem([x, baseline, size, text]: Drawn): TextItem {
  if (PATTERN === undefined) throw new Error('no item')
  const edges = Array.from({ length: text.length + 1 }, (_, index) => x + (index * size) / 2)
  const box = { x0: x, x1: edges.at(-1) ?? x, y0: baseline - 0.8 * size, y1: baseline + 0.2 * size }
  return { ...PATTERN, text, box, baseline, edges, size }
}

function documentOf(pages: readonly (readonly Drawn[])[], rulings: readonly RulingLine[] = []): SourceDocument {
  const document = typedDocument(['Turm'])
  const [page] = document.pages
  if (page === undefined) throw new Error('no page')
  const drawn = pages.map((items, index) => ({ ...page, number: index + 1, items: items.map(toItem), rulings }))
  return { ...document, pages: drawn }
}

/** The texts of the lines of all pages. */
function linesOf(document: SourceDocument): readonly string[] {
  return buildLines(document, rules.settings)
    .flat()
    .map(({ text }) => text)
}

function divided(...pages: readonly (readonly Drawn[])[]): { text: readonly string[]; footnotes: readonly string[] } {
  const { text, footnotes } = setFootnotesAside(documentOf(pages))
  return { text: linesOf(text), footnotes: linesOf(footnotes) }
}

const BODY: readonly Drawn[] = [
  [50, 60, 10, 'Der Turm steht am Fluss und hat Uhren'],
  [50, 72, 10, 'Der Brunnen daneben ist für alle da'],
]

describe('a footnote', () => {
  test('leaves the text with the small raised figure that points to it', () => {
    const { text, footnotes } = divided([
      ...BODY,
      [50, 100, 10, 'Träger'],
      [80, 96, 6, '2'],
      [83, 100, 10, ' und Stadt'],
      [50, 400, 6, '2'],
      [54, 403, 8, 'Ohne Fahrdienste, die'],
      [50, 412, 8, 'der Kreis bezahlt.'],
      [50, 450, 8, 'Seite 3'],
    ])
    expect(text).toEqual([...BODY.map(([, , , line]) => line), 'Träger und Stadt', 'Seite 3'])
    expect(footnotes).toEqual(['2', '2', 'Ohne Fahrdienste, die', 'der Kreis bezahlt.'])
  })

  test('and with a character that is raised by itself', () => {
    const { text, footnotes } = divided([...BODY, [50, 100, 10, 'Träger², Stadt'], [50, 400, 8, '²Ohne Fahrdienste.']])
    expect(text.at(-1)).toBe('Träger, Stadt')
    expect(footnotes).toEqual(['²', '²Ohne Fahrdienste.'])
  })

  test('may begin with a plain figure, or be marked with a star', () => {
    const plain = divided([...BODY, [50, 100, 10, 'Träger'], [80, 96, 6, '2'], [50, 400, 8, '2 Ohne Fahrdienste.']])
    expect(plain.footnotes).toEqual(['2', '2 Ohne Fahrdienste.'])
    const star = divided([...BODY, [50, 100, 10, 'Träger'], [80, 96, 6, '*)'], [50, 400, 8, '*) Ohne Fahrdienste.']])
    expect(star.footnotes).toEqual(['*)', '*) Ohne Fahrdienste.'])
  })

  test('may stand on the page before, where the row it belongs to was moved over the end', () => {
    const { text, footnotes } = divided(
      [...BODY, [50, 400, 8, '2 Ohne Fahrdienste.']],
      [
        [50, 100, 10, 'Träger'],
        [80, 96, 6, '2'],
      ],
    )
    expect(text.at(-1)).toBe('Träger')
    expect(footnotes).toEqual(['2 Ohne Fahrdienste.', '2'])
  })

  test('takes the line above it along, not the ruling of a table', () => {
    const ruling = (y: number, x1: number): RulingLine => ({
      direction: 'horizontal',
      box: { x0: 50, x1, y0: y, y1: y },
      thickness: 0.5,
    })
    const rulings = [ruling(110, 550), ruling(388, 200)]
    const page: readonly Drawn[] = [
      ...BODY,
      [50, 100, 10, 'Träger'],
      [80, 96, 6, '2'],
      [50, 400, 8, '2 Ohne Fahrdienste.'],
    ]
    expect(setFootnotesAside(documentOf([page], rulings)).text.pages[0]?.rulings).toEqual(rulings.slice(0, 1))
  })
})

describe('no footnote', () => {
  test.for([
    ['a raised figure that nothing explains', [50, 100, 10, 'Träger², Stadt'], [50, 400, 8, '3 Ohne Fahrdienste.']],
    ['a unit', [50, 100, 10, 'auf 120 m² Fläche'], [50, 400, 8, '2 Räume hat der Turm.']],
    ['a line in the size of the text', [50, 100, 10, 'Träger², Stadt'], [50, 400, 10, '2 Räume hat der Turm.']],
    ['a line above the mark', [50, 400, 10, 'Träger², Stadt'], [50, 100, 8, '2 Räume hat der Turm.']],
  ] as const)('is %s', ([, ...drawn]) => {
    const document = documentOf([[...BODY, ...drawn]])
    const { text, footnotes } = setFootnotesAside(document)
    expect(linesOf(text)).toEqual(linesOf(document))
    expect(linesOf(footnotes)).toEqual([])
  })
})
