import type { SourceDocument, SourcePage } from '../../src/source/source-document.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { type RawDocument, rawPdf, type RawPage } from './raw-pdf.ts'

export function readRaw(document: RawDocument): Promise<SourceDocument> {
  return readPdf(rawPdf(document))
}

/** The page of a document that has one. */
export async function readOnePage(page: RawPage, document: Partial<RawDocument> = {}): Promise<SourcePage> {
  const { pages } = await readRaw({ ...document, pages: [page] })
  const [only] = pages
  if (only === undefined) throw new Error('the document has no page')
  return only
}

/** A text that is there so that the document has one. */
export const SOME_TEXT = 'BT /F1 10 Tf 20 20 Td (Altenrode) Tj ET'

/** The page's texts in order. */
export function texts({ items }: SourcePage): readonly string[] {
  return items.map(({ text }) => text)
}
