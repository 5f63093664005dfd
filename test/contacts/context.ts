import { readFileSync } from 'node:fs'
import type { ContactContext } from '../../src/contacts/parsed-contact.ts'
import type { Line } from '../../src/layout/line.ts'
import { joinLines } from '../../src/repair/join-lines.ts'
import type { RepairContext, RepairedText } from '../../src/repair/repaired-text.ts'
import { contactRules } from '../../src/rules/contact-rules.ts'
import { loadRules } from '../../src/rules/load-rules.ts'

const file = new URL('../../rules/de/contacts.json', import.meta.url)
const { contacts, repair } = await loadRules()

/** The contact rules of the family, as their file has them. */
export const data = contactRules.parse(JSON.parse(readFileSync(file, 'utf8')))
export const rules = contacts

/** Joins lines by the rules of the family. */
export function join(lines: readonly Line[], context: RepairContext): RepairedText {
  return joinLines(lines, context, repair)
}

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
