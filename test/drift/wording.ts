import type { Draw } from './draw.ts'

const LETTERS = 'a b d e f g i k l m n o p r s t u'.split(' ')

/** `Beschreibung` with one letter left out, doubled or changed, never the first of a word. */
export function misprinted(text: string, draw: Draw): string {
  const places = [...text.matchAll(/(?<=\p{L})\p{Ll}/gu)].map(({ index }) => index)
  const at = draw.pick(places)
  const letter = text[at] ?? ''
  const other = draw.pick(LETTERS.filter((sign) => sign !== letter))
  return text.slice(0, at) + draw.pick(['', letter + letter, other]) + text.slice(at + 1)
}

/** `Kooperations-`, `gremien` as one line. */
export function inOneLine(lines: readonly string[]): string {
  return lines
    .map((line) => (line.endsWith('-') ? line.slice(0, -1) : `${line} `))
    .join('')
    .trim()
}
