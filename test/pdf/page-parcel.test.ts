import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packPages, unpackPages } from '../../src/pdf/page-parcel.ts'
import type { SourcePage, TextItem } from '../../src/source/source-document.ts'
import { typedDocument } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const [PAGE] = typedDocument(['Turm am Fluss']).pages

const number = fc.double({ noNaN: true })
const fonts = ['Antiqua', 'Grotesk'].map((name) => ({ name, bold: name === 'Grotesk', italic: false }))
const item = fc.record({
  text: fc.string(),
  edges: fc.array(number),
  box: fc.record({ x0: number, y0: number, x1: number, y1: number }),
  baseline: number,
  size: number,
  turn: fc.constantFrom(0, 90, 180, 270),
  font: fc.constantFrom(...fonts),
  markedContent: fc.option(fc.string()),
  textLine: fc.constant(null),
  textColumn: fc.constant(0),
}) satisfies fc.Arbitrary<TextItem>
const pages = fc.array(fc.array(item, { maxLength: 4 }), { maxLength: 3 }).map((all) => all.map(toPage))

test('pages come out of a parcel as they went in', () => {
  fc.assert(
    fc.property(pages, (sent) => {
      expect(unpackPages(packPages(sent))).toEqual(sent)
    }),
  )
})

function toPage(items: readonly TextItem[], index: number): SourcePage {
  if (PAGE === undefined) throw new Error('no page')
  return { ...PAGE, number: index + 1, items }
}
