import type { ContactRules } from '../rules/contact-rules.ts'
import type { Claim, Recogniser } from './claim.ts'
import { escapePattern } from './escape-pattern.ts'
import { nameStretches } from './name-words.ts'
import type { ContactContext } from './parsed-contact.ts'
import { standsAlone } from './person-claim.ts'

/** Names that other cells of the document show to be persons, with the titles before them. */
export function findKnownPersons(rules: ContactRules, context: ContactContext): Recogniser {
  const names = [...context.knownPersons].sort((a, b) => b.length - a.length)
  return (cell, free) => {
    const taken: Claim[] = []
    for (const name of names) {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}-])${name.split(' ').map(escapePattern).join('\\s')}(?![\\p{L}\\p{N}-])`,
        'gu',
      )
      for (const match of free.matchAll(pattern)) {
        const [from, to] = [titlesBefore(match.index, free, rules), match.index + match[0].length]
        const alone = standsAlone(from, to, free)
        const overlaps = taken.some((claim) => claim.from < to && claim.to > from)
        if (!overlaps && (alone || name.includes(' '))) {
          taken.push({ kind: 'person', value: { name: cell.text.slice(from, to), salutation: null }, from, to })
        }
      }
    }
    return taken
  }
}

/** Where the titles begin that stand before a name; the name itself where none does. */
function titlesBefore(from: number, free: string, rules: ContactRules): number {
  const words = nameStretches(free.slice(0, from), rules).at(-1) ?? []
  if (!/^\s?$/u.test(free.slice(words.at(-1)?.to ?? 0, from))) return from
  const first = words.findLastIndex((word) => word.kind !== 'title') + 1
  return words[first]?.from ?? from
}
