import type { SourceDocument, SourcePage } from '../source/source-document.ts'
import { showSoftHyphens } from './show-soft-hyphens.ts'

/** A document of its pages, in whatever order they were read. */
export function assembleDocument(frame: Omit<SourceDocument, 'pages'>, pages: readonly SourcePage[]): SourceDocument {
  return { ...frame, pages: showSoftHyphens(pages.toSorted((one, other) => one.number - other.number)) }
}
