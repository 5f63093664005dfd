import { type Ink, NO_INK } from '../layout/ink.ts'
import type { Word } from '../layout/line.ts'
import { cleanWord } from './clean-word.ts'
import type { RepairedText, Span } from './repaired-text.ts'

/**
 * The printed characters behind a part of a repaired text, with all that stands between them: hyphens that were removed
 * belong to the part, punctuation around it does not.
 *
 * @param from first character of the part in `RepairedText.text`
 * @param to one past the last
 */
export function inkOfText({ spans, words }: Pick<RepairedText, 'spans' | 'words'>, from: number, to: number): Ink {
  const first = spans.find((span) => span.to > from)
  const last = spans.findLast((span) => span.from < to)
  const start = words.findIndex(({ id }) => id === first?.word)
  const end = words.findIndex(({ id }) => id === last?.word)
  const [firstWord, lastWord] = [words[start], words[end]]
  if (first === undefined || last === undefined || firstWord === undefined || lastWord === undefined) return NO_INK
  if (first.from >= to || end < start) return NO_INK
  return {
    words: words.slice(start, end + 1).map(({ id }) => id),
    from: printedStart(firstWord, cleanAt(first, Math.max(from, first.from))),
    to: printedEnd(lastWord, cleanAt(last, Math.min(to, last.to))),
  }
}

/** From a place in the text to one in the word's clean characters. */
function cleanAt({ from, at }: Span, place: number): number {
  return at + place - from
}

function printedStart({ text }: Word, at: number): number {
  return at === 0 ? 0 : (printedClusters(text)[at]?.from ?? text.length)
}

function printedEnd({ text }: Word, at: number): number | null {
  const clusters = printedClusters(text)
  return at >= clusters.length ? null : (clusters[at - 1]?.to ?? null)
}

/** A character with the marks on it, and the letters of a Hangul syllable: what normalisation makes one character of. */
const CLUSTER = /[\u1100-\u11FF]+|\P{M}\p{M}*|\p{M}+/gu

/** For each unit of the clean word the printed characters it was made of; both letters of a ligature are made of it. */
function printedClusters(printed: string): readonly { readonly from: number; readonly to: number }[] {
  const { text } = cleanWord(printed)
  if (text === printed) return Array.from({ length: text.length }, (_, index) => ({ from: index, to: index + 1 }))
  return [...printed.matchAll(CLUSTER)].flatMap(({ 0: cluster, index }) =>
    Array.from({ length: cleanWord(cluster).text.length }, () => ({ from: index, to: index + cluster.length })),
  )
}
