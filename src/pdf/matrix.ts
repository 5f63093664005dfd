import type { Box } from '../source/source-document.ts'

/** A PDF transformation `[a b c d e f]`: `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that applies `inner` first and `outer` to its result. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

/** `matrix` after a move by (x, y) in its own space. */
export function translate(matrix: Matrix, x: number, y: number): Matrix {
  const [a, b, c, d, e, f] = matrix
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The smallest upright box around the mapped rectangle. */
export function mapBox([a, b, c, d, e, f]: Matrix, { x0, y0, x1, y1 }: Box): Box {
  return {
    x0: Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e,
    y0: Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f,
    x1: Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e,
    y1: Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f,
  }
}

/** Mean factor by which the transformation enlarges lengths. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/** Six numbers as a matrix; null for anything else. */
export function toMatrix(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null
  const list: ArrayLike<unknown> = value
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = list
  const given = typeof a === 'number' && typeof b === 'number' && typeof c === 'number'
  return given && typeof d === 'number' && typeof e === 'number' && typeof f === 'number' ? [a, b, c, d, e, f] : null
}
