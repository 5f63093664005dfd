import type { Line } from './line.ts'

/** Printed characters that belong together: words in reading order, the first and the last of them maybe in part. */
export interface Ink {
  /** Ids of the words; empty where nothing is printed. */
  readonly words: readonly number[]
  /** First UTF-16 unit of the first word. */
  readonly from: number
  /** One past the last unit of the last word; null for its end. */
  readonly to: number | null
  /** Ids of the words that end a paragraph or list item, where another one follows. */
  readonly blockEnds?: ReadonlySet<number>
  /** Id of the record that the value was taken over from, where the words stand. */
  readonly inheritedFrom?: string
}

/** Whole words. */
export function wholeWords(ids: readonly number[]): Ink {
  return { words: ids, from: 0, to: null }
}

export const NO_INK: Ink = wholeWords([])

/**
 * A part of the words of some lines, as they read with one blank between any two.
 *
 * @param from first character; the part begins and ends with a word's character
 * @param to one past the last
 */
export function inkOfLines(lines: readonly Line[], from: number, to: number): Ink {
  let at = 0
  const touched = lines
    .flatMap(({ words }) => words)
    .flatMap(({ id, text }) => {
      const start = at
      at += text.length + 1
      return start < to && start + text.length > from ? [{ id, start, end: start + text.length }] : []
    })
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined) return NO_INK
  return {
    words: touched.map(({ id }) => id),
    from: Math.max(0, from - first.start),
    to: to >= last.end ? null : to - last.start,
  }
}
