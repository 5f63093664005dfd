/** Control characters, marks of the reading direction, separators of lines, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/**
 * Makes text of a document, a file name or an argument safe to print: what would steer the terminal is shown as its
 * code point instead, an escape character as `<U+001B>`. White space of any kind becomes a blank.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r]+/gu, ' ')
    .replace(UNPRINTABLE, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`)
}

/** Like {@link printable}, but the text may have several lines. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/u)
    .map(printable)
    .join('\n')
}
