import type { ContactRules } from '../rules/contact-rules.ts'

const ADDRESS = /@\S|^(?:https?:\/\/|www\.)/u
const ARTICLE = /^D(?:er|ie|as)$/u
const NUMBER = /(?:\d[\s/–-]*){6}/u
const NUMBER_START = /^[+(]?\d(?:[\s()/–-]*\d){4}/u
const POSTCODE_LINE = /^\d{5} \p{Lu}/u

/**
 * How much a text looks like part of a contact. 0: nothing of one; 1: an office or a person; 2: an address, a number, a
 * salutation, a label or a reference upwards.
 */
export function contactLikeness(text: string, rules: ContactRules): 0 | 1 | 2 {
  const [first = '', ...others] = text.split(' ')
  if (ADDRESS.test(first) || startsContact(text, first, rules)) return 2
  const own = isOfficeOrPerson(text, first, rules)
  // An address at the end makes a contact of what begins like one: `Amt für Teilhabe, post@auental.example`.
  const address = others.some((word) => ADDRESS.test(word)) || NUMBER.test(text)
  return own ? (address ? 2 : 1) : 0
}

function startsContact(text: string, first: string, rules: ContactRules): boolean {
  const bare = trimMarks(first)
  return (
    NUMBER_START.test(text) ||
    POSTCODE_LINE.test(text) ||
    rules.above.some((pattern) => pattern.test(text)) ||
    rules.salutations.has(first) ||
    rules.labels.some(
      ({ whole }) => whole.test(bare) && (/[:.]$/u.test(first) || text === first || trimMarks(text) === bare),
    ) ||
    rules.streets.some(({ needs, numbered }) => needs !== 'number-and-town' && text.search(numbered) === 0)
  )
}

function trimMarks(word: string): string {
  return word.replace(/^[„“"'(]+/u, '').replace(/(?<=[^.:,;“”"')])[.:,;“”"')]+$/u, '')
}

function isOfficeOrPerson(text: string, first: string, rules: ContactRules): boolean {
  const head = ARTICLE.test(first) ? (text.split(' ')[1] ?? '') : first
  const isUnit = (word: string) => rules.unitHeads.some(({ expression }) => expression.test(trimMarks(word)))
  // `Jugend- und Sozialamt`: an office by the word that both parts share.
  const byLast = /^\p{Lu}\p{Ll}+- \p{Ll}+ \S+$/u.test(text) && isUnit(text.split(' ').at(-1) ?? '')
  return isUnit(head) || byLast || isPersonLike(text, rules.givenNames)
}

/** `Marie-Luise Kranich, Zimmer 12`: two or three capitalised words, the first a given name. */
function isPersonLike(text: string, givenNames: ReadonlySet<string>): boolean {
  const words = text.split(',')[0]?.split(' ') ?? []
  const isName = givenNames.has(words[0]?.split('-')[0] ?? '')
  return words.length >= 2 && words.length <= 3 && isName && words.every((word) => /^\p{Lu}/u.test(word))
}
