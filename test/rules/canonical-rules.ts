import { format } from 'prettier'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Keys of a pattern rule in the order in which they are read; the others follow as they are. */
const RULE_KEYS = ['id', 'why', 'pattern', 'match', 'ignoreCase', 'examples']

/** Files whose entries are looked up by name, so that their order is free. */
const BY_NAME = ['patterns.json', 'settings.json']

/** The one way to write the content of a rule file: sorted wherever the order means nothing, printed by Prettier. */
export async function canonicalRules(file: string, content: Json): Promise<string> {
  const sorted = BY_NAME.includes(file) && isObject(content) ? sortKeys(content, compareWords) : content
  return format(JSON.stringify(arrange(sorted), null, 2), { parser: 'json', printWidth: 120 })
}

/** Puts the keys of pattern rules in order and sorts lists of words. */
function arrange(value: Json): Json {
  if (isList(value)) return value.map(arrange)
  if (!isObject(value)) return value
  const arranged = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, key === 'words' ? sortWords(child) : arrange(child)]))
  return 'pattern' in arranged ? sortKeys(arranged, compareRuleKeys) : arranged
}

function sortWords(words: Json): Json {
  if (typeof words === 'string') return words.split(' ').sort(compareWords).join(' ')
  return isList(words) ? [...words].sort((a, b) => compareWords(String(a), String(b))) : words
}

function sortKeys(value: { readonly [key: string]: Json }, compare: (a: string, b: string) => number): Json {
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

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
