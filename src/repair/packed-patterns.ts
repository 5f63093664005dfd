/** Patterns by their letters: the patterns that go on, the number of a list of levels, or both. */
type Branch = PatternTrie | number | readonly [PatternTrie, number]
export interface PatternTrie {
  readonly [letter: string]: Branch
}

/**
 * Hyphenation patterns in lists of numbers, which take less memory and time than objects. Each letter of a pattern has a
 * place in the lists, unless a pattern in front begins with the same letters; the letters that may follow one stand side
 * by side, in ascending order.
 */
export interface PackedPatterns {
  /** Lists of levels between letters. */
  readonly levels: readonly (readonly number[])[]
  /** How many letters a pattern may begin with; they stand at the front. */
  readonly first: number
  /** Code units. */
  readonly letters: Uint16Array
  /** Number of the list of levels of the pattern that ends here; -1 where none does. */
  readonly lists: Int16Array
  /** Where the letters that may follow each begin; they end where those of the next begin. */
  readonly next: Uint32Array
}

export const NO_LIST = -1

/** Packs patterns as the package `hyphen` holds them. */
export function packPatterns(levels: readonly (readonly number[])[], trie: PatternTrie): PackedPatterns {
  const first = sortedBranches(trie)
  const branches = [...first]
  const next: number[] = []
  // Grows while it is gone through: what follows the letters of one length stands behind all of them.
  for (const [, branch] of branches) {
    next.push(branches.length)
    if (typeof branch !== 'number') branches.push(...sortedBranches(isPair(branch) ? branch[0] : branch))
  }
  return {
    levels,
    first: first.length,
    letters: Uint16Array.from(branches, ([letter]) => letter.charCodeAt(0)),
    lists: Int16Array.from(branches, ([, branch]) => listOf(branch)),
    next: Uint32Array.from([...next, branches.length]),
  }
}

function sortedBranches(trie: PatternTrie): readonly (readonly [string, Branch])[] {
  return Object.entries(trie).sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0))
}

function listOf(branch: Branch): number {
  if (typeof branch === 'number') return branch
  return isPair(branch) ? branch[1] : NO_LIST
}

function isPair(branch: PatternTrie | readonly [PatternTrie, number]): branch is readonly [PatternTrie, number] {
  return Array.isArray(branch)
}

/** Packed patterns as a text that a program can hold. */
export function patternsToText({ levels, first, letters, lists, next }: PackedPatterns): string {
  return JSON.stringify([levels, first, ...[letters, lists, next].map(inBase64)])
}

/** Reverses {@link patternsToText}. */
export function patternsOfText(text: string): PackedPatterns {
  const [levels, first, letters, lists, next] = JSON.parse(text) as [number[][], number, string, string, string]
  return {
    levels,
    first,
    letters: new Uint16Array(bytesOf(letters)),
    lists: new Int16Array(bytesOf(lists)),
    next: new Uint32Array(bytesOf(next)),
  }
}

function inBase64({ buffer, byteOffset, byteLength }: Uint16Array | Int16Array | Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** A buffer of its own, in which numbers of any size may begin. */
function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer
}
