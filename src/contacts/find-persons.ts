import type { ContactRules } from '../rules/contact-rules.ts'
import type { CellText } from './cell-text.ts'
import { CLAIMED, type Claim, type Recogniser } from './claim.ts'
import { nameInAddress } from './name-in-address.ts'
import { isCommonWord, LONGEST_NAME, type NameWord, nameStretches } from './name-words.ts'
import type { ContactContext } from './parsed-contact.ts'

const ALONE_BEFORE = new RegExp(`(?:^|[\\n\\t,;${CLAIMED}])[ ]?$`, 'u')
const ALONE_AFTER = new RegExp(`^(?:$|[\\n\\t,;${CLAIMED}]|[ ]${CLAIMED})`, 'u')

/** Names after a salutation: `Frau Dr. Anna Muster`, `Hr. Muster`, `Frau Muster und Herr Beispiel`. */
export function findAddressedPersons(rules: ContactRules): Recogniser {
  const salutation = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...rules.salutations].map(escape).join('|')})(?=[\\s/])`,
    'gu',
  )
  return (cell, free) => {
    const stretches = nameStretches(free, rules)
    return [...free.matchAll(salutation)].flatMap((match): readonly Claim[] => {
      const after = match.index + match[0].length
      const words = stretches.find((stretch) => (stretch[0]?.from ?? 0) >= after) ?? []
      const between = free.slice(after, words[0]?.from ?? after)
      const name = nameFrom(words, free)
      const last = name.at(-1)
      if (last === undefined || !/^\s*(?:\/\s*\S+\s*)?$/u.test(between)) return []
      return [personClaim(cell, name, match[0], match.index)]
    })
  }
}

/** As much of a stretch as reads as one name: up to the end of the line, or of the next where the first held one word. */
function nameFrom(stretch: readonly NameWord[], free: string): readonly NameWord[] {
  const name: NameWord[] = []
  for (const word of stretch) {
    const full = name.filter(isNameProper).length
    if (name.length > 0 && word.before.includes('\n') && full > 0) break
    if (word.before.includes('\t') && full > 0 && !(full === 1 && name.at(-1)?.kind !== 'name')) break
    if (name.length > 0 && word.kind === 'title' && full > 0) break
    name.push(word)
    if (name.filter(isNameProper).length >= LONGEST_NAME) break
  }
  while (name.length > 0 && !endsName(name.at(-1), free)) name.pop()
  return name
}

function isNameProper(word: NameWord): boolean {
  return word.kind === 'name' || word.kind === 'given'
}

/** `Muster` in `Herr Muster Ringstr. 5` ends the name; `Ringstr` before its number does not. */
function endsName(word: NameWord | undefined, free: string): boolean {
  return word !== undefined && isNameProper(word) && !/^\.? ?\d/u.test(free.slice(word.to))
}

/** Names that other cells of the document show to be persons. */
export function findKnownPersons(context: ContactContext): Recogniser {
  const names = [...context.knownPersons].sort((a, b) => b.length - a.length)
  return (cell, free) => {
    const taken: Claim[] = []
    for (const name of names) {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}-])${name.split(' ').map(escape).join('\\s')}(?![\\p{L}\\p{N}-])`,
        'gu',
      )
      for (const match of free.matchAll(pattern)) {
        const [from, to] = [match.index, match.index + match[0].length]
        const alone = standsBetween(from, to, free)
        const overlaps = taken.some((claim) => claim.from < to && claim.to > from)
        if (!overlaps && (alone || name.includes(' '))) {
          taken.push({ kind: 'person', value: { name: cell.text.slice(from, to), salutation: null }, from, to })
        }
      }
    }
    return taken
  }
}

/** Names that an e-mail address of the cell carries: `Anna Muster` beside `a.muster@…`. */
export function findPersonsByEmail(rules: ContactRules, context: ContactContext): Recogniser {
  return (cell, free, claims) => {
    const found: Claim[] = []
    for (const claim of claims) {
      if (claim.kind !== 'email') continue
      const windows = nameStretches(free, rules).flatMap((stretch) => nameWindows(stretch))
      const fitting = windows.filter(
        (words) => fits(words, claim.value, context) && (words.length > 1 || standsAlone(words, free)),
      )
      const best = fitting.sort(
        (a, b) => breaksIn(a) - breaksIn(b) || b.length - a.length || distance(a, claim) - distance(b, claim),
      )[0]
      const [first, last] = [best?.[0], best?.at(-1)]
      if (best === undefined || first === undefined || last === undefined) continue
      if (found.some((other) => other.from < last.to && other.to > first.from)) continue
      const sure = best.length > 1 || first.kind === 'given'
      found.push({
        ...personClaim(cell, best, null, first.from),
        ...(sure ? {} : { notice: 'contact/person-by-shape' as const }),
      })
    }
    return found
  }
}

function nameWindows(stretch: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const begins = stretch.flatMap((word, index) => (word.kind === 'particle' ? [] : [index]))
  return begins.flatMap((begin) =>
    stretch.flatMap((word, end) => {
      const words = stretch.slice(begin, end + 1)
      const proper = words.filter((part) => part.kind !== 'particle' && part.kind !== 'title').length
      return end >= begin && isNameProper(word) && proper >= 1 && proper <= LONGEST_NAME ? [words] : []
    }),
  )
}

function fits(words: readonly NameWord[], email: string, context: ContactContext): boolean {
  const parts = words.filter((word) => word.kind !== 'title' && word.kind !== 'particle')
  const how = nameInAddress(
    parts.map((word) => word.text),
    email,
  )
  const given = words.some((word) => word.kind === 'given')
  if (how === null || (!given && parts.some((word) => isCommonWord(word.text, context)))) return false
  if (how === 'last') return given || parts.length <= 2
  return breaksIn(words) <= 1
}

function standsAlone(words: readonly NameWord[], free: string): boolean {
  return standsBetween(words[0]?.from ?? 0, words.at(-1)?.to ?? 0, free)
}

/** Nothing but line ends, commas and claims on both sides. */
function standsBetween(from: number, to: number, free: string): boolean {
  return ALONE_BEFORE.test(free.slice(0, from)) && ALONE_AFTER.test(free.slice(to))
}

function breaksIn(words: readonly NameWord[]): number {
  return words.slice(1).filter((word) => /[\t\n]/u.test(word.before)).length
}

function distance(words: readonly NameWord[], claim: Claim): number {
  return Math.abs(claim.from - (words.at(-1)?.to ?? 0))
}

/** @param from first character of the salutation or of the name */
export function personClaim(
  cell: CellText,
  words: readonly NameWord[],
  salutation: string | null,
  from: number,
): Claim {
  const start = words[0]?.from ?? from
  const to = words.at(-1)?.to ?? start
  return { kind: 'person', value: { name: cell.text.slice(start, to), salutation }, from, to }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
}
