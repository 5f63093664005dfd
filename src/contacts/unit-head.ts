import type { ContactRules } from '../rules/contact-rules.ts'
import { trimOf } from './trim-characters.ts'

/**
 * Whether a text begins as the name of an office or unit does.
 *
 * `Abteilung Feste` is a head; `Kulturamt Nord` a compound, but not in an enumeration: `Beratungsstellen und Heime`.
 */
export function unitStrength(text: string, rules: ContactRules): 'head' | 'compound' | null {
  const [first = '', second = ''] = text.trimStart().split(/\s+/u, 2)
  const strength = wordStrength(first, rules)
  return strength === 'compound' && rules.conjunctions.has(second) ? null : strength
}

/** The same for one word; quotation marks and punctuation around it do not count. */
export function wordStrength(word: string, rules: ContactRules): 'head' | 'compound' | null {
  const bare = trimOf(word, `"„“”»«‚'’(),;:`)
  return rules.unitHeads.find(({ expression }) => expression.test(bare))?.strength ?? null
}
