import { charactersOf } from './characters-of.ts'
import { type Drawing, numberOf, type Operator } from './drawing.ts'
import { addGlyph, type Pen } from './glyph-run.ts'
import { mapPoint, type Matrix, multiply, translate } from './matrix.ts'
import type { PdfFont } from './pdf-font.ts'
import type { FontGlyph } from './unmapped-glyphs.ts'

/** A glyph of a show operator, as PDF.js describes it. */
interface Glyph extends FontGlyph {
  /** Characters it stands for. */
  readonly unicode: string
  /** The single-byte code 32: word spacing applies. */
  readonly isSpace: boolean
  /** Advance downwards (negative) and origin, in vertical fonts. */
  readonly vmetric?: readonly number[] | null
}

const HIDDEN = 3
const HIDDEN_AND_CLIPPING = 7

/** Shows glyphs, with numbers between them that move the pen back by thousandths of the font size. */
export const showText: Operator = (drawing, [operand]) => {
  const { state, position } = drawing
  state.placedOnly = false
  const { font } = state
  if (font === null || !Array.isArray(operand)) return
  const glyphs: readonly (Glyph | number)[] = operand
  const matrix = multiply(state.matrix, position.matrix)
  const pen = takePen(drawing, font, matrix)
  const { unit, scale, spacing } = stride(drawing, font, matrix)
  const origin = pen.x * pen.alongX + pen.y * pen.alongY
  let advance = 0
  let first = true
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance += ((font.vertical ? glyph : -glyph) / 1000) * scale
      continue
    }
    const width = advanceOf(glyph, font) * font.widthScale * scale
    const next = advance + width + spacing + (glyph.isSpace ? spaceOf(drawing, font) : 0)
    const text = charactersOf(glyph, pen, drawing)
    if (Number.isNaN(pen.size)) drawing.placelessCharacters += text.length
    if (text !== '' && pen.size > 0) {
      const placed = {
        text,
        from: origin + advance * unit,
        to: origin + (advance + width) * unit,
        next: origin + next * unit,
      }
      addGlyph(drawing, pen, placed, first)
      first = false
    }
    advance = next
  }
  position.matrix = font.vertical ? translate(position.matrix, 0, -advance) : translate(position.matrix, advance, 0)
}

/** Text-space lengths along the line: of one em, of the spacing after each glyph; and the points in one such unit. */
interface Stride {
  /** Points, negative where the text runs against its own axis (negative sizes). */
  readonly unit: number
  readonly scale: number
  readonly spacing: number
}

function stride({ state }: Drawing, font: PdfFont, [a, b, c, d]: Matrix): Stride {
  const { fontSize, horizontalScale, charSpacing } = state
  if (font.vertical) return { unit: Math.hypot(c, d), scale: fontSize, spacing: -charSpacing }
  const scale = fontSize * horizontalScale
  return { unit: Math.hypot(a, b) * (scale < 0 ? -1 : 1), scale, spacing: charSpacing * horizontalScale }
}

function spaceOf({ state }: Drawing, { vertical }: PdfFont): number {
  return vertical ? -state.wordSpacing : state.wordSpacing * state.horizontalScale
}

function advanceOf({ width, vmetric }: Glyph, { vertical, verticalAdvance }: PdfFont): number {
  return vertical ? -numberOf(vmetric?.[0], verticalAdvance) : numberOf(width)
}

function takePen({ state, markedContents }: Drawing, font: PdfFont, matrix: Matrix): Pen {
  const { fontSize, horizontalScale, renderingMode } = state
  const [a, b, c, d] = matrix
  const across = Math.hypot(a, b)
  const upright = Math.hypot(c, d)
  const forward = fontSize * horizontalScale < 0 ? -1 : 1
  const upward = fontSize < 0 ? -1 : 1
  const right = across === 0 ? ([1, 0] as const) : ([(forward * a) / across, (forward * b) / across] as const)
  const up = upright === 0 ? ([0, -1] as const) : ([(upward * c) / upright, (upward * d) / upright] as const)
  const [alongX, alongY] = font.vertical ? [-up[0], -up[1]] : right
  const [upX, upY] = font.vertical ? right : up
  const [x, y] = mapPoint(matrix, 0, state.rise)
  const size = Math.abs(fontSize) * upright * font.sizeScale
  const em = font.vertical ? size : Math.abs(fontSize * horizontalScale) * across * font.sizeScale
  return {
    x,
    y,
    alongX,
    alongY,
    upX,
    upY,
    across: y * alongX - x * alongY,
    size,
    em,
    font,
    hidden: renderingMode === HIDDEN || renderingMode === HIDDEN_AND_CLIPPING,
    markedContent: markedContents.at(-1) ?? null,
  }
}
