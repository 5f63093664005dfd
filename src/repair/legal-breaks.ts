import { createRequire } from 'node:module'

type Hyphenate = (word: string) => string
type CreateHyphenator = (
  patterns: unknown,
  options: { readonly hyphenChar: string; readonly minWordLength: number },
) => Hyphenate

const MARK = '\u00AD'
/** The patterns take time with the square of the length; longer runs of letters are no words. */
const LONGEST_WORD = 80
let hyphenate: Hyphenate | null = null

/**
 * Offsets at which the German patterns of 1996 allow a word of letters to be broken, ascending. The patterns take some
 * 70 ms to load and are loaded when first asked for.
 */
export function legalBreaks(word: string): readonly number[] {
  if (word.length > LONGEST_WORD) return []
  if (hyphenate === null) {
    const load = createRequire(import.meta.url)
    const create = load('hyphen') as CreateHyphenator
    hyphenate = create(load('hyphen/patterns/de-1996'), { hyphenChar: MARK, minWordLength: 2 })
  }
  const breaks: number[] = []
  let offset = 0
  for (const part of hyphenate(word.toLowerCase()).split(MARK).slice(0, -1)) {
    offset += part.length
    breaks.push(offset)
  }
  return breaks
}
