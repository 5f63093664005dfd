import { readFileSync } from 'node:fs'
import type { ContactContext } from '../../src/contacts/parsed-contact.ts'
import { compileContactRules, contactRules } from '../../src/rules/contact-rules.ts'

const file = new URL('../../rules/stadtprofile/contacts.json', import.meta.url)

/** The rules of the family, as its file has them. */
export const data = contactRules.parse(JSON.parse(readFileSync(file, 'utf8')))
export const rules = compileContactRules(data, 'DE')

/** A document that knows nothing but what a test tells. */
export function contactContext(
  right: number,
  knownPersons: readonly string[] = [],
  commonWords: readonly string[] = [],
): ContactContext {
  const common = new Set(commonWords)
  return {
    vocabulary: { count: () => 0, countFolded: (word) => (common.has(word) ? 1 : 0) },
    looseTargets: [],
    knownPersons: new Set(knownPersons),
    columnRight: right,
  }
}
