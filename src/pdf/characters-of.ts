import type { Drawing } from './drawing.ts'
import { cleanGlyphText, UNKNOWN } from './glyph-text.ts'
import type { Pen } from './glyph-run.ts'
import type { FontGlyph, UnmappedGlyphs } from './unmapped-glyphs.ts'

/** A glyph with the characters that PDF.js gives for it. */
interface MeantGlyph extends FontGlyph {
  readonly unicode: string
}

const LAYOUT_CONTROL = /^[\t\n\v\f\r]$/u

/**
 * What a glyph adds to the text. One with ink that stands for no character that can be shown is the sign its name stands
 * for (a bullet that the font maps to U+0000), otherwise U+FFFD; one without ink is left out. Counts what is lost.
 */
export function charactersOf(glyph: MeantGlyph, { font, hidden }: Pen, drawing: Drawing): string {
  const { text, dropped, unknown } = cleanGlyphText(glyph.unicode)
  const { unmapped } = font
  const isMeant = text !== '' || dropped === 0
  if (hidden || (isMeant && !isCodeItself(glyph, unmapped))) {
    drawing.controlCharacters += dropped
    drawing.unknownCharacters += unknown
    return text
  }
  const sign = unmapped.signOf(glyph.originalCharCode)
  if (sign !== null) return sign
  if (unmapped.leavesInk(glyph)) {
    drawing.unknownCharacters += 1
    return UNKNOWN
  }
  drawing.controlCharacters += dropped
  return unmapped.composite ? '' : text
}

/** Where a font has no character for a code, PDF.js gives the code as one; in fonts of one byte it mostly is the one. */
function isCodeItself({ unicode, originalCharCode }: MeantGlyph, { composite, isMapped }: UnmappedGlyphs): boolean {
  return (composite || LAYOUT_CONTROL.test(unicode)) && !isMapped(originalCharCode)
}
