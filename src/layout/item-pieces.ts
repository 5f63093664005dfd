import type { Box, TextItem } from '../source/source-document.ts'
import type { Word } from './line.ts'

/** Characters of an item without white space: a word, or a part of one. */
export type Piece = Omit<Word, 'id' | 'links'> & { readonly baseline: number }

/** Cuts an item at its white space. */
export function itemToPieces(item: TextItem, blocks: ReadonlyMap<string, string>): readonly Piece[] {
  const block = item.markedContent === null ? null : (blocks.get(item.markedContent) ?? null)
  const pieces: Piece[] = []
  let to = 0
  for (;;) {
    const from = endOfRun(BLANKS, item.text, to)
    to = endOfRun(INK, item.text, from)
    if (from === to) return pieces
    const isWhole = from === 0 && to === item.text.length && item.edges.length === to + 1
    const edges = isWhole ? item.edges : item.edges.slice(from, to + 1)
    pieces.push({
      text: item.text.slice(from, to),
      edges,
      box: boxBetween(item, edges),
      baseline: item.turn === 0 ? item.baseline : item.box.y1,
      font: item.font,
      size: item.size,
      turn: item.turn,
      textLine: item.textLine,
      textColumns: columnsOf(item, to - from, from),
      block,
    })
  }
}

const BLANKS = /\s*/uy
const INK = /\S*/uy

/** Where the characters end that match from a place on. */
function endOfRun(characters: RegExp, text: string, from: number): number {
  characters.lastIndex = from
  return characters.test(text) ? characters.lastIndex : from
}

const NO_COLUMNS: readonly number[] = []

function columnsOf({ textLine, textColumn }: TextItem, length: number, at: number): readonly number[] {
  if (textLine === null) return NO_COLUMNS
  return Array.from({ length }, (_, index) => textColumn + at + index)
}

/** The part of an item's box from the first edge to the last; turned edges count along the reading direction. */
function boxBetween({ box, turn }: TextItem, edges: readonly number[]): Box {
  const first = edges[0]
  const last = edges.at(-1)
  if (first === undefined || last === undefined) return box
  const { x0, y0, x1, y1 } = box
  switch (turn) {
    case 0:
      return { x0: first, y0, x1: last, y1 }
    case 90:
      return { x0, y0: first, x1, y1: last }
    case 180:
      return { x0: x0 + x1 - last, y0, x1: x0 + x1 - first, y1 }
    case 270:
      return { x0, y0: y0 + y1 - last, x1, y1: y0 + y1 - first }
  }
}
