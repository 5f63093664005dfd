import type { Box } from '../source/source-document.ts'
import { IDENTITY, type Matrix } from './matrix.ts'
import type { PdfFont } from './pdf-font.ts'

/** What `q` saves and `Q` brings back. */
export interface GraphicsState {
  /** From the current user space to the page as displayed. */
  matrix: Matrix
  /** What can be seen at all, on the page as displayed. */
  clip: Box
  /** `#rrggbb`; null for patterns and for nothing. */
  fillColour: string | null
  strokeColour: string | null
  fillOpacity: number
  strokeOpacity: number
  lineWidth: number
  font: PdfFont | null
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** 1 for the font's own width. */
  horizontalScale: number
  leading: number
  rise: number
  renderingMode: number
  /** The matrix was changed and nothing has been drawn since: the place of a picture that was not read. */
  placedOnly: boolean
}

/** The state a page begins with. */
export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    fillColour: '#000000',
    strokeColour: '#000000',
    fillOpacity: 1,
    strokeOpacity: 1,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    placedOnly: false,
  }
}

/** Where the next glyph goes; both live from `BT` to `ET` and are not part of the saved state. */
export interface TextPosition {
  matrix: Matrix
  lineMatrix: Matrix
}

export function initialPosition(): TextPosition {
  return { matrix: IDENTITY, lineMatrix: IDENTITY }
}
