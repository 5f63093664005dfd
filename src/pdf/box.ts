import type { Box } from '../source/source-document.ts'

/** Coordinates leave the reader in hundredths of a point. Negative zero becomes zero. */
export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

export function roundBox({ x0, y0, x1, y1 }: Box): Box {
  return { x0: toHundredths(x0), y0: toHundredths(y0), x1: toHundredths(x1), y1: toHundredths(y1) }
}

/** The part both boxes share; null where they do not meet. Boxes that only touch share a box of no width or height. */
export function intersectBoxes(one: Box, other: Box): Box | null {
  const x0 = Math.max(one.x0, other.x0)
  const y0 = Math.max(one.y0, other.y0)
  const x1 = Math.min(one.x1, other.x1)
  const y1 = Math.min(one.y1, other.y1)
  return x0 <= x1 && y0 <= y1 ? { x0, y0, x1, y1 } : null
}

/** The box with all four edges moved outwards. */
export function growBox({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by }
}

/** A box from any two opposite corners. */
export function boxOfCorners(ax: number, ay: number, bx: number, by: number): Box {
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
}

/** A box of no width or height in the corner of `box`: a clip that lets nothing through. */
export function nothingIn({ x0, y0 }: Box): Box {
  return { x0, y0, x1: x0, y1: y0 }
}

/** Whether all its edges are numbers. */
export function isFiniteBox({ x0, y0, x1, y1 }: Box): boolean {
  return Number.isFinite(x0) && Number.isFinite(y0) && Number.isFinite(x1) && Number.isFinite(y1)
}
