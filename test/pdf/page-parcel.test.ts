import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packPages, unpackPages } from '../../src/pdf/page-parcel.ts'
import type { SourcePage, TextItem } from '../../src/source/source-document.ts'
import { typedDocument } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const [PAGE] = typedDocument(['Turm am Fluss']).pages
const [ITEM] = PAGE?.items ?? []

const item = fc.record({ text: fc.string(), edges: fc.array(fc.double({ noNaN: true })) }).map(toItem)
const pages = fc.array(fc.array(item, { maxLength: 4 }), { maxLength: 3 }).map((all) => all.map(toPage))

test('pages come out of a parcel as they went in', () => {
  fc.assert(
    fc.property(pages, (sent) => {
      expect(unpackPages(packPages(sent))).toEqual(sent)
    }),
  )
})

function toItem({ text, edges }: Pick<TextItem, 'text' | 'edges'>): TextItem {
  if (ITEM === undefined) throw new Error('no item')
  return { ...ITEM, text, edges }
}

function toPage(items: readonly TextItem[], index: number): SourcePage {
  if (PAGE === undefined) throw new Error('no page')
  return { ...PAGE, number: index + 1, items }
}
