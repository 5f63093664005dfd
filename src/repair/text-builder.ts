import type { Span } from './repaired-text.ts'
import type { PrintedToken, TokenPart } from './printed-token.ts'

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
  const text = builder.text.slice(0, end).trimEnd()
  const last = builder.spans.at(-1)
  if (last === undefined || last.to <= end) return { text, spans: builder.spans }
  const others = builder.spans.slice(0, -1)
  return { text, spans: last.from < end ? [...others, { ...last, to: end }] : others }
}

/** Takes away the blank before the last character: `Kranken -` is `Kranken-`. */
export function closeUp(builder: TextBuilder): TextBuilder {
  const last = builder.spans.at(-1)
  const text = builder.text.slice(0, -2).trimEnd() + builder.text.slice(-1)
  if (last === undefined) return builder
  return { text, spans: [...builder.spans.slice(0, -1), { ...last, from: text.length - 1, to: text.length }] }
}

/**
 * Adds tokens with a blank between any two. Where a part begins with a combining mark the composed letter belongs to
 * the word before, so that the text stays NFC.
 */
export function addTokens(builder: TextBuilder, tokens: readonly Pick<PrintedToken, 'parts'>[]): TextBuilder {
  let { text } = builder
  const spans = [...builder.spans]
  for (const [index, { parts }] of tokens.entries()) {
    if (index > 0 && text !== '') text += ' '
    for (const part of parts) text = addPart(text, spans, part)
  }
  return { text, spans }
}

/** Adds the part's span to the list and gives the text with the part at its end. */
function addPart(text: string, spans: Span[], part: TokenPart): string {
  if (!COMPOSES.test(part.text)) {
    const whole = text + part.text
    if (part.text !== '') spans.push({ from: text.length, to: whole.length, word: part.word, at: part.at })
    return whole
  }
  const composed = (text + part.text).normalize('NFC')
  const from = composed.length - commonEnd(composed, part.text)
  const last = spans.at(-1)
  if (last !== undefined && !composed.startsWith(text)) spans[spans.length - 1] = { ...last, to: from }
  const at = part.at + part.text.length - (composed.length - from)
  if (composed.length > from) spans.push({ from, to: composed.length, word: part.word, at })
  return composed
}

/** Begins with a character that may fuse with the one before: a combining mark, a vowel or final of Hangul. */
const COMPOSES = /^[\p{M}\u1160-\u11FF]/u

function commonEnd(whole: string, end: string): number {
  let length = 0
  while (length < end.length && whole.at(-1 - length) === end.at(-1 - length)) length += 1
  return length
}
