import type { Box } from '../source/source-document.ts'
import { intersectBoxes } from './box.ts'
import { type Drawing, type Operators } from './drawing.ts'
import { mapBox } from './matrix.ts'

/** Pictures are painted on the unit square. */
const UNIT_SQUARE: Box = { x0: 0, y0: 0, x1: 1, y1: 1 }

/** A picture smaller than this in either direction, in points, is no picture but a leftover of the typesetter. */
const SMALLEST_PICTURE = 2

/**
 * Operators that paint pictures. PDF.js is told to leave out all pictures larger than one pixel, because decoding them
 * costs more than reading the page; what stays of them is their matrix (see `GraphicsState.placedOnly`).
 */
export const imageOperators: Operators = {
  paintImageXObject: paint,
  paintImageXObjectRepeat: paint,
  paintInlineImageXObject: paint,
  paintInlineImageXObjectGroup: paint,
  paintImageMaskXObject: paint,
  paintImageMaskXObjectGroup: paint,
  paintImageMaskXObjectRepeat: paint,
  paintSolidColorImageMask: (drawing) => {
    drawing.state.placedOnly = false
    const { fillColour, fillOpacity, matrix, clip } = drawing.state
    const box = intersectBoxes(mapBox(matrix, UNIT_SQUARE), clip)
    if (box === null || fillColour === null || fillColour === '#ffffff' || fillOpacity === 0) return
    drawing.fills.push({ box, colour: fillColour })
  },
  shadingFill: ({ state }) => {
    state.placedOnly = false
  },
}

/** Notes the unit square of the current matrix, as far as it can be seen, as the place of a picture. */
export function addImageBox({ state, images, maskDepth }: Drawing): void {
  if (maskDepth > 0) return
  const box = intersectBoxes(mapBox(state.matrix, UNIT_SQUARE), state.clip)
  if (box === null || box.x1 - box.x0 < SMALLEST_PICTURE || box.y1 - box.y0 < SMALLEST_PICTURE) return
  const known = images.some((image) => sameBox(image, box))
  if (!known) images.push(box)
}

function paint(drawing: Drawing): void {
  drawing.state.placedOnly = false
  addImageBox(drawing)
}

function sameBox(one: Box, other: Box): boolean {
  return one.x0 === other.x0 && one.y0 === other.y0 && one.x1 === other.x1 && one.y1 === other.y1
}
