import { drawAside } from '../pdf/draw-aside.ts'
import type { PdfFile } from '../pdf/draw-messages.ts'
import type { DocumentFrame, PageFrame } from '../source/source-document.ts'

/** A page as a viewer shows it. */
export interface DrawnPage {
  /** 1-based. */
  readonly number: number
  /** In points. */
  readonly width: number
  readonly height: number
  /** A picture of it (WebP); null where it could not be drawn. */
  readonly image: Uint8Array | null
}

/** The pages of a document. */
export interface DrawnPages {
  /** None where the document is a text. */
  readonly pages: readonly DrawnPage[]
  /** Why pictures are missing; `no-package` where the optional package that draws is not there; null where none is. */
  readonly failure: string | null
}

/**
 * Draws all pages of a document.
 *
 * @param file null for a text
 */
export async function drawPages({ pages }: DocumentFrame, file: PdfFile | null): Promise<DrawnPages> {
  if (file === null) return { pages: [], failure: null }
  const sizes = pages.map(displayedSize)
  const regions = sizes.map(({ number, width, height }) => ({ page: number, bbox: [0, 0, width, height] as const }))
  const drawn = await drawAside({ ...file, regions, format: 'webp' })
  if (drawn === 'no-package') return { pages: sizes.map((size) => ({ ...size, image: null })), failure: drawn }
  const failure = drawn.flatMap((picture) => ('failure' in picture ? [picture.failure] : []))[0] ?? null
  const images = drawn.map((picture) => ('image' in picture ? picture.image : null))
  return { pages: sizes.map((size, index) => ({ ...size, image: images[index] ?? null })), failure }
}

/** A page that was turned to be read is as wide as it is high there. */
function displayedSize({ number, width, height, readingTurn }: PageFrame) {
  const isOnItsSide = readingTurn === 90 || readingTurn === 270
  return isOnItsSide ? { number, width: height, height: width } : { number, width, height }
}
