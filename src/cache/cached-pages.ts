import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { PageParcel } from '../pdf/page-parcel.ts'
import type { ReadShare } from '../pdf/read-pdf.ts'

/**
 * A document as the cache keeps it: its parcels of pages, each behind its length, a length of nothing, the rest behind
 * its length, and the SHA-256 of all that.
 */
const LENGTH = 4
const DIGEST = 32

/** Makes the bytes of a kept document, part by part, as they are known. */
export class CachedPagesWriter {
  readonly #hash = createHash('sha256')

  parcel(parcel: Uint8Array): readonly Uint8Array[] {
    return this.#part(parcel)
  }

  /** The last bytes. */
  end(share: ReadShare): readonly Uint8Array[] {
    const parts = [...this.#part(new Uint8Array(0)), ...this.#part(serialize(share))]
    return [...parts, this.#hash.digest()]
  }

  #part(bytes: Uint8Array): readonly Uint8Array[] {
    const length = new Uint8Array(LENGTH)
    new DataView(length.buffer).setUint32(0, bytes.byteLength)
    this.#hash.update(length).update(bytes)
    return [length, bytes]
  }
}

/** A document that was kept. */
export interface CachedPages {
  /** Who unpacks them takes them out: they are views of one memory. */
  readonly parcels: PageParcel[]
  readonly share: ReadShare
}

/** @returns null where these are not the whole bytes that were written */
export function readCachedPages(bytes: Uint8Array<ArrayBuffer>): CachedPages | null {
  const end = bytes.byteLength - DIGEST
  if (end < 0) return null
  const digest = createHash('sha256').update(bytes.subarray(0, end)).digest()
  if (!digest.equals(bytes.subarray(end))) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const parcels: PageParcel[] = []
  let at = 0
  const next = (): PageParcel => {
    const from = at + LENGTH
    at = from + view.getUint32(at)
    return bytes.subarray(from, at)
  }
  for (let parcel = next(); parcel.byteLength > 0; parcel = next()) parcels.push(parcel)
  return { parcels, share: deserialize(next()) as ReadShare }
}
