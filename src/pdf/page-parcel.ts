import { deserialize, serialize } from 'node:v8'
import type { SourcePage } from '../source/source-document.ts'

/** Pages as bytes, which go from thread to thread without a copy. */
export type PageParcel = Uint8Array<ArrayBuffer>

/** Pages on their way from a reader. */
export interface PageMessage {
  readonly parcel: PageParcel
  /** Pages of the document. */
  readonly total: number
}

export function packPages(pages: readonly SourcePage[]): PageParcel {
  return new Uint8Array(serialize(pages))
}

export function unpackPages(parcel: PageParcel): readonly SourcePage[] {
  return deserialize(parcel) as readonly SourcePage[]
}
