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

const EMAIL = /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u
const URL_START = /^(?:https?:\/\/|www\.)/u
/** A word that may be the beginning of an e-mail address: `ina.`, `ina.kolb`, `ina.kolb@`. */
const EMAIL_PART = /^[^\s/]*[\p{L}\p{N}][._@][^\s/]*$/u

/** Whether a line begins with an address of its own, whose small letter says nothing: `tee@a.example` below `Amt am Fluss`. */
export function beginsAddress(above: string, line: string): boolean {
  const [first = ''] = line.split(' ')
  const last = above.slice(above.lastIndexOf(' ') + 1)
  if (URL_START.test(first)) return true
  return EMAIL.test(first) && (EMAIL.test(last) || !EMAIL_PART.test(last))
}
