import type { Box, FilledArea } from '../source/source-document.ts'
import { boxOfCorners, growBox, intersectBoxes } from './box.ts'
import type { DrawnRuling } from './drawing.ts'
import type { Subpath } from './trace-path.ts'

/** Filled rectangles up to this thickness, in points, are lines. */
const THICKEST_RULE = 3
/** A line is so many times longer than thick; anything stubbier is a dot or an area. */
const LEAST_LENGTH = 2
/** How far, in points, the ends of a straight upright or level line may be out of true. */
const OUT_OF_TRUE = 0.3
/** A line on the very edge of the clip still shows. */
const CLIP_TOLERANCE = 0.5

const WHITE = '#ffffff'

/** Rulings that a stroked path shows: its level and upright straight pieces. */
export function strokePath(
  subpaths: readonly Subpath[],
  thickness: number,
  colour: string,
  clip: Box,
): readonly DrawnRuling[] {
  return subpaths.flatMap(({ corners, curved }) => {
    const pieces: DrawnRuling[] = []
    for (let at = 2; at + 1 < corners.length; at += 2) {
      if (curved.has(at / 2)) continue
      const [ax = 0, ay = 0, bx = 0, by = 0] = corners.slice(at - 2, at + 2)
      const ruling = toRuling(boxOfCorners(ax, ay, bx, by), thickness, colour, clip)
      if (ruling !== null) pieces.push(ruling)
    }
    return pieces
  })
}

/** Rulings and areas that a filled path shows, each part of the path by itself. White areas are not there. */
export function fillPath(
  subpaths: readonly Subpath[],
  colour: string,
  clip: Box,
): { readonly rulings: readonly DrawnRuling[]; readonly fills: readonly FilledArea[] } {
  const rulings: DrawnRuling[] = []
  const fills: FilledArea[] = []
  for (const { corners, curved, box } of subpaths) {
    const width = box.x1 - box.x0
    const height = box.y1 - box.y0
    const thin = Math.min(width, height) <= THICKEST_RULE && curved.size === 0 && isRectangle(corners, box)
    const ruling = thin ? middleRuling(box, colour, clip) : null
    if (ruling !== null) {
      rulings.push(ruling)
      continue
    }
    const seen = intersectBoxes(box, clip)
    if (seen !== null && colour !== WHITE && hasArea(seen)) fills.push({ box: seen, colour })
  }
  return { rulings, fills }
}

/** A thin filled rectangle as a line along its middle. */
function middleRuling({ x0, y0, x1, y1 }: Box, colour: string, clip: Box): DrawnRuling | null {
  const x = (x0 + x1) / 2
  const y = (y0 + y1) / 2
  return x1 - x0 >= y1 - y0
    ? toRuling({ x0, y0: y, x1, y1: y }, y1 - y0, colour, clip)
    : toRuling({ x0: x, y0, x1: x, y1 }, x1 - x0, colour, clip)
}

/** @param line a box without height or width, give or take */
function toRuling(line: Box, thickness: number, colour: string, clip: Box): DrawnRuling | null {
  const width = line.x1 - line.x0
  const height = line.y1 - line.y0
  const length = Math.max(width, height)
  if (Math.min(width, height) > OUT_OF_TRUE || length < LEAST_LENGTH * thickness || length < 1) return null
  const horizontal = width >= height
  const across = thickness / 2
  const thick = horizontal
    ? { ...line, y0: line.y0 - across, y1: line.y1 + across }
    : { ...line, x0: line.x0 - across, x1: line.x1 + across }
  const box = intersectBoxes(thick, growBox(clip, CLIP_TOLERANCE))
  return box === null ? null : { direction: horizontal ? 'horizontal' : 'vertical', box, thickness, colour }
}

/** Every corner lies on a corner of the box around them. */
function isRectangle(corners: readonly number[], { x0, y0, x1, y1 }: Box): boolean {
  return corners.every((value, at) => {
    const [low, high] = at % 2 === 0 ? [x0, x1] : [y0, y1]
    return Math.min(Math.abs(value - low), Math.abs(value - high)) <= OUT_OF_TRUE
  })
}

function hasArea({ x0, y0, x1, y1 }: Box): boolean {
  return x1 > x0 && y1 > y0
}
