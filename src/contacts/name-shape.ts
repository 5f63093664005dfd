import type { ContactRules } from '../rules/contact-rules.ts'
import { isCommonWord, LONGEST_NAME, type NameWord, nameStretches } from './name-words.ts'
import type { ContactContext } from './parsed-contact.ts'

/** A stretch that consists of words of a name and nothing else. */
export interface NameShape {
  readonly words: readonly NameWord[]
  /** It begins with a given name. */
  readonly sure: boolean
  /** How many words it has besides titles and particles. */
  readonly length: number
}

/** Reads a range as one whole name; null where any of it belongs to no name. */
export function nameShape(
  free: string,
  from: number,
  to: number,
  rules: ContactRules,
  context: ContactContext,
): NameShape | null {
  const [words, ...others] = nameStretches(' '.repeat(from) + free.slice(from, to), rules)
  const last = words?.at(-1)
  if (words === undefined || others.length > 0 || words[0]?.from !== from || last?.to !== to) return null
  const proper = words.filter((word) => word.kind !== 'title' && word.kind !== 'particle')
  if (proper.length === 0 || proper.length > LONGEST_NAME || (last.kind !== 'name' && last.kind !== 'given'))
    return null
  const sure = proper.length > 1 && proper[0]?.kind === 'given'
  const common = proper.some((word) => word.kind === 'name' && isCommonWord(word.text, context))
  return common && !sure ? null : { words, sure, length: proper.length }
}
