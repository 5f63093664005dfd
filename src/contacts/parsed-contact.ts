import type { Ink } from '../layout/ink.ts'
import type { Line } from '../layout/line.ts'
import type { Join, RepairContext } from '../repair/repaired-text.ts'
import type { Address, Person, Phone } from '../report/report.ts'

/** A value with the printed characters it was read from. */
export interface Read<T> extends Ink {
  readonly value: T
  /** Those of its parts that do not stand on all of them, by key. */
  readonly parts?: Readonly<Record<string, Ink>>
}

/** Something in the cell that a person may want to look at. */
export interface ContactNotice {
  readonly code:
    | 'contact/address-without-local-part'
    | 'contact/phone-not-recognised'
    | 'contact/unclassified'
    | 'contact/person-by-shape'
  readonly text: string
  readonly words: readonly number[]
}

/**
 * A contact cell, read. Every word of the cell is in `text`; every word also ends in one of the lists, in `labels`
 * (`Tel.`, `E-Mail:`) or in `separators` (a lone comma).
 */
export interface ParsedContact {
  /** The cell as running text, line ends repaired. */
  readonly text: Read<string>
  readonly organisations: readonly Read<string>[]
  readonly persons: readonly Read<Person>[]
  readonly addresses: readonly Read<Address>[]
  readonly phones: readonly Read<Phone>[]
  readonly emails: readonly Read<string>[]
  readonly urls: readonly Read<string>[]
  readonly notes: readonly Read<string>[]
  /** Words that only say what the value beside them is, without colon. */
  readonly labels: readonly Read<string>[]
  /** Words that only stand between values: a lone comma, a dash, a conjunction between two persons. */
  readonly separators: readonly Read<string>[]
  /** What was done at the line ends of the cell. */
  readonly joins: readonly Join[]
  /** The cell says only that the contact above holds (`s. o.`, `siehe oben`). */
  readonly refersAbove: boolean
  readonly notices: readonly ContactNotice[]
}

/** What the rest of the document tells about contacts. */
export interface ContactContext extends RepairContext {
  /** Names of persons found in other cells of the same document, as printed without salutation. */
  readonly knownPersons: ReadonlySet<string>
  /** x of the right edge of the cell's column; the widest line of the column where no ruling shows it. */
  readonly columnRight: number
  /**
   * Distance between the baselines of a paragraph's lines in this table, in points. Left out where it is not known;
   * then it is the smallest distance in the cell.
   */
  readonly linePitch?: number
}

export type ParseContact = (lines: readonly Line[], context: ContactContext) => ParsedContact
