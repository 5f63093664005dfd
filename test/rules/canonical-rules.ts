import { format } from 'prettier'

type Fields = Readonly<Record<string, unknown>>

/** Keys of a pattern rule in the order in which they are read; the others follow as they are. */
const RULE_KEYS = ['id', 'why', 'pattern', 'match', 'ignoreCase', 'examples']

/** Files whose entries are looked up by name, so that their order is free. */
const BY_NAME = ['patterns.json', 'settings.json']

/** Fields that hold words without order. */
const WORD_LISTS = ['words', 'values']

/** The one way to write the content of a rule file: sorted wherever the order means nothing, printed by Prettier. */
export async function canonicalRules(file: string, content: unknown): Promise<string> {
  const sorted = BY_NAME.includes(file) && isObject(content) ? sortKeys(content, compareWords) : content
  return format(JSON.stringify(arrange(sorted), null, 2), { parser: 'json', printWidth: 120 })
}

/** Puts the keys of pattern rules in order and sorts lists of words. */
function arrange(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arrange)
  if (!isObject(value)) return value
  const arranged = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, WORD_LISTS.includes(key) ? sortWords(child) : arrange(child)]),
  )
  return 'pattern' in arranged ? sortKeys(arranged, compareRuleKeys) : arranged
}

function sortWords(words: unknown): unknown {
  if (typeof words === 'string') return words.split(' ').sort(compareWords).join(' ')
  return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words.toSorted(compareWords) : words
}

function sortKeys(value: Fields, compare: (a: string, b: string) => number): Fields {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
}

function compareRuleKeys(a: string, b: string): number {
  const rank = (key: string): number => (RULE_KEYS.includes(key) ? RULE_KEYS.indexOf(key) : RULE_KEYS.length)
  return rank(a) - rank(b)
}

/** As in a dictionary: accents and case count only between words that are alike without them. */
function compareWords(a: string, b: string): number {
  return compare(fold(a), fold(b)) || compare(a, b)
}

function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
