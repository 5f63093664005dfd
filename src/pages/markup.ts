import { printableLines } from '../showing/printable.ts'
import { escapedMarkup } from '../showing/escaped-markup.ts'

/** A piece of HTML that is safe to put into a page. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a template: text is escaped, markup stays, null is left out. */
export type Part = string | number | Markup | readonly Markup[] | null

/**
 * HTML in which every text is escaped, as content or as a quoted attribute. What steers a terminal or turns the reading
 * direction is shown as its code point; a line feed stays.
 */
export function markup(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: literals.map((literal, index) => literal + rendered(parts[index] ?? null)).join('') }
}

function rendered(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapedMarkup(printableLines(part))
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}
