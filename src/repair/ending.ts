/** The longest ending of the text whose characters all match; read from the end, so that a long text costs no more. */
export function endingIn(text: string, character: RegExp): string {
  let start = text.length
  while (start > 0) {
    const width = isLowSurrogate(text.charCodeAt(start - 1)) && start > 1 ? 2 : 1
    if (!character.test(text.slice(start - width, start))) break
    start -= width
  }
  return text.slice(start)
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** The text without its longest ending whose characters all match. */
export function withoutEnding(text: string, character: RegExp): string {
  return text.slice(0, text.length - endingIn(text, character).length)
}

/** What closes a sentence, a bracket or a quotation after a word or an address. */
export const CLOSING = /[).,;:!?\]>“”"']/u
