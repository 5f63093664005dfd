import { deserialize, serialize } from 'node:v8'
import type { SourcePage, TextItem } from '../source/source-document.ts'

/** Pages as bytes, which go from thread to thread without a copy. */
export type PageParcel = Uint8Array<ArrayBuffer>

/** Pages on their way from a reader. */
export interface PageMessage {
  readonly parcel: PageParcel
  /** Pages of the document. */
  readonly total: number
}

/** Half of what a page holds is edges of characters: one by one, they would take four times the time and the memory. */
interface PackedPage extends Omit<SourcePage, 'items'> {
  readonly items: readonly Omit<TextItem, 'edges'>[]
  /** Edges of all items, one behind the other. */
  readonly edges: Float64Array
  /** How many edges each item has. */
  readonly counts: Uint32Array
}

export function packPages(pages: readonly SourcePage[]): PageParcel {
  return new Uint8Array(serialize(pages.map(packPage)))
}

export function unpackPages(parcel: PageParcel): readonly SourcePage[] {
  return (deserialize(parcel) as readonly PackedPage[]).map(unpackPage)
}

function packPage(page: SourcePage): PackedPage {
  const counts = Uint32Array.from(page.items, ({ edges }) => edges.length)
  const edges = new Float64Array(counts.reduce((sum, count) => sum + count, 0))
  let at = 0
  const items = page.items.map(({ edges: own, ...item }) => {
    edges.set(own, at)
    at += own.length
    return item
  })
  return { ...page, items, edges, counts }
}

function unpackPage({ items, edges, counts, ...page }: PackedPage): SourcePage {
  let at = 0
  return { ...page, items: items.map((item, index) => ({ ...item, edges: next(counts[index] ?? 0) })) }

  function next(count: number): readonly number[] {
    // One that grows as it is filled takes twice the memory.
    const own = new Array<number>(count)
    for (let index = 0; index < count; index += 1) own[index] = edges[at + index] ?? 0
    at += count
    return own
  }
}
