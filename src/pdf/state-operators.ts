import { IDENTITY, mapBox, type Matrix, multiply, toMatrix } from './matrix.ts'
import { boxOfCorners, intersectBoxes, nothingIn } from './box.ts'
import { type Drawing, listOf, numberOf, type Operators } from './drawing.ts'
import { addImageBox } from './image-operators.ts'
import { setFont } from './text-operators.ts'

/** Operators that change how later operators draw. */
export const stateOperators: Operators = {
  save,
  restore,
  transform: (drawing, args) => {
    place(drawing, args)
  },
  setLineWidth: ({ state }, [width]) => {
    state.lineWidth = numberOf(width)
  },
  setGState: (drawing, [entries]) => {
    for (const entry of listOf(entries)) setParameter(drawing, entry)
  },
  setFillRGBColor: ({ state }, [colour]) => {
    state.fillColour = typeof colour === 'string' ? colour : null
  },
  setStrokeRGBColor: ({ state }, [colour]) => {
    state.strokeColour = typeof colour === 'string' ? colour : null
  },
  setFillColorN: clearFill,
  setFillTransparent: clearFill,
  setStrokeColorN: clearStroke,
  setStrokeTransparent: clearStroke,
  paintFormXObjectBegin: (drawing, [matrix, bounds]) => {
    save(drawing)
    if (matrix !== null && matrix !== undefined) place(drawing, matrix)
    clipToBounds(drawing, drawing.state.matrix, bounds)
  },
  paintFormXObjectEnd: restore,
  beginGroup: (drawing, [group]) => {
    save(drawing)
    if (drawing.maskDepth > 0 || member(group, 'smask') !== undefined) drawing.maskDepth += 1
    const matrix = toMatrix(member(group, 'matrix')) ?? IDENTITY
    clipToBounds(drawing, multiply(drawing.state.matrix, matrix), member(group, 'bbox'))
  },
  endGroup: (drawing) => {
    if (drawing.maskDepth > 0) drawing.maskDepth -= 1
    restore(drawing)
  },
}

function save(drawing: Drawing): void {
  drawing.savedStates.push({ ...drawing.state })
}

/** Ends a level. Where it only placed something and drew nothing, it placed a picture. */
function restore(drawing: Drawing): void {
  if (drawing.state.placedOnly) addImageBox(drawing)
  const saved = drawing.savedStates.pop()
  if (saved === undefined) return
  drawing.state = saved
  saved.placedOnly = false
}

function place({ state }: Drawing, operand: unknown): void {
  const matrix = toMatrix(operand)
  if (matrix === null) return
  state.matrix = multiply(state.matrix, matrix)
  state.placedOnly = true
}

/** @param matrix from the space of the bounds to the page as displayed */
function clipToBounds({ state }: Drawing, matrix: Matrix, bounds: unknown): void {
  if (!Array.isArray(bounds) && !(bounds instanceof Float32Array)) return
  const [ax, ay, bx, by] = Array.from<unknown>(bounds)
  const box = boxOfCorners(numberOf(ax), numberOf(ay), numberOf(bx), numberOf(by))
  state.clip = intersectBoxes(state.clip, mapBox(matrix, box)) ?? nothingIn(state.clip)
}

function setParameter({ state, fontOf }: Drawing, entry: unknown): void {
  const [key, value] = listOf(entry)
  if (key === 'LW') state.lineWidth = numberOf(value)
  else if (key === 'ca') state.fillOpacity = numberOf(value, 1)
  else if (key === 'CA') state.strokeOpacity = numberOf(value, 1)
  else if (key === 'Font') setFont(state, fontOf, listOf(value))
}

function clearFill({ state }: Drawing): void {
  state.fillColour = null
}

function clearStroke({ state }: Drawing): void {
  state.strokeColour = null
}

/** A member of PDF.js's description of a transparency group; undefined where it is absent or null. */
function member(group: unknown, key: string): unknown {
  if (typeof group !== 'object' || group === null) return undefined
  const value: unknown = Reflect.get(group, key)
  return value ?? undefined
}
