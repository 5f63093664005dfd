import type { ContactRules } from '../rules/contact-rules.ts'
import { CLAIMED, type Recogniser } from './claim.ts'
import { type NameWord, nameStretches } from './name-words.ts'

const STARTS = new RegExp(`(?:^|[\\n\\t,;:${CLAIMED}]) ?$`, 'u')
const ENDS = new RegExp(`^ ?(?:$|[\\n\\t,;(|${CLAIMED}])`, 'u')

/** Names with the family name first: `Muster, Anna`. Nothing but given names may stand after the comma. */
export function findReversedNames(rules: ContactRules): Recogniser {
  return (cell, free) => {
    const stretches = nameStretches(free, rules)
    return stretches.flatMap((family, index) => {
      const [from, to] = ends(family)
      const given = stretches[index + 1] ?? []
      const [start, end] = ends(given)
      const apart =
        family.length === 1 && family[0]?.kind === 'name' && STARTS.test(free.slice(Math.max(0, from - 2), from))
      const isGiven =
        given.length > 0 && given.every(({ kind }) => kind === 'given') && ENDS.test(free.slice(end, end + 2))
      if (!apart || !isGiven || !/^,[ \t]$/u.test(free.slice(to, start))) return []
      return [{ kind: 'person', value: { name: cell.text.slice(from, end), salutation: null }, from, to: end }]
    })
  }
}

function ends(words: readonly NameWord[]): readonly [number, number] {
  return [words[0]?.from ?? 0, words.at(-1)?.to ?? 0]
}
