import { signOfName } from './sign-of-name.ts'

/** A glyph of a show operator, as far as it matters where the font has no character for it. */
export interface FontGlyph {
  readonly originalCharCode: number
  /** In glyph units. */
  readonly width: number
  /** The embedded font has an outline for it, or the standard font a glyph. */
  readonly isInFont: boolean
}

/** What a font tells of its glyphs beside the characters that PDF.js gives. */
export interface UnmappedGlyphs {
  /** Codes of several bytes: what PDF.js gives for one without a character, the code itself, is no character. */
  readonly composite: boolean
  /** Whether the font says what a code stands for. */
  readonly isMapped: (code: number) => boolean
  /** The sign that the glyph's name stands for. */
  readonly signOf: (code: number) => string | null
  readonly leavesInk: (glyph: FontGlyph) => boolean
}

export const NOTHING_UNMAPPED: UnmappedGlyphs = {
  composite: false,
  isMapped: () => true,
  signOf: () => null,
  leavesInk: ({ isInFont }) => isInFont,
}

/** The blank, in embedded fonts of PostScript outlines, which all count as ink; 0 is the sign for a missing one. */
const BLANK_CODE = 1

/** @param font what PDF.js keeps under the font's id, with `fontExtraProperties` */
export function unmappedGlyphs(font: object): UnmappedGlyphs {
  const composite = Reflect.get(font, 'composite') === true
  const map = objectAt(objectAt(font, 'toUnicode'), '_map')
  const names = [objectAt(font, 'differences'), objectAt(font, 'defaultEncoding')]
  const signOf = (code: number): string | null => {
    const name: unknown = names.map((list) => at(list, code)).find(Boolean)
    return typeof name === 'string' ? signOfName(name) : null
  }
  return {
    composite,
    isMapped: isMappedBy(map),
    // The names that PDF.js gives for a composite font are those of another encoding.
    signOf: composite ? () => null : signOf,
    leavesInk: inkOf(font, composite),
  }
}

/** Mostly a list with a place for each code. */
function isMappedBy(map: object | null): UnmappedGlyphs['isMapped'] {
  if (map === null) return () => true
  return Array.isArray(map) ? (code) => map[code] !== undefined : (code) => at(map, code) !== undefined
}

function inkOf(font: object, composite: boolean): UnmappedGlyphs['leavesInk'] {
  if (Reflect.get(font, 'isType3Font') === true) {
    const procedures = objectAt(font, 'charProcOperatorList')
    const names = objectAt(font, 'differences')
    return ({ originalCharCode }) => draws(objectAt(procedures, String(at(names, originalCharCode))))
  }
  if (Reflect.get(font, 'missingFile') === true) return ({ isInFont, width }) => isInFont || (composite && width > 0)
  const isPostScript = composite && String(Reflect.get(font, 'type')).startsWith('CIDFontType0')
  return ({ isInFont, originalCharCode }) => isInFont && !(isPostScript && originalCharCode === BLANK_CODE)
}

/** The first operator of a glyph sets its width. */
function draws(procedure: object | null): boolean {
  const operators = at(procedure, 'fnArray')
  return Array.isArray(operators) && operators.length > 1
}

function objectAt(object: object | null, key: string): object | null {
  const value = at(object, key)
  return typeof value === 'object' ? value : null
}

function at(object: object | null, key: string | number): unknown {
  if (object === null || !Object.hasOwn(object, key)) return undefined
  const value: unknown = Reflect.get(object, key)
  return value
}
