import type { FontFace } from '../source/source-document.ts'
import { NOTHING_UNMAPPED, type UnmappedGlyphs, unmappedGlyphs } from './unmapped-glyphs.ts'

/** What the text operators need to know about a font. Lengths are in parts of the font size. */
export interface PdfFont {
  readonly face: FontFace
  /** Height of the highest and (negative) depth of the lowest characters. */
  readonly ascent: number
  readonly descent: number
  /** Glyph widths times this are parts of the font size. */
  readonly widthScale: number
  /** What a font size of 1 means in the unit of ordinary fonts; not 1 only for Type 3 fonts with a scale of their own. */
  readonly sizeScale: number
  /** Lines run from top to bottom. */
  readonly vertical: boolean
  /** Advance of a glyph without vertical metrics of its own, in glyph units, negative for downwards. */
  readonly verticalAdvance: number
  readonly unmapped: UnmappedGlyphs
}

const BOLD = /Bold|Black|Heavy|Semibold|Demi/iu
const ITALIC = /Italic|Oblique/iu
const SUBSET_PREFIX = /^[A-Z]{6}\+/u

const GLYPH_SCALE = 0.001
const ASCENT = 0.8
const DESCENT = -0.2
const VERTICAL_ADVANCE = -1000

const UNKNOWN_FONT: PdfFont = {
  face: { name: 'unknown', bold: false, italic: false },
  ascent: ASCENT,
  descent: DESCENT,
  widthScale: GLYPH_SCALE,
  sizeScale: 1,
  vertical: false,
  verticalAdvance: VERTICAL_ADVANCE,
  unmapped: NOTHING_UNMAPPED,
}

/** A typeface by its PostScript name: subset prefix off, weight and slant from the words in it. */
export function fontFace(postScriptName: string): FontFace {
  const name = postScriptName.replace(SUBSET_PREFIX, '')
  return { name, bold: BOLD.test(name), italic: ITALIC.test(name) }
}

/** @param font what PDF.js keeps under the font's id; anything unusable is read as an unknown font */
export function toPdfFont(font: unknown): PdfFont {
  if (typeof font !== 'object' || font === null) return UNKNOWN_FONT
  const name = property(font, 'name')
  const bounds = numbers(property(font, 'bbox'))
  const matrix = numbers(property(font, 'fontMatrix'))
  const common = {
    face: typeof name === 'string' && name !== '' ? fontFace(name) : UNKNOWN_FONT.face,
    widthScale: matrix[0] ?? GLYPH_SCALE,
    vertical: property(font, 'vertical') === true,
    verticalAdvance: numbers(property(font, 'defaultVMetrics'))[0] ?? VERTICAL_ADVANCE,
    unmapped: unmappedGlyphs(font),
  }
  if (property(font, 'isType3Font') === true) return { ...common, ...type3Heights(bounds, matrix[3] ?? GLYPH_SCALE) }
  return {
    ...common,
    ascent: within(property(font, 'ascent'), 0.3, 1.5, ASCENT),
    descent: within(property(font, 'descent'), -0.8, -0.01, DESCENT),
    sizeScale: 1,
  }
}

function type3Heights(bounds: readonly number[], scale: number): Pick<PdfFont, 'ascent' | 'descent' | 'sizeScale'> {
  const bottom = (bounds[1] ?? 0) * scale
  const top = (bounds[3] ?? 0) * scale
  const height = Math.abs(top - bottom)
  const ordinary = Math.abs(scale / GLYPH_SCALE - 1) < 0.01
  if (ordinary || !Number.isFinite(height) || height === 0) return { ascent: ASCENT, descent: DESCENT, sizeScale: 1 }
  return { ascent: Math.max(top, bottom), descent: Math.min(top, bottom, 0), sizeScale: height }
}

function property(object: object, key: string): unknown {
  const value: unknown = Reflect.get(object, key)
  return value
}

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number') ? value : []
}

function within(value: unknown, low: number, high: number, fallback: number): number {
  return typeof value === 'number' && value >= low && value <= high ? value : fallback
}
