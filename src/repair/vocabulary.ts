import type { Line } from '../layout/line.ts'
import { type AddressTemplate, toTemplate } from './address-template.ts'
import type { DocumentWords } from './document-words.ts'
import { withoutEnding } from './ending.ts'
import { foldUmlauts } from './fold-umlauts.ts'
import { germanStem } from './german-stem.ts'
import { lazily } from '../layout/lazily.ts'
import { readTokens } from './read-tokens.ts'
import type { PrintedToken, TokenLine } from './printed-token.ts'
import { addressesOf, addressTokens, labelsOf, phonesOf } from './printed-addresses.ts'
import type { Vocabulary } from './repaired-text.ts'

/** A vocabulary that knows more than how often a word stands whole. */
export interface DocumentVocabulary extends Vocabulary {
  /** How often a word with the same German stem stands whole. */
  countStem(word: string): number
  /** How often it stands whole, spelled with or without umlauts, in any case. */
  countSpelled(word: string): number
  /** How many words printed whole end in these letters and are longer. */
  countEnding(letters: string): number
  /** Web and e-mail addresses printed whole. */
  readonly addresses: readonly AddressTemplate[]
  /** The parts of those addresses between dots, slashes and `@`. */
  readonly labels: readonly AddressTemplate[]
  /** Telephone numbers printed whole. */
  readonly phones: readonly AddressTemplate[]
}

/**
 * The vocabulary with everything it may be asked for; one that only counts words knows no stems and no addresses.
 */
export function asDocumentVocabulary(vocabulary: Vocabulary): DocumentVocabulary {
  if (isDocumentVocabulary(vocabulary)) return vocabulary
  const none = () => 0
  return {
    count: (word) => vocabulary.count(word),
    countFolded: (word) => vocabulary.countFolded(word),
    countStem: none,
    countSpelled: (word) => vocabulary.countFolded(word),
    countEnding: none,
    addresses: [],
    labels: [],
    phones: [],
  }
}

function isDocumentVocabulary(vocabulary: Vocabulary): vocabulary is DocumentVocabulary {
  return 'countStem' in vocabulary && 'labels' in vocabulary
}

/** A vocabulary together with what it was counted from, so that several can be merged. */
export interface CountedVocabulary extends DocumentVocabulary {
  readonly printed: DocumentWords
}

/**
 * Counts the words that stand whole in the lines of a document: neither the last one of a line that ends in a hyphen
 * nor the first one of the line after it.
 */
export function buildVocabulary(lines: readonly Line[]): CountedVocabulary {
  const words = new Map<string, number>()
  const read = lines.map((line) => readTokens(line)).filter((line) => line !== null)
  for (const [index, line] of read.entries()) {
    const afterHyphen = index > 0 && read[index - 1]?.mark !== 'none'
    for (const { text } of wholeTokens(line, afterHyphen))
      for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) + 1)
  }
  const addresses = read.flatMap((line, index) => addressTokens(line, read[index - 1]?.mark ?? 'none'))
  return vocabularyOf({
    words,
    addresses: new Set(addressesOf(addresses)),
    labels: new Set(labelsOf(addresses)),
    phones: new Set(read.flatMap((line) => phonesOf(line))),
  })
}

function wholeTokens(line: TokenLine, afterHyphen: boolean): readonly PrintedToken[] {
  const first = afterHyphen ? 1 : 0
  const cut = { none: 0, hyphen: 1, firm: 1, soft: 1, lone: 2 }[line.mark]
  return line.tokens.slice(first, line.tokens.length - cut)
}

const PLAIN_WORD = /^[\p{L}\p{N}]+$/u

/** `„Migration/Integration“,` holds two words; marks inside a word (`Senior*innen`) stay. */
function wordsOf(token: string): readonly string[] {
  if (PLAIN_WORD.test(token)) return [token]
  if (/@|:\/\/|^www\./iu.test(token)) return []
  return token
    .split(/[/()[\]„“”"–…]/u)
    .map((part) => withoutEnding(part, /[^\p{L}\p{N}]/u).replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((part) => part !== '')
}

/** The vocabulary of what documents print whole. */
export function vocabularyOf(printed: DocumentWords): CountedVocabulary {
  const folded = lazily(() => countBy(printed.words, (word) => word.toLowerCase()))
  const stems = lazily(() => countBy(printed.words, germanStem))
  const spelled = lazily(() => countBy(printed.words, foldUmlauts))
  const endings = lazily(() => countEndings(printed.words.keys()))
  return {
    printed,
    count: (word) => printed.words.get(word) ?? 0,
    countFolded: (word) => folded().get(word.toLowerCase()) ?? 0,
    countStem: (word) => stems().get(germanStem(word)) ?? 0,
    countSpelled: (word) => spelled().get(foldUmlauts(word)) ?? 0,
    countEnding: (letters) => endings().get(letters.toLowerCase()) ?? 0,
    addresses: [...printed.addresses].map((address) => toTemplate(address)),
    labels: [...printed.labels].map((label) => toTemplate(label)),
    phones: [...printed.phones].map((phone) => toTemplate(phone)),
  }
}

function countBy(words: ReadonlyMap<string, number>, key: (word: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word, count] of words) {
    const group = key(word)
    counts.set(group, (counts.get(group) ?? 0) + count)
  }
  return counts
}

const SHORTEST_ENDING = 3
const LONGEST_ENDING = 20

function countEndings(words: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const lower = word.toLowerCase()
    for (let length = SHORTEST_ENDING; length <= Math.min(LONGEST_ENDING, lower.length - 2); length += 1) {
      const ending = lower.slice(-length)
      counts.set(ending, (counts.get(ending) ?? 0) + 1)
    }
  }
  return counts
}
