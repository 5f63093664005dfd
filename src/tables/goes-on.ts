/** A word broken off at a line's end. */
export const HYPHEN_END = /\p{L}[-\u00AD\u2010]$/u

/** Whether the last word of a text is one after which nothing ends: `Werkstatt für`, `Seminare und ein`. */
export function isCutPhrase(text: string, cannotEnd: ReadonlySet<string>): boolean {
  return cannotEnd.has(text.slice(text.lastIndexOf(' ') + 1))
}

/** Whether a text ends within a bracket, or another goes on with one: `Turm (Haus` and `am Markt)`, `Turm` and `(Markt)`. */
export function isBracketed(end: string, start: string): boolean {
  const closes = start.indexOf(')')
  const opens = start.indexOf('(')
  const isInside = end.lastIndexOf('(') > end.lastIndexOf(')') && closes >= 0 && (opens < 0 || opens > closes)
  return isInside || opens === 0
}
