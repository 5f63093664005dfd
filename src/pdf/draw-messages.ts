import type { PageBox } from '../report/report.ts'

/** A part of a page. */
export interface DrawRegion {
  readonly page: number
  /** On the page as displayed. */
  readonly bbox: PageBox
}

/** A PDF to draw from. */
export interface PdfFile {
  readonly bytes: Uint8Array
  readonly password: string | undefined
  /** MiB that the heap of the thread that draws may take. */
  readonly maxMemory: number
}

/** What the thread that draws is asked to draw. */
export interface DrawTask extends PdfFile {
  readonly regions: readonly DrawRegion[]
  /** `png` keeps every pixel, `webp` is small. */
  readonly format: PictureFormat
}

export type PictureFormat = 'png' | 'webp'

/** A picture in the format asked for, or what kept it from being drawn. */
export type Picture = { readonly image: Uint8Array } | { readonly failure: string }

/** What it answers: a picture for each region, in order; why nothing can be drawn at all. */
export type DrawReply =
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] | 'no-package' }
  | { readonly kind: 'failure'; readonly message: string }
