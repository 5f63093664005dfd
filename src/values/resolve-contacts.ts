import type { ParsedContact } from '../contacts/parsed-contact.ts'
import type { FieldValue } from './field-value.ts'
import { traceContact } from './read-contact.ts'

/** A contact cell with the record in which it stands. */
export interface ContactCell {
  /** Id of the record. */
  readonly record: string
  readonly value: FieldValue
}

/**
 * Follows `s. o.` to the nearest record above that has a contact of its own, over any number of other references and of
 * empty cells; the reference keeps its text and takes over the values.
 *
 * @param cells one column of a table, from top to bottom
 */
export function resolveContacts(cells: readonly ContactCell[]): readonly FieldValue[] {
  let own: { readonly record: string; readonly contact: ParsedContact } | null = null
  return cells.map(({ record, value }): FieldValue => {
    const { contact } = value
    if (contact === undefined) return value
    if (!contact.refersAbove) {
      own = { record, contact }
      return value
    }
    if (own !== null) return { ...value, traced: traceContact(own.contact, contact.text, own.record) }
    const said = { code: 'contact/nothing-above', args: { record, text: contact.text.value } } as const
    return { ...value, notices: [...value.notices, { said, word: contact.text.words[0] }] }
  })
}
