import definition from 'hyphen/patterns/de-1996.js'

/** Patterns by their letters: the patterns that go on, the number of a list of levels, or both. */
type Branch = Trie | number | readonly [Trie, number]
interface Trie {
  readonly [letter: string]: Branch
}
/** Lists of levels, and the patterns that refer to them. */
type Patterns = readonly [levels: readonly (readonly number[])[], trie: Trie]

/** The patterns take time with the square of the length; longer runs of letters are no words. */
const LONGEST_WORD = 80
/** A break leaves at least so many letters on either side. */
const SHORTEST_PIECE = 2

const patterns = definition as unknown as Patterns

/**
 * Whether the German patterns of 1996 allow a word of letters to be broken at an offset, by Liang's method: all patterns
 * found in the word set levels between its letters, the highest wins, and an odd one allows a break.
 */
export function isLegalBreak(word: string, at: number): boolean {
  if (word.length > LONGEST_WORD) return false
  const lower = word.toLowerCase()
  if (at < SHORTEST_PIECE || at > lower.length - SHORTEST_PIECE) return false
  return levelAt(at, `.${lower}.`, patterns) % 2 === 1
}

/**
 * @param at offset in the word
 * @param dotted the word between two dots
 */
function levelAt(at: number, dotted: string, [lists, trie]: Patterns): number {
  let highest = 0
  // What begins behind the offset sets no level there.
  for (let start = 0; start <= at + 1; start += 1) {
    const index = at - Math.max(0, start - 1)
    let node: Trie = trie
    for (let end = start; end < dotted.length; end += 1) {
      const branch = node[dotted.charAt(end)]
      if (branch === undefined) break
      highest = Math.max(highest, lists[listOf(branch)]?.[index] ?? 0)
      node = goingOn(branch)
    }
  }
  return highest
}

const NO_LIST = -1
const NOTHING: Trie = {}

function listOf(branch: Branch): number {
  if (typeof branch === 'number') return branch
  return isPair(branch) ? branch[1] : NO_LIST
}

function goingOn(branch: Branch): Trie {
  if (typeof branch === 'number') return NOTHING
  return isPair(branch) ? branch[0] : branch
}

function isPair(branch: Trie | readonly [Trie, number]): branch is readonly [Trie, number] {
  return Array.isArray(branch)
}
