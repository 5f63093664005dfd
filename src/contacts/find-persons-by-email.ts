import type { ContactRules } from '../rules/contact-rules.ts'
import type { Claim, Recogniser } from './claim.ts'
import { leavesRoomForPerson, nameInAddress } from './name-in-address.ts'
import { isCommonWord, LONGEST_NAME, type NameWord, nameStretches } from './name-words.ts'
import type { ContactContext } from './parsed-contact.ts'
import { isNameProper, personClaim, standsAlone } from './person-claim.ts'

type Carried = NonNullable<ReturnType<typeof nameInAddress>>

/** Neighbouring words that an address carries as a name. */
interface Candidate {
  readonly words: readonly [NameWord, ...NameWord[]]
  readonly from: number
  readonly to: number
  readonly how: Carried
  /** Line ends within it. */
  readonly breaks: number
}

/** The more of a name an address carries, the more line ends it bridges. */
const STRENGTH: Readonly<Record<Carried, number>> = { full: 2, initial: 1, last: 0 }

/** Words of a name at most, with its titles and particles. */
const MOST_WORDS = LONGEST_NAME + 4

/** Names that an e-mail address of the cell carries: `Anna Muster` beside `a.muster@…`. */
export function findPersonsByEmail(rules: ContactRules, context: ContactContext): Recogniser {
  return (cell, free, claims) => {
    const windows = nameStretches(free, rules).flatMap((stretch) => nameWindows(stretch))
    const found: Claim[] = []
    for (const { kind, value, from } of claims) {
      if (kind !== 'email') continue
      const best = windows
        .flatMap((words) => readCandidate(words, value, free, rules, context))
        .filter((one) => !found.some((other) => other.from < one.to && other.to > one.from))
        .sort((a, b) => compare(a, b) || Math.abs(from - a.to) - Math.abs(from - b.to))[0]
      if (best === undefined) continue
      const sure = best.words.length > 1 || best.words[0].kind === 'given'
      found.push({
        ...personClaim(cell, best.words, null, best.from),
        ...(sure ? {} : { notice: 'contact/person-by-shape' as const }),
      })
    }
    return found
  }
}

function nameWindows(stretch: readonly NameWord[]): readonly (readonly [NameWord, ...NameWord[]])[] {
  return stretch.flatMap((first, begin) => {
    if (first.kind === 'particle') return []
    const followers = stretch.slice(begin + 1, begin + MOST_WORDS)
    return [-1, ...followers.keys()].flatMap((last): readonly (readonly [NameWord, ...NameWord[]])[] => {
      const words = [first, ...followers.slice(0, last + 1)] as const
      const count = proper(words).length
      return isNameProper(words.at(-1) ?? first) && count >= 1 && count <= LONGEST_NAME ? [words] : []
    })
  })
}

function readCandidate(
  words: Candidate['words'],
  email: string,
  free: string,
  rules: ContactRules,
  context: ContactContext,
): readonly Candidate[] {
  const texts = proper(words).map((word) => word.text)
  const how = nameInAddress(texts, email)
  if (how === null) return []
  const given = words.some((word) => word.kind === 'given')
  if (!given && texts.some((text) => isCommonWord(text, context))) return []
  const breaks = words.slice(1).filter((word) => /[\t\n]/u.test(word.before)).length
  const candidate = { words, from: words[0].from, to: words.at(-1)?.to ?? words[0].to, how, breaks }
  const isName =
    texts.length === 1
      ? standsAlone(candidate.from, candidate.to, free) && leavesRoomForPerson(email, rules.givenNames)
      : mayBreak(candidate, given)
  return isName ? [candidate] : []
}

/** Whether so much of a name in an address is enough for the line ends within the name. */
function mayBreak({ words, how, breaks }: Candidate, given: boolean): boolean {
  if (breaks === 0) return how !== 'last' || given || proper(words).length === 2
  const hard = words.slice(1).some((word) => word.before.includes('\n'))
  return breaks === 1 && (how === 'full' || given || (how === 'initial' && !hard))
}

function proper(words: readonly NameWord[]): readonly NameWord[] {
  return words.filter((word) => word.kind !== 'particle' && word.kind !== 'title')
}

/** The best first: with the most of the name in the address, then on the fewest lines, then the longest. */
function compare(a: Candidate, b: Candidate): number {
  return STRENGTH[b.how] - STRENGTH[a.how] || a.breaks - b.breaks || b.words.length - a.words.length
}
