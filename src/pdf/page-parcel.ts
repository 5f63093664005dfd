import { deserialize, serialize } from 'node:v8'
import type { FontFace, SourcePage, TextItem } from '../source/source-document.ts'

/** Pages as bytes, which go from thread to thread without a copy. */
export type PageParcel = Uint8Array<ArrayBuffer>

/** Pages on their way from a reader. */
export interface PageMessage {
  readonly parcel: PageParcel
  /** Pages of the document. */
  readonly total: number
}

/**
 * A page whose items are told in columns: one by one, each with the names of its fields, they take several times the
 * time and the room. What is the same for all items of a PDF is left out.
 */
interface PackedPage extends Omit<SourcePage, 'items'> {
  readonly texts: readonly string[]
  /** Of each item: its box, baseline, size and turn. */
  readonly numbers: Float64Array
  /** Edges of all items, one behind the other. */
  readonly edges: Float64Array
  /** How many edges each item has. */
  readonly counts: Uint32Array
  /** The typefaces of the page. */
  readonly fonts: readonly FontFace[]
  /** Place of each item's typeface in the list of them. */
  readonly fontOf: Uint32Array
  /** Null where no item has any. */
  readonly markedContents: readonly (string | null)[] | null
}

/** How many numbers stand for an item. */
const NUMBERS = 7

export function packPages(pages: readonly SourcePage[]): PageParcel {
  return new Uint8Array(serialize(pages.map(packPage)))
}

export function unpackPages(parcel: PageParcel): readonly SourcePage[] {
  return (deserialize(parcel) as readonly PackedPage[]).map(unpackPage)
}

function packPage({ items, ...page }: SourcePage): PackedPage {
  const counts = Uint32Array.from(items, ({ edges }) => edges.length)
  const edges = new Float64Array(counts.reduce((sum, count) => sum + count, 0))
  const numbers = new Float64Array(items.length * NUMBERS)
  let at = 0
  for (const [index, { box, baseline, size, turn, edges: own }] of items.entries()) {
    let place = index * NUMBERS
    for (const value of [box.x0, box.y0, box.x1, box.y1, baseline, size, turn]) numbers[place++] = value
    // To copy so few at once takes longer.
    for (const edge of own) edges[at++] = edge
  }
  const fonts = [...new Set(items.map(({ font }) => font))]
  const places = new Map(fonts.map((font, place) => [font, place]))
  const isMarked = items.some(({ markedContent }) => markedContent !== null)
  return {
    ...page,
    texts: items.map(({ text }) => text),
    numbers,
    edges,
    counts,
    fonts,
    fontOf: Uint32Array.from(items, ({ font }) => places.get(font) ?? 0),
    markedContents: isMarked ? items.map(({ markedContent }) => markedContent) : null,
  }
}

function unpackPage({ texts, numbers, edges, counts, fonts, fontOf, markedContents, ...page }: PackedPage): SourcePage {
  let at = 0
  const items = texts.map((text, index): TextItem => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, baseline = 0, size = 0, turn = 0] = numbers.subarray(
      index * NUMBERS,
      (index + 1) * NUMBERS,
    )
    const count = counts[index] ?? 0
    const own = listOf(edges, at, count)
    at += count
    return {
      text,
      box: { x0, y0, x1, y1 },
      baseline,
      edges: own,
      size,
      font: fonts[fontOf[index] ?? 0] ?? NO_FONT,
      turn: turn as TextItem['turn'],
      textLine: null,
      textColumn: 0,
      markedContent: markedContents?.[index] ?? null,
    }
  })
  return { ...page, items }
}

const NO_FONT: FontFace = { name: '', bold: false, italic: false }

/** One that grows as it is filled takes twice the memory. */
function listOf(numbers: Float64Array, from: number, count: number): readonly number[] {
  const list = new Array<number>(count)
  for (let index = 0; index < count; index += 1) list[index] = numbers[from + index] ?? 0
  return list
}
