import { CLOSING, withoutEnding } from './ending.ts'
import { foldUmlauts } from './fold-umlauts.ts'
import type { AheadToken } from './joint.ts'
import { beginsPart } from './template-index.ts'

/** An address whose spelling is known, ready to be laid over printed characters. */
export interface AddressTemplate {
  /** The target or printed address itself. */
  readonly source: string
  /** Folded characters without hyphens and blanks. */
  readonly chars: string
  /** `gaps[i]` is the hyphen or blank before `chars[i]`, or nothing. */
  readonly gaps: readonly string[]
}

/** Where printed characters lie in a template. */
export interface TemplateMatch {
  /** What the template has at the line end: a hyphen, a blank or nothing. */
  readonly gap: string
  /** The printed characters are the address from its first to its last character (scheme and `www.` aside). */
  readonly whole: boolean
  /** The folded printed characters that were found. */
  readonly matched: string
}

/** Reads a link target or a printed address: scheme of mail and telephone off, percent-encoding undone. */
export function toTemplate(source: string): AddressTemplate {
  const decoded = withoutQuery(decodePercent(source.trim()).replace(/^(?:mailto|tel):/iu, ''))
  const gaps: string[] = []
  let chars = ''
  let gap = ''
  for (const char of decoded.normalize('NFC')) {
    if (isPlain(char)) {
      gaps.push(gap)
      chars += char
      gap = ''
    } else if (/[\s\-\u2010\u2011]/u.test(char)) gap = char.trim() === '' ? ' ' : '-'
    else {
      const folded = foldUmlauts(char)
      for (const [index, unit] of folded.split('').entries()) {
        gaps.push(index === 0 ? gap : '')
        chars += unit
      }
      gap = ''
    }
  }
  return { source, chars, gaps }
}

/** Small letters, digits, dots, `@` and the like, which folding leaves alone; not the hyphen. */
function isPlain(char: string): boolean {
  return (char >= '.' && char <= '@') || (char >= 'a' && char <= 'z')
}

/** `kurs@neudorf.de?subject=…` is an address and a query; a web address keeps its query. */
function withoutQuery(target: string): string {
  const query = target.indexOf('?')
  const at = target.indexOf('@')
  return at !== -1 && at < query ? target.slice(0, query) : target
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Folded, without hyphens and blanks: what templates are compared by. */
export function squeeze(text: string): string {
  return foldUmlauts(text).replaceAll(/[\s\-\u2010\u2011]/gu, '')
}

/** What may stand before the first character of an address that is printed without scheme. */
const SCHEME = /^(?:https?:\/\/)?(?:www\.)?$/u
const ENDS_AN_ADDRESS = /^[^\p{L}\p{N}@_%+=&#~-]/u

/**
 * Lays the printed characters on both sides of a line end over the template. The characters before the line end must
 * begin where a part of the address begins; those after it must follow in the template at once.
 *
 * @param before the characters before the line end, squeezed
 */
export function matchTemplate(
  before: string,
  ahead: readonly AheadToken[],
  template: AddressTemplate,
): TemplateMatch | null {
  if (before === '') return null
  for (let at = template.chars.indexOf(before); at !== -1; at = template.chars.indexOf(before, at + 1)) {
    const joint = at + before.length
    const end = beginsPart(template, at) ? followAhead(ahead, template, joint) : joint
    if (end > joint)
      return {
        gap: template.gaps[joint] ?? '',
        whole: SCHEME.test(template.chars.slice(0, at)) && /^\/?$/u.test(template.chars.slice(end)),
        matched: template.chars.slice(at, end),
      }
  }
  return null
}

/** How far the template goes on with the tokens ahead; `from` where it does not. */
function followAhead(ahead: readonly AheadToken[], template: AddressTemplate, from: number): number {
  let at = from
  for (const { text } of ahead) {
    const token = squeeze(text)
    const rest = template.chars.slice(at)
    if (!rest.startsWith(token) || rest === '') return at + endingInside(token, rest)
    at += token.length
  }
  return at
}

/** `neudorf.de),` after a template that ends in `neudorf.de`: how many of the token's characters belong to it. */
function endingInside(token: string, rest: string): number {
  for (const ending of [rest, rest.replace(/\/$/u, '')]) {
    if (ending !== '' && token.startsWith(ending) && ENDS_AN_ADDRESS.test(token.slice(ending.length)))
      return ending.length
  }
  const bare = withoutEnding(token, CLOSING)
  return bare !== '' && bare !== token && rest.startsWith(bare) ? bare.length : 0
}
