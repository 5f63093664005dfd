import { printable } from '../showing/printable.ts'

/** Columns of a terminal that everything fits into. */
export const WIDTH = 120

/** A text made safe to print, cut to a number of characters with `…` at the end. */
export function cut(text: string, width: number): string {
  const characters = [...printable(text)]
  return characters.length <= width ? characters.join('') : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`
}

/** Like {@link cut}, and filled with blanks to the same width. */
export function cell(text: string, width: number): string {
  const shown = cut(text, width)
  return `${shown}${' '.repeat(width - [...shown].length)}`
}

/** Cut in the middle, where both ends tell something: `/cities/0/…/contact/emails/0`. */
export function cutWithin(text: string, width: number): string {
  const characters = [...printable(text)]
  if (characters.length <= width) return characters.join('')
  const head = Math.floor((width - 1) / 3)
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (width - 1 - head)).join('')}`
}
