import type { ContactRules } from '../rules/contact-rules.ts'
import { CLAIMED } from './claim.ts'
import type { ContactContext } from './parsed-contact.ts'
import { wordStrength } from './unit-head.ts'

/** A word that may be part of a person's name. */
export interface NameWord {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly kind: 'name' | 'given' | 'particle' | 'initial' | 'title'
  /** The blank (or break) before it. */
  readonly before: string
}

const TOKEN = new RegExp(`[^\\s,;:|()/${CLAIMED}]+`, 'gu')
const NAME = /^\p{Lu}\p{Ll}[\p{L}’'-]*$|^\p{Lu}[’']\p{Lu}\p{Ll}[\p{L}-]*$/u
const INITIAL = /^\p{Lu}\.(?:-?\p{Lu}\.)?$/u

/** Most words a name has, titles not counted. */
export const LONGEST_NAME = 4

/**
 * Stretches of words that could be names, each as long as it goes. A stretch ends at punctuation, at anything claimed
 * and at a word that stands in no name.
 */
export function nameStretches(free: string, rules: ContactRules): readonly (readonly NameWord[])[] {
  const stretches: NameWord[][] = [[]]
  let end = 0
  for (const match of free.matchAll(TOKEN)) {
    const between = free.slice(end, match.index)
    const above = stretches.at(-1)?.at(-1)
    const follows = above?.to === end && /^ $/u.test(between) && above.kind === 'given'
    const kind = nameKind(match[0], follows, rules)
    if (!/^\s*$/u.test(between) || kind === null) stretches.push([])
    if (kind !== null) {
      stretches
        .at(-1)
        ?.push({ text: match[0], from: match.index, to: match.index + match[0].length, kind, before: between })
    }
    end = match.index + match[0].length
  }
  return stretches.filter((words) => words.length > 0)
}

/** @param follows a given name stands before it; then a family name may look like a common noun */
function nameKind(word: string, follows: boolean, rules: ContactRules): NameWord['kind'] | null {
  if (rules.titles.has(word)) return 'title'
  if (rules.particles.has(word)) return 'particle'
  if (INITIAL.test(word)) return 'initial'
  if (!NAME.test(word) || wordStrength(word, rules) !== null || rules.salutations.has(word)) return null
  if (isGivenName(word, rules)) return 'given'
  if (follows) return rules.labels.some((label) => label.whole.test(word)) ? null : 'name'
  if ([...rules.notNames, ...rules.adjectives].some((expression) => expression.test(word))) return null
  return rules.labels.some((label) => label.whole.test(word)) ? null : 'name'
}

/** Also `Anna-Lena`, where `Anna` is one. */
export function isGivenName(word: string, rules: ContactRules): boolean {
  return rules.givenNames.has(word) || rules.givenNames.has(word.split('-', 1)[0] ?? '')
}

/** The documents print the word in lower case too, so that it is no name by itself. */
export function isCommonWord(word: string, context: ContactContext): boolean {
  return context.vocabulary.countFolded(word) > context.vocabulary.count(word)
}
