import type { Box } from '../source/source-document.ts'
import type { Word } from './line.ts'

/** Some neighbouring characters of a word. */
export interface WordPart {
  readonly word: Word
  /** First UTF-16 unit. */
  readonly from: number
  /** One past the last. */
  readonly to: number
}

/** The box of the characters, along the direction in which the word is set. */
export function boxOfPart({ word: { text, box, edges, turn }, from, to }: WordPart): Box {
  const [first, last, end] = [edges[from], edges[to], edges.at(-1)]
  if (first === undefined || last === undefined || end === undefined || (from === 0 && to === text.length)) return box
  // Turned by 180° and 270° the edges count from the other side of the box.
  switch (turn) {
    case 0:
      return { ...box, x0: first, x1: last }
    case 90:
      return { ...box, y0: first, y1: last }
    case 180:
      return { ...box, x0: box.x0 + end - last, x1: box.x0 + end - first }
    case 270:
      return { ...box, y0: box.y0 + end - last, y1: box.y0 + end - first }
  }
}
