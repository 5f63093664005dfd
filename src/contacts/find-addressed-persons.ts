import type { ContactRules } from '../rules/contact-rules.ts'
import { withScriptClasses } from '../rules/script-classes.ts'
import type { Claim, Recogniser } from './claim.ts'
import { escapePattern } from '../rules/escape-pattern.ts'
import { nameInAddress } from './name-in-address.ts'
import { LONGEST_NAME, type NameWord, nameStretches } from './name-words.ts'
import { isNameProper, personClaim } from './person-claim.ts'

/** Names after a salutation: `Frau Dr. Anna Muster`, `Hr. Muster`, `Frau Muster und Herr Beispiel`. */
export function findAddressedPersons(rules: ContactRules): Recogniser {
  const salutation = new RegExp(
    `${withScriptClasses('(?<![\\p{L}\\p{N}])')}(?:${[...rules.salutations].map(escapePattern).join('|')})(?=[\\s/])`,
    'gu',
  )
  return (cell, free, claims) => {
    const emails = claims.flatMap((claim) => (claim.kind === 'email' ? [claim.value] : []))
    const stretches = nameStretches(free, rules)
    return [...free.matchAll(salutation)].flatMap((match): readonly Claim[] => {
      const after = match.index + match[0].length
      const words = stretches.find((stretch) => (stretch[0]?.from ?? 0) >= after) ?? []
      const between = free.slice(after, words[0]?.from ?? after)
      const name = nameFrom(words, free, emails)
      const last = name.at(-1)
      if (last === undefined || !/^\s*(?:\/\s*\S+\s*)?$/u.test(between)) return []
      return [personClaim(cell, name, match[0], match.index)]
    })
  }
}

/**
 * As much of a stretch as reads as one name: up to the end of the line, or of the next where the first held a given name
 * and nothing more, or where an e-mail address carries the words on both sides.
 */
function nameFrom(stretch: readonly NameWord[], free: string, emails: readonly string[]): readonly NameWord[] {
  const name: NameWord[] = []
  for (const word of stretch) {
    const held = name.filter(isNameProper)
    if (held.length >= LONGEST_NAME) break
    if (held.length > 0 && (word.kind === 'title' || !bridges(held, word, emails))) break
    name.push(word)
  }
  while (name.length > 0 && !endsName(name.at(-1), free)) name.pop()
  return name
}

/** Whether a name goes on over the line end before a word, if there is one. */
function bridges(held: readonly NameWord[], word: NameWord, emails: readonly string[]): boolean {
  if (!/[\n\t]/u.test(word.before)) return true
  if (held.length > 1) return false
  if (word.before.includes('\t') && held[0]?.kind === 'given') return true
  const parts = [...held, word].map(({ text }) => text)
  return emails.some((email) => {
    const how = nameInAddress(parts, email)
    return how === 'full' || (how === 'initial' && word.before.includes('\t'))
  })
}

/** `Muster` in `Herr Muster Ringstr. 5` ends the name; `Ringstr` before its number does not. */
function endsName(word: NameWord | undefined, free: string): boolean {
  return word !== undefined && isNameProper(word) && !/^\.? ?\d/u.test(free.slice(word.to))
}
