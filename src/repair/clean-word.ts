/** Letters, digits and punctuation of which none is changed: most words are clean as printed. */
const CLEAN = /^[\u0021-\u007E\u00A1-\u00AC\u00AE-\u02AF\u2012-\u2027]*$/u
const SOFT_HYPHEN = '\u00AD'
const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
}

/** A printed word without the marks that only matter to a typesetter. */
export interface CleanWord {
  /** NFC, ligatures expanded, one kind of hyphen, one kind of blank, no zero-width character. */
  readonly text: string
  /** The word ended in U+00AD; the character is not in `text`. */
  readonly softEnd: boolean
  /** The word ended in U+2011, a hyphen at which no typesetter breaks by itself. */
  readonly firmEnd: boolean
}

/** Cleans the characters of one printed word; the soft hyphen counts only where the word ends in it. */
export function cleanWord(printed: string): CleanWord {
  if (CLEAN.test(printed)) return { text: printed, softEnd: false, firmEnd: false }
  const shown = printed
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .trim()
  return {
    text: shown
      .replaceAll(SOFT_HYPHEN, '')
      .replaceAll(/[\u2010\u2011]/gu, '-')
      .normalize('NFC')
      .trim(),
    softEnd: shown.endsWith(SOFT_HYPHEN),
    firmEnd: shown.endsWith('\u2011'),
  }
}
