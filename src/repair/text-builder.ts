import type { Span } from './repaired-text.ts'
import type { TokenPart } from './printed-token.ts'

/** A text that grows at its end and remembers which characters came from which printed word. */
export interface TextBuilder {
  readonly text: string
  readonly spans: readonly Span[]
}

export const EMPTY_TEXT: TextBuilder = { text: '', spans: [] }

/** Adds a blank. */
export function addBlank(builder: TextBuilder): TextBuilder {
  return builder.text === '' ? builder : { text: `${builder.text} `, spans: builder.spans }
}

/** Takes the last character away; a word of which nothing is left has no span any more. */
export function dropLast(builder: TextBuilder): TextBuilder {
  const end = builder.text.length - 1
  return {
    text: builder.text.slice(0, end).trimEnd(),
    spans: builder.spans.map((span) => ({ ...span, to: Math.min(span.to, end) })).filter((span) => span.to > span.from),
  }
}

/** Takes away the blank before the last character: `Kranken -` is `Kranken-`. */
export function closeUp(builder: TextBuilder): TextBuilder {
  const last = builder.spans.at(-1)
  const text = builder.text.slice(0, -2).trimEnd() + builder.text.slice(-1)
  if (last === undefined) return builder
  return { text, spans: [...builder.spans.slice(0, -1), { ...last, from: text.length - 1, to: text.length }] }
}

/**
 * Adds the parts of a token. Where a part begins with a combining mark the composed letter belongs to the word before,
 * so that the text stays NFC.
 */
export function addParts(builder: TextBuilder, parts: readonly TokenPart[]): TextBuilder {
  let { text } = builder
  const spans = [...builder.spans]
  for (const part of parts) {
    const composed = COMPOSES.test(part.text) ? (text + part.text).normalize('NFC') : text + part.text
    const from = composed.length - commonEnd(composed, part.text)
    const last = spans.at(-1)
    if (last !== undefined && !composed.startsWith(text)) spans[spans.length - 1] = { ...last, to: from }
    if (composed.length > from) spans.push({ from, to: composed.length, word: part.word })
    text = composed
  }
  return { text, spans }
}

/** Begins with a character that may fuse with the one before: a combining mark, a vowel or final of Hangul. */
const COMPOSES = /^[\p{M}\u1160-\u11FF]/u

function commonEnd(whole: string, end: string): number {
  let length = 0
  while (length < end.length && whole.at(-1 - length) === end.at(-1 - length)) length += 1
  return length
}
