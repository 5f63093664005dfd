import type { ParsedContact, Read } from '../contacts/parsed-contact.ts'
import type { RecordValue } from './read-entities.ts'

/** A record's contact after references upwards are followed. */
export interface ResolvedContact {
  /** The cell's own text; null where the cell is empty. */
  readonly text: Read<string> | null
  /** Whose values hold: the cell's own, or those of the record it refers to. */
  readonly values: ParsedContact | null
  /** Id of the record referred to. */
  readonly sameAs: string | null
  /** The cell refers upwards, but nothing above has a contact of its own. */
  readonly nothingAbove: boolean
}

/**
 * Follows `s. o.` to the nearest record above that has a contact of its own, over any number of other references and
 * of empty cells.
 */
export function resolveReferences(records: readonly RecordValue[], column: number): readonly ResolvedContact[] {
  let own: { id: string; contact: ParsedContact } | null = null
  return records.map((record) => {
    const cell = record.cells[column]
    const contact = cell?.role === 'contact' ? cell.value : null
    if (contact === null) return { text: null, values: null, sameAs: null, nothingAbove: false }
    if (!contact.refersAbove) {
      own = { id: record.id, contact }
      return { text: contact.text, values: contact, sameAs: null, nothingAbove: false }
    }
    return { text: contact.text, values: own?.contact ?? contact, sameAs: own?.id ?? null, nothingAbove: own === null }
  })
}
