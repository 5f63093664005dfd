import type { BlockRules } from '../blocks/build-blocks.ts'
import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import { parseContact } from '../contacts/parse-contact.ts'
import type { ParsedContact } from '../contacts/parsed-contact.ts'
import type { Line } from '../layout/line.ts'
import { joinLines } from '../repair/join-lines.ts'
import type { RepairContext, RepairedText } from '../repair/repaired-text.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { ValueWords } from '../rules/value-rules.ts'
import type { DocumentFrame } from '../source/source-document.ts'
import { type KnownPersons, surePersons } from './known-persons.ts'

/** The readers that turn printed lines into values. */
export interface ValueReaders {
  readonly layout: 'placed' | 'flowed'
  readonly blocks: BlockRules
  /** The words of numbers, amounts and dates. */
  readonly words: ValueWords
  readonly join: (lines: readonly Line[]) => RepairedText
  /**
   * @param flow how the cell's column is set
   * @param knownPersons those that all contacts name; null where they are being gathered
   */
  readonly contact: (lines: readonly Line[], flow: ColumnFlow, knownPersons: KnownPersons | null) => ParsedContact
}

/** The readers of values for one document, with what its links and its words tell. */
export function valueReaders(
  document: DocumentFrame,
  layout: 'placed' | 'flowed',
  { vocabulary, runVocabulary }: Pick<RepairContext, 'vocabulary' | 'runVocabulary'>,
  rules: Rules,
): ValueReaders {
  const loose = [
    ...new Set(
      document.pages.flatMap((page) => page.links.filter(({ box }) => box === null).map(({ target }) => target)),
    ),
  ]
  const context = { vocabulary, runVocabulary: runVocabulary ?? null, looseTargets: loose }
  const join = oncePerCell((lines) => joinLines(lines, context, rules.repair))
  const read = (lines: readonly Line[], { right, pitch }: ColumnFlow, knownPersons: ReadonlySet<string>) => {
    const linePitch = pitch * (lines[0]?.size ?? 0)
    const contactContext = { ...context, columnRight: right, linePitch, knownPersons }
    return parseContact(lines, contactContext, rules.contacts, (cell) => join(cell))
  }
  const unaided = oncePerCell((lines, flow: ColumnFlow) => read(lines, flow, new Set()))
  return {
    layout,
    blocks: { markers: rules.markers, text: rules.text, settings: rules.settings },
    words: rules.values,
    join,
    contact: (lines, flow, knownPersons) => {
      const contact = unaided(lines, flow)
      if (knownPersons === null) return contact
      const { text } = join(lines)
      const named = knownPersons.namedIn(text)
      const sure = surePersons(contact)
      const isFound = (name: string): boolean =>
        text.split(name).length - 1 <= sure.filter((found) => found === name).length
      return [...named].every(isFound) ? contact : read(lines, flow, named)
    },
  }
}

/** A cell is read for the persons it names, and again when those of all cells are known. */
function oncePerCell<A extends readonly unknown[], T>(
  read: (lines: readonly Line[], ...others: A) => T,
): (lines: readonly Line[], ...others: A) => T {
  const known = new WeakMap<readonly Line[], { readonly others: A; readonly value: T }>()
  return (lines, ...others) => {
    const before = known.get(lines)
    const isSame = before?.others.length === others.length && before.others.every((one, at) => one === others[at])
    if (before !== undefined && isSame) return before.value
    const value = read(lines, ...others)
    known.set(lines, { others, value })
    return value
  }
}
