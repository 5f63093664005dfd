import { CLOSING, withoutEnding } from './ending.ts'
import type { LineEndMark, TokenLine } from './printed-token.ts'

const OPENING = /^[(<[{„“”"']+/u
const EMAIL = /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u
const WEB = /^(?:https?:\/\/|www\.)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$/u
/** An address that goes to the end of its line may be cut there; it counts as whole only after one of these. */
const SURE_END = /\.(?:de|com|org|net|eu|info|at|ch|example)\/?$/iu

/** A word of a line that is an address, or a piece of one. */
export interface AddressToken {
  readonly text: string
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** Web and e-mail addresses that no line end touches, as printed. */
export function addressesOf(tokens: readonly AddressToken[]): readonly string[] {
  return tokens.filter(({ cutBefore, cutAfter }) => !cutBefore && !cutAfter).map(({ text }) => text)
}

const LABEL_END = /[^\p{L}\p{N}-]+/u

/** Parts of addresses between dots, slashes and `@` that no line end touches. */
export function labelsOf(tokens: readonly AddressToken[]): readonly string[] {
  return tokens.flatMap(({ text, cutBefore, cutAfter }) => {
    const labels = text.split(LABEL_END)
    return labels.slice(cutBefore ? 1 : 0, cutAfter ? -1 : labels.length).filter((label) => label.length > 2)
  })
}

/** Cuts an address at everything but letters, digits and hyphens; parts of one or two characters tell nothing. */
export function addressLabels(address: string): readonly string[] {
  return address.split(LABEL_END).filter((label) => label.length > 2)
}

const MAY_HOLD_ADDRESS = /@|:\/\/|www\./iu

/** The addresses of a line and their pieces, with where a line end may have cut them. */
export function addressTokens(line: TokenLine, markBefore: LineEndMark): readonly AddressToken[] {
  return line.tokens.flatMap((token, index) => {
    if (!MAY_HOLD_ADDRESS.test(token.text)) return []
    const text = withoutEnding(token.text, CLOSING).replace(OPENING, '')
    const isLast = index === line.tokens.length - 1
    const isAddress = EMAIL.test(text) || WEB.test(text.toLowerCase())
    const looksCut = /@|^https?:\/\/|^www\./iu.test(text)
    if (!isAddress && !looksCut) return []
    const cutAfter = isLast && (line.mark !== 'none' || !isAddress || !SURE_END.test(text))
    return [{ text, cutBefore: index === 0 && markBefore !== 'none', cutAfter }]
  })
}

const MAY_HOLD_PHONE = /\d[\d ()/.-]{5}/u
const PHONE = /(?<![\p{L}\p{N}])[+(]?\d[\d ()/.-]{5,30}\d(?![\p{L}\p{N}])/gu

/** Telephone numbers inside the line, with their blanks and hyphens. */
export function phonesOf(line: TokenLine): readonly string[] {
  const whole = line.mark === 'none' ? line.tokens : line.tokens.slice(0, -1)
  const text = whole.map((token) => token.text).join(' ')
  if (!MAY_HOLD_PHONE.test(text)) return []
  return [...text.matchAll(PHONE)].map((match) => match[0])
}
