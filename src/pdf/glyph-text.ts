import { lettersOfLigature } from '../source/swapped-ligatures.ts'

/** A glyph's characters with what cannot stand in a text taken out. */
export interface GlyphText {
  readonly text: string
  /** How many control characters were dropped. */
  readonly dropped: number
  /** How many characters of the text are U+FFFD because a damaged map does not tell them. */
  readonly unknown: number
}

/** Stands for ink of which nothing says what it is. */
export const UNKNOWN = '\u{FFFD}'

const LAYOUT_CONTROL = /[\t\n\v\f\r]/gu
const CONTROL = /[\u{0}-\u{1F}\u{7F}-\u{9F}]/gu
const UNPAIRED_SURROGATE = /\p{Cs}/gu
const BLANK = /^\p{White_Space}$/u

const cleaned = new Map<string, GlyphText>()

/** More different ones come of documents made to harm only. */
const MOST_KNOWN = 100_000

/** Tabs and line ends become blanks, other control characters go; ligatures with swapped bytes are the letters meant. */
export function cleanGlyphText(unicode: string): GlyphText {
  const known = cleaned.get(unicode)
  if (known !== undefined) return known
  const letters = lettersOfLigature(unicode)
  const blanked = (letters ?? unicode).replace(LAYOUT_CONTROL, ' ')
  const text = blanked.replace(CONTROL, '')
  const result = { text, dropped: blanked.length - text.length, unknown: letters === UNKNOWN ? 1 : 0 }
  if (cleaned.size >= MOST_KNOWN) cleaned.clear()
  cleaned.set(unicode, result)
  return result
}

/** Halves of a surrogate pair may come as two glyphs, so this is for whole runs. The length stays. */
export function replaceUnpairedSurrogates(text: string): string {
  return text.toWellFormed()
}

/** How many halves of surrogate pairs stand alone. */
export function countUnpairedSurrogates(text: string): number {
  return text.isWellFormed() ? 0 : (text.match(UNPAIRED_SURROGATE)?.length ?? 0)
}

/** @param unit one UTF-16 unit, or nothing */
export function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || (unit !== undefined && BLANK.test(unit))
}
