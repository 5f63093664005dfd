import type { ContactRules } from '../rules/contact-rules.ts'
import { withScriptClasses } from '../rules/script-classes.ts'
import type { Claim, Recogniser } from './claim.ts'
import { escapePattern } from '../rules/escape-pattern.ts'
import { type NameWord, nameStretches } from './name-words.ts'
import type { ContactContext } from './parsed-contact.ts'
import { standsAlone } from './person-claim.ts'

const STARTS = withScriptClasses('(?<![\\p{L}\\p{N}-])')
const ENDS = withScriptClasses('(?![\\p{L}\\p{N}-])')

/** Names that other cells of the document show to be persons, with the titles before them. */
export function findKnownPersons(rules: ContactRules, context: ContactContext): Recogniser {
  const names = [...context.knownPersons].sort((a, b) => b.length - a.length)
  return (cell, free) => {
    const titles = new Map(nameStretches(free, rules).flatMap(titlesOf))
    const taken: Claim[] = []
    for (const name of names) {
      const pattern = new RegExp(`${STARTS}${name.split(' ').map(escapePattern).join('\\s')}${ENDS}`, 'gu')
      for (const match of free.matchAll(pattern)) {
        const [from, to] = [titlesBefore(match.index, titles), match.index + match[0].length]
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

/** The titles of a stretch: where each ends and where it begins. */
function titlesOf(words: readonly NameWord[]): readonly (readonly [number, number])[] {
  return words.flatMap(({ kind, from, to }) => (kind === 'title' ? [[to, from] as const] : []))
}

/** Where the titles begin that stand before a name; the name itself where none does. */
function titlesBefore(from: number, titles: ReadonlyMap<number, number>): number {
  let start = from
  for (;;) {
    const before = titles.get(start - 1)
    if (before === undefined) return start
    start = before
  }
}
