import { createRequire } from 'node:module'

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

let patterns: Patterns | null = null

/** Loads the patterns, which takes some 50 ms; otherwise the first word asked about does. */
export function loadHyphenation(): Patterns {
  patterns ??= createRequire(import.meta.url)('hyphen/patterns/de-1996') as Patterns
  return patterns
}

/**
 * Offsets at which the German patterns of 1996 allow a word of letters to be broken, ascending, by Liang's method: all
 * patterns found in the word set levels between its letters, the highest wins, and an odd one allows a break.
 */
export function legalBreaks(word: string): readonly number[] {
  if (word.length > LONGEST_WORD) return []
  const lower = word.toLowerCase()
  const levels = levelsIn(`.${lower}.`, loadHyphenation())
  const breaks: number[] = []
  for (let at = SHORTEST_PIECE; at <= lower.length - SHORTEST_PIECE; at += 1) {
    if ((levels[at] ?? 0) % 2 === 1) breaks.push(at)
  }
  return breaks
}

/** @param dotted the word between two dots; a level's index counts from the first letter */
function levelsIn(dotted: string, [lists, trie]: Patterns): readonly number[] {
  const levels = new Array<number>(dotted.length).fill(0)
  for (let start = 0; start < dotted.length; start += 1) {
    const first = Math.max(0, start - 1)
    let node: Trie = trie
    for (let at = start; at < dotted.length; at += 1) {
      const branch = node[dotted.charAt(at)]
      if (branch === undefined) break
      const [next, list] = readBranch(branch)
      for (const [index, level] of (lists[list] ?? []).entries()) {
        levels[first + index] = Math.max(levels[first + index] ?? 0, level)
      }
      node = next
    }
  }
  return levels
}

const NOTHING: Trie = {}

function readBranch(branch: Branch): readonly [Trie, list: number] {
  if (typeof branch === 'number') return [NOTHING, branch]
  return isPair(branch) ? branch : [branch, -1]
}

function isPair(branch: Trie | readonly [Trie, number]): branch is readonly [Trie, number] {
  return Array.isArray(branch)
}
