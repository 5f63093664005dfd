import type { Line } from '../layout/line.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { TableHints } from './reading-costs.ts'

const ADDRESS = /\S@|^(?:https?:\/\/|www\.)|^[\p{L}\d.-]*\.(?:de|org|net|com|eu|example)$/iu
const NUMBER = /(?:\d[\s/–-]*){6,}/u
const POSTCODE_LINE = /^\d{5} \p{Lu}/u

/** What a document's words tell about where cells begin and what a contact looks like. */
export function tableHints(lines: readonly Line[], rules: Rules): TableHints {
  const small = new Map<string, number>()
  const large = new Map<string, number>()
  for (const line of lines) for (const word of line.words.slice(1)) count(word.text, small, large)
  return {
    contactLikeness: (text) => contactLikeness(text, rules),
    cannotEnd: rules.text.cannotEnd,
    hasMarker: (text) => rules.markers.some(({ expression }) => expression.test(text)),
    isCapitalisedForStart: (word) => {
      const bare = bareWord(word).toLowerCase()
      if (rules.text.beginners.has(bare)) return true
      const smallCount = small.get(bare) ?? 0
      return smallCount > 0 && smallCount >= (large.get(bare) ?? 0)
    },
  }
}

function count(word: string, small: Map<string, number>, large: Map<string, number>): void {
  const bare = bareWord(word)
  if (bare === '') return
  const counts = /^\p{Lu}/u.test(bare) ? large : small
  counts.set(bare.toLowerCase(), (counts.get(bare.toLowerCase()) ?? 0) + 1)
}

function bareWord(word: string): string {
  return word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** 0: nothing of a contact; 1: an office; 2: an address, a number, a salutation or a reference upwards. */
function contactLikeness(text: string, { contacts }: Rules): number {
  const [first = ''] = text.split(' ')
  const bare = first.replace(/[.:,]+$/u, '')
  const surely =
    ADDRESS.test(text) ||
    NUMBER.test(text) ||
    POSTCODE_LINE.test(text) ||
    contacts.above.some((pattern) => pattern.test(text)) ||
    contacts.salutations.has(first) ||
    contacts.labels.some(({ whole }) => whole.test(bare) && (first !== bare || text === first)) ||
    contacts.streets.some(({ numbered }) => text.search(numbered) === 0)
  if (surely) return 2
  return contacts.unitHeads.some(({ expression }) => expression.test(first)) || isPersonLike(text, contacts.givenNames) ? 1 : 0
}

function isPersonLike(text: string, givenNames: ReadonlySet<string>): boolean {
  const words = text.replace(/,$/u, '').split(' ')
  return words.length >= 2 && words.length <= 3 && givenNames.has(words[0]?.split('-')[0] ?? '')
}
