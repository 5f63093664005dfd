import type { Line } from '../layout/line.ts'
import { germanStem } from '../repair/german-stem.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { TableHints } from './reading-costs.ts'

const ADDRESS = /@\S|^(?:https?:\/\/|www\.)/u
const NUMBER = /(?:\d[\s/–-]*){6,}/u
const NUMBER_START = /^[+(]?\d(?:[\s()/–-]*\d){4,}/u
const POSTCODE_LINE = /^\d{5} \p{Lu}/u

/** How many times more often a word is written small than large for its capital to mark a beginning. */
const SMALLER = 3

/** What a document's words tell about where cells begin and what a contact looks like. */
export function tableHints(lines: readonly Line[], rules: Rules): TableHints {
  const { salutations } = rules.contacts
  const likeness = new Map<string, number>()
  const small = new Map<string, number>()
  const large = new Map<string, number>()
  for (const { words } of lines) {
    for (const [index, word] of words.entries()) if (isInside(words[index - 1]?.text)) count(word.text, small, large)
  }
  return {
    contactLikeness: (text) => {
      const known = likeness.get(text) ?? contactLikeness(text, rules)
      likeness.set(text, known)
      return known
    },
    holdsSalutation: (text) => (text.split(' ').slice(1).some((word) => salutations.has(word)) ? 1 : 0),
    cannotEnd: rules.text.cannotEnd,
    wantsName: rules.contacts.openEndings,
    hasMarker: (text) => rules.markers.some(({ expression }) => expression.test(text)),
    isCapitalisedForStart: (word) => {
      const bare = bareWord(word).toLowerCase()
      if (rules.text.beginners.has(bare) || rules.text.adjective.expression.test(bare)) return true
      const stem = germanStem(bare)
      const smallCount = small.get(stem) ?? 0
      return smallCount > 0 && smallCount > SMALLER * (large.get(stem) ?? 0)
    },
  }
}

/** Whether a word after this one stands inside a sentence, where a capital is the word's own. */
function isInside(previous: string | undefined): boolean {
  return previous !== undefined && /[\p{L}\p{N},;)]$/u.test(previous)
}

function count(word: string, small: Map<string, number>, large: Map<string, number>): void {
  const bare = bareWord(word)
  if (bare === '') return
  const counts = /^\p{Lu}/u.test(bare) ? large : small
  const stem = germanStem(bare)
  counts.set(stem, (counts.get(stem) ?? 0) + 1)
}

function bareWord(word: string): string {
  return word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** 0: nothing of a contact; 1: an office or a person; 2: an address, a number, a salutation or a reference upwards. */
function contactLikeness(text: string, rules: Rules): number {
  const [first = '', ...others] = text.split(' ')
  if (ADDRESS.test(first) || startsContact(text, first, rules)) return 2
  const own = isOfficeOrPerson(text, first, rules) ? 1 : 0
  // An address at the end makes a contact of what begins like one: `Amt für Teilhabe, post@auental.example`.
  const address = others.some((word) => ADDRESS.test(word)) || NUMBER.test(text)
  return address && (own === 1 || others.length <= 1) ? 2 : own
}

function startsContact(text: string, first: string, { contacts }: Rules): boolean {
  const bare = first.replaceAll(/^[„“"'(]+|[.:,;“”"')]+$/gu, '')
  return (
    NUMBER_START.test(text) ||
    POSTCODE_LINE.test(text) ||
    contacts.above.some((pattern) => pattern.test(text)) ||
    contacts.salutations.has(first) ||
    contacts.labels.some(({ whole }) => whole.test(bare) && (first !== bare || text === first)) ||
    contacts.streets.some(({ numbered }) => text.search(numbered) === 0)
  )
}

function isOfficeOrPerson(text: string, first: string, { contacts }: Rules): boolean {
  return (
    contacts.unitHeads.some(({ expression }) => expression.test(first.replace(/[,;:]+$/u, ''))) ||
    isPersonLike(text, contacts.givenNames)
  )
}

function isPersonLike(text: string, givenNames: ReadonlySet<string>): boolean {
  const words = text.split(',')[0]?.split(' ') ?? []
  return words.length >= 2 && words.length <= 3 && givenNames.has(words[0]?.split('-')[0] ?? '') && words.every((word) => /^\p{Lu}/u.test(word))
}
