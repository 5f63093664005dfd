import type { Line } from '../layout/line.ts'
import { germanStem } from '../repair/german-stem.ts'
import { lazily } from '../layout/lazily.ts'
import type { FlowCosts } from '../rules/flow-rules.ts'
import type { Rules } from '../rules/load-rules.ts'
import { contactLikeness } from './contact-likeness.ts'

/** What rules and document tell about words and contacts, for reading a table without geometry. */
export interface TableHints {
  readonly costs: FlowCosts
  /** How much a text looks like part of a contact: 0 not at all, 1 an office, 2 an address, a number, a name. */
  readonly contactLikeness: (text: string) => 0 | 1 | 2
  /** The text only refers to the contact above: `s. o.` */
  readonly isReference: (text: string) => boolean
  /** A salutation stands after the text's beginning, or an e-mail address at its end: another cell's contact. */
  readonly endsInContact: (text: string) => boolean
  /** The word is written small elsewhere in the document, so that a capital marks the beginning of something. */
  readonly isCapitalisedForStart: (word: string) => boolean
  /** Words after which nothing can end (`und`, `für`, `der`). */
  readonly cannotEnd: ReadonlySet<string>
  /** Words such as `Abteilung` that want a name after them, as printed. */
  readonly wantsName: ReadonlySet<string>
  /** The line begins with a list marker. */
  readonly hasMarker: (text: string) => boolean
}

/** How many times more often a word is written small than large for its capital to mark a beginning. */
const SMALLER = 3

/** Gathers the hints from the rules and from the words of the document. */
export function tableHints(lines: readonly Line[], rules: Rules): TableHints {
  const { salutations, above, openEndings } = rules.contacts
  const counts = lazily(() => countCapitals(lines))
  return {
    costs: rules.flow,
    contactLikeness: remember((text) => contactLikeness(text, rules.contacts)),
    isReference: (text) => above.some((pattern) => pattern.test(text)),
    endsInContact: remember((text) => {
      const words = text.split(' ').slice(1)
      return words.some((word) => salutations.has(word)) || (words.at(-1)?.includes('@') ?? false)
    }),
    isCapitalisedForStart: remember((word) => {
      const printed = bareWord(word)
      const bare = printed.toLowerCase()
      if (!/^\p{Lu}/u.test(printed)) return false
      if (rules.text.beginners.has(bare) || rules.text.adjective.expression.test(bare)) return true
      const { small, large } = counts().get(germanStem(bare)) ?? { small: 0, large: 0 }
      return small > 0 && small > SMALLER * large
    }),
    cannotEnd: rules.text.cannotEnd,
    wantsName: openEndings,
    hasMarker: remember((text) => rules.markers.some(({ expression }) => expression.test(text))),
  }
}

/** The same function, asked once for each text. */
function remember<T>(ask: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    answers.set(text, answer)
    return answer
  }
}

/** By stem, how often a word is written small and large inside sentences, where a capital is the word's own. */
function countCapitals(lines: readonly Line[]): ReadonlyMap<string, { small: number; large: number }> {
  const counts = new Map<string, { small: number; large: number }>()
  for (const { words } of lines) {
    for (const [index, word] of words.entries()) {
      const bare = bareWord(word.text)
      if (bare === '' || !isInside(words[index - 1]?.text)) continue
      const stem = germanStem(bare)
      const { small, large } = counts.get(stem) ?? { small: 0, large: 0 }
      const capital = /^\p{Lu}/u.test(bare)
      counts.set(stem, { small: small + (capital ? 0 : 1), large: large + (capital ? 1 : 0) })
    }
  }
  return counts
}

/** Whether a word after this one stands inside a sentence. */
function isInside(previous: string | undefined): boolean {
  return previous !== undefined && /[\p{L}\p{N},;)]$/u.test(previous)
}

function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '')
}
