import type { ContactRules } from '../rules/contact-rules.ts'
import { withScriptClasses } from '../rules/script-classes.ts'
import { CLAIMED, type Recogniser } from './claim.ts'

const WITH_SCHEME = new RegExp(
  withScriptClasses(`(?:https?://|(?<![\\p{L}\\p{N}@.])www\\.)[^\\s${CLAIMED}<>"„“”»«]+`),
  'giu',
)

/** Addresses of web pages: with scheme, with `www.`, or by the top-level domain alone. */
export function findUrls(rules: ContactRules): Recogniser {
  return (_, free) => {
    const certain = [...free.matchAll(WITH_SCHEME)]
    const overlaps = (from: number): boolean =>
      certain.some((match) => from >= match.index && from < match.index + match[0].length)
    const bare = [...free.matchAll(rules.scanWebDomain)].filter((match) => !overlaps(match.index))
    return [...certain, ...bare].map((match) => {
      const value = withoutTrail(match[0])
      return { kind: 'url', value, from: match.index, to: match.index + value.length }
    })
  }
}

/** Punctuation at the end belongs to the sentence; a closing bracket too, unless the address opened it. */
function withoutTrail(url: string): string {
  let end = url.length
  for (;;) {
    const last = url.charAt(end - 1)
    const opened = last === ')' && url.slice(0, end).split('(').length >= url.slice(0, end).split(')').length
    if (opened || !/[.,;:!?'’)\]|]/u.test(last)) return url.slice(0, end)
    end -= 1
  }
}
