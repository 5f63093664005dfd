import type { ParsedContact, Read } from '../contacts/parsed-contact.ts'
import type { Line } from '../layout/line.ts'
import type { Contact } from '../report/report.ts'
import { type FieldValue, wordIds } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { leaf, type Traced, tracedList, tracedObject, withInk } from './traced.ts'

/** Reads a contact and takes it apart. */
export function readContact(lines: readonly Line[], { flow, readers, knownPersons }: FieldContext): FieldValue {
  if (lines.length === 0) return { traced: leaf(null), text: '', words: [], markers: [], joins: [], notices: [] }
  const contact = readers.contact(lines, flow, knownPersons)
  return {
    traced: traceContact(contact, contact.text, null),
    text: contact.text.value,
    words: wordIds(lines),
    markers: [],
    joins: contact.joins,
    notices: contact.notices.map(({ code, text, words }) => ({ said: { code, args: { text } }, word: words[0] })),
    contact,
  }
}

/**
 * A contact as the report shows it.
 *
 * @param values whose offices, persons and addresses hold
 * @param text that of the cell itself
 * @param sameAs id of the record whose values they are; null where they are the cell's own
 */
export function traceContact(values: ParsedContact, text: Read<string>, sameAs: string | null): Traced {
  const inherited = sameAs === null ? {} : { inheritedFrom: sameAs }
  const list = (reads: readonly Read<string | object>[]) =>
    tracedList(reads.map((read) => withInk(traceRead(read), inherited)))
  const parts: Readonly<Record<keyof Contact, Traced>> = {
    text: leaf(text.value, text),
    organisations: list(values.organisations),
    persons: list(values.persons),
    addresses: list(values.addresses),
    phones: list(values.phones),
    emails: list(values.emails),
    urls: list(values.urls),
    notes: list(values.notes),
    sameAs: leaf(sameAs),
  }
  return tracedObject(parts)
}

/** What a contact holds; a part that is null is printed nowhere, one without a place of its own stands on the whole. */
function traceRead(read: Read<string | object>): Traced {
  const { value, parts = {} } = read
  if (typeof value === 'string') return leaf(value, read)
  const keys = Object.entries(value).filter(([, part]) => part !== null)
  return { json: value, ink: new Map([['', read], ...keys.map(([key]) => [`/${key}`, parts[key] ?? read] as const)]) }
}
