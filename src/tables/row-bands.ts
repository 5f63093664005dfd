import { boxOf } from '../layout/box.ts'
import type { Box, PageFrame } from '../source/source-document.ts'

/** A stretch of a page between two rulings or shades that go through the whole table. */
export interface Band {
  readonly y0: number
  readonly y1: number
}

/** Whether the middle of a line lies in a band. */
export function isIn({ box }: { readonly box: Box }, { y0, y1 }: Band): boolean {
  const middle = (box.y0 + box.y1) / 2
  return middle >= y0 && middle < y1
}

/** Share of the table's width that rulings at one height must cover to divide rows. */
const THROUGH = 0.9

/** Heights, in points, within which rulings count as one. */
const SAME_HEIGHT = 2.5

/**
 * The bands between horizontal rulings that cross the whole table; empty where there are none inside the area.
 * Renderers draw the border of each cell on its own: pieces at one height are taken together.
 */
export function ruledBands(area: Box, page: PageFrame): readonly Band[] {
  const pieces = page.rulings
    .filter(({ direction, box }) => direction === 'horizontal' && box.y1 >= area.y0 - 30 && box.y0 <= area.y1 + 30)
    .map(({ box }) => ({ y: (box.y0 + box.y1) / 2, x0: box.x0, x1: box.x1 }))
    .sort((a, b) => a.y - b.y)
  const heights: { y: number; pieces: typeof pieces }[] = []
  for (const piece of pieces) {
    const last = heights.at(-1)
    if (last !== undefined && piece.y - last.y <= SAME_HEIGHT) last.pieces.push(piece)
    else heights.push({ y: piece.y, pieces: [piece] })
  }
  const through = heights
    .filter((height) => covered(height.pieces, area) >= THROUGH * (area.x1 - area.x0))
    .map((height) => height.y)
  if (through.length === 0) return []
  const edges = [Number.NEGATIVE_INFINITY, ...through, Number.POSITIVE_INFINITY]
  return edges.slice(1).map((y1, index) => ({ y0: edges[index] ?? 0, y1 }))
}

/** Length of the area's width that the pieces cover together. */
function covered(pieces: readonly { x0: number; x1: number }[], area: Box): number {
  let reached = area.x0
  let length = 0
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const from = Math.max(piece.x0, reached)
    const to = Math.min(piece.x1, area.x1)
    if (to > from) length += to - from
    reached = Math.max(reached, piece.x1)
  }
  return length
}

/** Whether rulings divide the lines of a page: a frame around all of them does not. */
export function isDivided(lines: readonly { readonly box: Box }[], page: PageFrame): boolean {
  const bands = ruledBands(boxOf(lines.map(({ box }) => box)), page)
  return bands.filter((band) => lines.some((line) => isIn(line, band))).length > 1
}
