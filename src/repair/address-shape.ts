import { CLOSING, endingIn, withoutEnding } from './ending.ts'
import type { AheadToken, Joint } from './joint.ts'

/**
 * What the characters before a line end are as far as they go: an address that cannot end here (`open`), one that can
 * (`complete`), a web address with a path (`path`), the beginning of a scheme or `www.` (`scheme`), a dotted word that
 * could be the local part of an e-mail address (`local`), or none (`none`).
 */
export type LeftShape = 'open' | 'complete' | 'path' | 'scheme' | 'local' | 'none'

/**
 * What the characters after a line end are: a local part's end up to its `@` (`local-tail`), a domain to its end
 * (`domain`), a top-level domain alone (`top-level`), a piece of a path (`path`), the beginning of an address of its
 * own (`new`), or a word (`word`).
 */
export type RightShape = 'local-tail' | 'domain' | 'top-level' | 'path' | 'new' | 'word'

const PARTIAL_SCHEME = /^(?:ht{1,2}|https?|https?:|https?:\/{1,2}|w{1,3}|www\.)$/iu
const SCHEME = /^(?:https?:\/\/|www\.)/iu
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u

const ADDRESS_MARK = /[@.:/_]/u

/** Whether anything on either side of the line end is a mark without which there is no address. */
export function holdsAddressMark({ left, ahead }: Pick<Joint, 'left' | 'ahead'>): boolean {
  return ADDRESS_MARK.test(left) || ahead.some(({ text }) => ADDRESS_MARK.test(text))
}

/** What stands before an address in the same token (`E-Mail:`, an opening bracket) does not belong to it. */
export function withoutLead(left: string): string {
  const bare = endingIn(left, /[^(<[{„“”"'‚;,|]/u)
  const scheme = /(?:https?:\/\/|www\.).*$/iu.exec(bare)
  if (scheme !== null) return scheme[0]
  return PARTIAL_SCHEME.test(bare) ? bare : endingIn(bare, /[^:]/u)
}

/** Whether the host ends in a top-level domain. */
export function isCompleteHost(host: string, topLevelDomains: readonly string[]): boolean {
  const labels = host.toLowerCase().split('.')
  return (
    labels.length >= 2 &&
    HOST.test(host) &&
    !/(?:^|\.)-|-(?:\.|$)/u.test(host) &&
    topLevelDomains.includes(labels.at(-1) ?? '')
  )
}

/** @param left characters back to the last blank, without the hyphen of the line end */
export function leftShape(left: string, topLevelDomains: readonly string[]): LeftShape {
  const text = withoutLead(left)
  if (PARTIAL_SCHEME.test(text)) return 'scheme'
  const at = text.lastIndexOf('@')
  if (at !== -1) return hostShape(text.slice(at + 1), topLevelDomains)
  if (SCHEME.test(text)) return hostShape(text.replace(/^https?:\/\//iu, ''), topLevelDomains)
  const host = /^[^/?#]*/u.exec(text)?.[0] ?? ''
  if (isCompleteHost(host, topLevelDomains)) return hostShape(text, topLevelDomains)
  return /^[\p{Ll}\p{N}]+(?:[._+-][\p{Ll}\p{N}]+)*[._]?$/u.test(text) && /[._]/u.test(text) ? 'local' : 'none'
}

function hostShape(text: string, topLevelDomains: readonly string[]): LeftShape {
  const host = /^[^/?#:]*/u.exec(text)?.[0] ?? ''
  if (host.length < text.length) return 'path'
  const bare = host.endsWith('.') ? host.slice(0, -1) : host
  if (!isCompleteHost(bare, topLevelDomains)) return 'open'
  return 'complete'
}

/** @param right the text ahead, joined as an address would be */
export function rightShape(right: string, topLevelDomains: readonly string[]): RightShape {
  const text = withoutEnding(right, CLOSING)
  if (/^[\p{L}\p{N}._%+-]*@/u.test(text)) return 'local-tail'
  if (SCHEME.test(text)) return 'new'
  if (topLevelDomains.includes(text.split('/')[0] ?? '')) return 'top-level'
  const host = (/^[^/?#]*/u.exec(text)?.[0] ?? '').replace(/^[.-]/u, '')
  if (isCompleteHost(host, topLevelDomains)) return 'domain'
  return /^[/?#&=%_~]|^[\p{Ll}\p{N}_-]+\/|\.(?:html?|php|pdf|aspx?|jsp)$/u.test(text) ? 'path' : 'word'
}

/**
 * The tokens ahead as one run, as far as they can be one address: to the first `@` or the first ordinary word. After a
 * hyphen a line end without one is no break within a word, unless a dot or the like stands there.
 */
export function textAhead(
  ahead: readonly AheadToken[],
  hyphenBefore: boolean,
  isKnown: (word: string) => boolean,
): string {
  let text = ''
  for (const [index, token] of ahead.entries()) {
    text += token.text
    const next = ahead[index + 1]?.text ?? ''
    const atMark = /[._@]$/u.test(token.text) || /^[._@]/u.test(next)
    const isPiece = /^[\p{Ll}\p{N}._%+-][\p{L}\p{N}._%+-]*$/u.test(token.text)
    const isWord = !/[._]/u.test(token.text) && isKnown(token.text)
    const goesOn = token.mark === 'hyphen' || token.mark === 'soft' || (isPiece && !isWord && (atMark || !hyphenBefore))
    if (text.includes('@') || !goesOn) break
  }
  return text
}
