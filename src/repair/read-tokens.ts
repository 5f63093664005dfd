import type { Line, Word } from '../layout/line.ts'
import { type CleanWord, cleanWord } from './clean-word.ts'
import type { LineEndMark, PrintedToken, TokenLine } from './printed-token.ts'

/** A token with the place where it was printed. */
interface PlacedToken extends PrintedToken {
  readonly x0: number
  readonly x1: number
  readonly size: number
}

/** Reads the tokens of a printed line; null where it holds nothing but white space and zero-width characters. */
export function readTokens(line: Line): TokenLine | null {
  const known = read.get(line)
  if (known !== undefined) return known
  const tokens = toTokenLine(line)
  read.set(line, tokens)
  return tokens
}

/** A line is read for the vocabulary and again where it is joined. */
const read = new WeakMap<Line, TokenLine | null>()

function toTokenLine(line: Line): TokenLine | null {
  const tokens = joinSpacedLetters(line.words.flatMap((word) => wordToTokens(word)))
  const last = tokens.at(-1)
  const before = tokens.at(-2)
  if (last === undefined) return null
  const mark = lineEndMark(line.words, last, before !== undefined)
  return {
    tokens,
    mark,
    lastWord: last.parts.at(-1)?.word ?? 0,
    gap: mark === 'lone' && before !== undefined && last.size > 0 ? (last.x0 - before.x1) / last.size : 0,
  }
}

function wordToTokens(word: Word): readonly PlacedToken[] {
  const { text } = cleanWord(word.text)
  if (!text.includes(' ')) return text === '' ? [] : [toToken(text, word, 0)]
  return Array.from(text.matchAll(/[^ ]+/gu), ({ 0: part, index }) => toToken(part, word, index))
}

/** @param at where the token begins in the clean word */
function toToken(text: string, { id, links, box, size }: Word, at: number): PlacedToken {
  return { text, parts: [{ text, word: id, at }], links, x0: box.x0, x1: box.x1, size }
}

function lineEndMark(words: readonly Word[], last: PlacedToken, hasBefore: boolean): LineEndMark {
  const ending = lastShown(words)
  if (ending?.softEnd === true) return 'soft'
  if (last.text === '-') return hasBefore ? 'lone' : 'none'
  if (!last.text.endsWith('-') || last.text.endsWith('--')) return 'none'
  return ending?.firmEnd === true ? 'firm' : 'hyphen'
}

/** The last word of which something shows. */
function lastShown(words: readonly Word[]): CleanWord | null {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = cleanWord(words[at]?.text ?? '')
    if (word.text !== '' || word.softEnd) return word
  }
  return null
}

/** How many single letters in a row make a word whose letters were spaced apart. */
const SPACED_LETTERS = 3
/** A gap this many times as wide as the narrowest one ends a word of spaced letters. */
const WORD_GAP_RATIO = 1.8

/** `K o n t a k t` is one word. */
function joinSpacedLetters(tokens: readonly PlacedToken[]): readonly PlacedToken[] {
  if (!tokens.some(isSingleLetter)) return tokens
  const result: PlacedToken[] = []
  for (let start = 0; start < tokens.length;) {
    let end = start
    while (end < tokens.length && isSingleLetter(tokens[end])) end += 1
    if (end - start >= SPACED_LETTERS) result.push(...joinByGaps(tokens.slice(start, end)))
    else result.push(...tokens.slice(start, end))
    const other = tokens[end]
    if (other !== undefined) result.push(other)
    start = end + 1
  }
  return result
}

function isSingleLetter(token: PlacedToken | undefined): boolean {
  return token !== undefined && mayBeSingleLetter(token.text) && /^\p{L}\p{M}*$/u.test(token.text)
}

/** A letter alone, or one with marks behind it. */
function mayBeSingleLetter(text: string): boolean {
  return text.length === 1 || text.charCodeAt(1) >= FIRST_MARK
}

const FIRST_MARK = 0x300

function joinByGaps(letters: readonly PlacedToken[]): readonly PlacedToken[] {
  const gaps = letters.slice(1).map((letter, index) => letter.x0 - (letters[index]?.x1 ?? letter.x0))
  const widest = WORD_GAP_RATIO * Math.max(Math.min(...gaps), 0.1)
  const words: PlacedToken[][] = []
  for (const [index, letter] of letters.entries()) {
    const word = words.at(-1)
    if (word === undefined || (gaps[index - 1] ?? 0) > widest) words.push([letter])
    else word.push(letter)
  }
  return words.map((word) => mergeTokens(word))
}

function mergeTokens(tokens: readonly PlacedToken[]): PlacedToken {
  return {
    text: tokens.map((token) => token.text).join(''),
    parts: tokens.flatMap((token) => token.parts),
    links: [...new Set(tokens.flatMap((token) => token.links))],
    x0: Math.min(...tokens.map((token) => token.x0)),
    x1: Math.max(...tokens.map((token) => token.x1)),
    size: Math.max(...tokens.map((token) => token.size)),
  }
}
