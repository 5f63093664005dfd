import type { Span } from './repaired-text.ts'
import type { PrintedToken, TokenPart } from './printed-token.ts'

/** A text that grows at its end and remembers which characters came from which printed word. */
export class TextBuilder {
  #text = ''
  readonly #spans: Span[] = []

  get text(): string {
    return this.#text
  }

  get spans(): readonly Span[] {
    return this.#spans
  }

  /** Adds a blank. */
  addBlank(): void {
    if (this.#text !== '') this.#text += ' '
  }

  /** Takes the last character away; a word of which nothing is left has no span any more. */
  dropLast(): void {
    const end = this.#text.length - 1
    this.#text = this.#text.slice(0, end).trimEnd()
    const last = this.#spans.at(-1)
    if (last === undefined || last.to <= end) return
    this.#spans.pop()
    if (last.from < end) this.#spans.push({ ...last, to: end })
  }

  /** Takes away the blank before the last character: `Kranken -` is `Kranken-`. */
  closeUp(): void {
    const last = this.#spans.pop()
    if (last === undefined) return
    this.#text = this.#text.slice(0, -2).trimEnd() + this.#text.slice(-1)
    this.#spans.push({ ...last, from: this.#text.length - 1, to: this.#text.length })
  }

  /**
   * Adds tokens with a blank between any two. Where a part begins with a combining mark the composed letter belongs to
   * the word before, so that the text stays NFC.
   */
  addTokens(tokens: readonly Pick<PrintedToken, 'parts'>[]): void {
    for (const [index, { parts }] of tokens.entries()) {
      if (index > 0) this.addBlank()
      for (const part of parts) this.#addPart(part)
    }
  }

  /** Adds the part at the end of the text, and its span. */
  #addPart(part: TokenPart): void {
    const text = this.#text
    if (!COMPOSES.test(part.text)) {
      this.#text += part.text
      if (part.text !== '') this.#spans.push({ from: text.length, to: this.#text.length, word: part.word, at: part.at })
      return
    }
    const composed = (text + part.text).normalize('NFC')
    const from = composed.length - commonEnd(composed, part.text)
    const last = this.#spans.at(-1)
    if (last !== undefined && !composed.startsWith(text)) this.#spans[this.#spans.length - 1] = { ...last, to: from }
    const at = part.at + part.text.length - (composed.length - from)
    if (composed.length > from) this.#spans.push({ from, to: composed.length, word: part.word, at })
    this.#text = composed
  }
}

/** Begins with a character that may fuse with the one before: a combining mark, a vowel or final of Hangul. */
const COMPOSES = /^[\p{M}\u1160-\u11FF]/u

function commonEnd(whole: string, end: string): number {
  let length = 0
  while (length < end.length && whole.at(-1 - length) === end.at(-1 - length)) length += 1
  return length
}
