import { parseContact } from '../contacts/parse-contact.ts'
import type { Line } from '../layout/line.ts'
import { joinLines } from '../repair/join-lines.ts'
import type { Vocabulary } from '../repair/repaired-text.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { SourceDocument } from '../source/source-document.ts'
import type { ValueReaders } from './read-entities.ts'

/** The readers of values for one document, with what its links and its words tell. */
export function valueReaders(
  document: SourceDocument,
  layout: 'placed' | 'flowed',
  vocabulary: Vocabulary,
  rules: Rules,
): ValueReaders {
  const loose = [
    ...new Set(
      document.pages.flatMap((page) => page.links.filter(({ box }) => box === null).map(({ target }) => target)),
    ),
  ]
  const context = { vocabulary, looseTargets: loose }
  const join = (lines: readonly Line[]) => joinLines(lines, context, rules.repair)
  return {
    layout,
    blocks: { markers: rules.markers, text: rules.text, settings: rules.settings },
    join,
    contact: (lines, { right, pitch }, knownPersons) => {
      const linePitch = pitch * (lines[0]?.size ?? 0)
      return parseContact(lines, { ...context, columnRight: right, linePitch, knownPersons }, rules.contacts, join)
    },
  }
}
