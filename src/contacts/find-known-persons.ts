import type { Claim, Recogniser } from './claim.ts'
import { escapePattern } from './escape-pattern.ts'
import type { ContactContext } from './parsed-contact.ts'
import { standsAlone } from './person-claim.ts'

/** Names that other cells of the document show to be persons. */
export function findKnownPersons(context: ContactContext): Recogniser {
  const names = [...context.knownPersons].sort((a, b) => b.length - a.length)
  return (cell, free) => {
    const taken: Claim[] = []
    for (const name of names) {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}-])${name.split(' ').map(escapePattern).join('\\s')}(?![\\p{L}\\p{N}-])`,
        'gu',
      )
      for (const match of free.matchAll(pattern)) {
        const [from, to] = [match.index, match.index + match[0].length]
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
