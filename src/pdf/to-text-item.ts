import type { Box, TextItem } from '../source/source-document.ts'
import { roundBox, toHundredths } from './box.ts'
import type { GlyphRun, Pen } from './glyph-run.ts'
import { replaceUnpairedSurrogates } from './glyph-text.ts'

/** Half the em of a vertical font lies on either side of its line. */
const VERTICAL_HALF = 0.5

/** A finished run as the later stages see it: rounded, in page coordinates. */
export function toTextItem({ pen, start, text, edges, inkEnd }: GlyphRun): TextItem {
  const turn = turnOf(pen)
  const end = Math.max(inkEnd, edges.at(-1) ?? inkEnd)
  const box = runBox(pen, start, end)
  return {
    text: replaceUnpairedSurrogates(text),
    box: roundBox(box),
    baseline: toHundredths(turn === 90 || turn === 270 ? pen.x + shift(pen, start).x : pen.y + shift(pen, start).y),
    edges: placeEdges(pen, turn, box, edges, end),
    size: toHundredths(pen.size),
    font: pen.font.face,
    turn,
    textLine: null,
    textColumn: 0,
    markedContent: pen.markedContent,
  }
}

/** Degrees clockwise, to a quarter, by which text runs against the page. */
export function turnOf({ alongX, alongY }: Pen): TextItem['turn'] {
  if (Math.abs(alongX) >= Math.abs(alongY)) return alongX >= 0 ? 0 : 180
  return alongY > 0 ? 90 : 270
}

/** From the pen's place to a position along its line. */
function shift({ x, y, alongX, alongY }: Pen, position: number): { readonly x: number; readonly y: number } {
  const distance = position - (x * alongX + y * alongY)
  return { x: distance * alongX, y: distance * alongY }
}

function runBox(pen: Pen, start: number, end: number): Box {
  const { ascent, descent, vertical, sizeScale } = pen.font
  const top = (vertical ? VERTICAL_HALF : ascent / sizeScale) * pen.size
  const bottom = (vertical ? -VERTICAL_HALF : descent / sizeScale) * pen.size
  const first = shift(pen, start)
  const last = shift(pen, end)
  const { x, y, upX, upY } = pen
  const left = Math.min(first.x, last.x)
  const right = Math.max(first.x, last.x)
  const high = Math.min(first.y, last.y)
  const low = Math.max(first.y, last.y)
  return {
    x0: x + left + Math.min(top * upX, bottom * upX),
    y0: y + high + Math.min(top * upY, bottom * upY),
    x1: x + right + Math.max(top * upX, bottom * upX),
    y1: y + low + Math.max(top * upY, bottom * upY),
  }
}

/**
 * Positions along the line, and the end, as the coordinates `TextItem.edges` promises; kerning backwards stays at the edge
 * before.
 */
function placeEdges(
  pen: Pen,
  turn: TextItem['turn'],
  box: Box,
  positions: readonly number[],
  end: number,
): readonly number[] {
  const upright = turn === 0 || turn === 180
  const factor = Math.abs(upright ? pen.alongX : pen.alongY)
  const first = positions[0] ?? end
  const origin = turn === 0 ? pen.x + shift(pen, first).x : upright ? box.x0 : box.y0
  const edges: number[] = []
  let before = -Infinity
  const place = (position: number): void => {
    before = Math.max(before, toHundredths(origin + (position - first) * factor))
    edges.push(before)
  }
  for (const position of positions) place(position)
  place(end)
  return edges
}
