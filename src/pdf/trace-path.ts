import type { Box } from '../source/source-document.ts'
import { mapPoint, type Matrix } from './matrix.ts'

/** One connected line of a path, on the page as displayed. */
export interface Subpath {
  /** Its corners, `x0 y0 x1 y1 …`; the end of a curve is a corner, its control points are not. */
  readonly corners: readonly number[]
  /** Indexes of corners that a curve leads to. */
  readonly curved: ReadonlySet<number>
  /** Around corners and control points. */
  readonly box: Box
}

// The codes PDF.js packs paths with, and how many numbers follow each.
const MOVE_TO = 0
const LINE_TO = 1
const CURVE_TO = 2
const QUADRATIC_CURVE_TO = 3
const OPERANDS = new Map([
  [MOVE_TO, 2],
  [LINE_TO, 2],
  [CURVE_TO, 6],
  [QUADRATIC_CURVE_TO, 4],
])

class SubpathBuilder implements Subpath {
  readonly corners: number[] = []
  readonly curved = new Set<number>()
  readonly box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }

  cover([x, y]: readonly [number, number]): void {
    this.box.x0 = Math.min(this.box.x0, x)
    this.box.y0 = Math.min(this.box.y0, y)
    this.box.x1 = Math.max(this.box.x1, x)
    this.box.y1 = Math.max(this.box.y1, y)
  }

  turnAt(point: readonly [number, number]): void {
    this.corners.push(...point)
    this.cover(point)
  }

  close(): void {
    const [x, y] = this.corners
    if (x !== undefined && y !== undefined) this.corners.push(x, y)
  }
}

/**
 * Reads a packed path.
 * @param commands `0 x y` begins a line, `1 x y` draws on, `2 …` and `3 …` are curves, `4` closes
 */
export function tracePath(commands: Float32Array, matrix: Matrix): readonly Subpath[] {
  const subpaths: SubpathBuilder[] = []
  let current = new SubpathBuilder()
  for (let at = 0; at < commands.length;) {
    const command = commands[at] ?? 0
    const operands = OPERANDS.get(command) ?? 0
    const numbers = commands.subarray(at + 1, at + 1 + operands)
    at += 1 + operands
    if (operands === 0) {
      current.close()
      continue
    }
    if (command === MOVE_TO) {
      current = new SubpathBuilder()
      subpaths.push(current)
    }
    for (let operand = 0; operand < operands - 2; operand += 2) current.cover(pointAt(numbers, operand, matrix))
    if (command === CURVE_TO || command === QUADRATIC_CURVE_TO) current.curved.add(current.corners.length / 2)
    current.turnAt(pointAt(numbers, operands - 2, matrix))
  }
  return subpaths.filter(({ corners }) => corners.length > 2)
}

function pointAt(numbers: Float32Array, at: number, matrix: Matrix): readonly [number, number] {
  return mapPoint(matrix, numbers[at] ?? 0, numbers[at + 1] ?? 0)
}
