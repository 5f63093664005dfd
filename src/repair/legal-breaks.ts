import { GERMAN_PATTERNS } from './german-patterns.ts'
import { NO_LIST, type PackedPatterns } from './packed-patterns.ts'

/** The patterns take time with the square of the length; longer runs of letters are no words. */
const LONGEST_WORD = 80
/** A break leaves at least so many letters on either side. */
const SHORTEST_PIECE = 2

/**
 * Whether the German patterns of 1996 allow a word of letters to be broken at an offset, by Liang's method: all patterns
 * found in the word set levels between its letters, the highest wins, and an odd one allows a break.
 */
export function isLegalBreak(word: string, at: number): boolean {
  if (word.length > LONGEST_WORD) return false
  const lower = word.toLowerCase()
  if (at < SHORTEST_PIECE || at > lower.length - SHORTEST_PIECE) return false
  return levelAt(at, `.${lower}.`, GERMAN_PATTERNS) % 2 === 1
}

/**
 * @param at offset in the word
 * @param dotted the word between two dots
 */
function levelAt(at: number, dotted: string, { levels, first, letters, lists, next }: PackedPatterns): number {
  let highest = 0
  // What begins behind the offset sets no level there.
  for (let start = 0; start <= at + 1; start += 1) {
    const index = at - Math.max(0, start - 1)
    let [from, to] = [0, first]
    for (let end = start; end < dotted.length; end += 1) {
      const letter = dotted.charCodeAt(end)
      while (from < to && (letters[from] ?? 0) < letter) from += 1
      if (from === to || letters[from] !== letter) break
      const list = lists[from] ?? NO_LIST
      if (list !== NO_LIST) highest = Math.max(highest, levels[list]?.[index] ?? 0)
      ;[from, to] = [next[from] ?? 0, next[from + 1] ?? 0]
    }
  }
  return highest
}
