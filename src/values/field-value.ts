import type { ParsedContact } from '../contacts/parsed-contact.ts'
import type { Said } from '../diagnostics/diagnostic.ts'
import type { Line } from '../layout/line.ts'
import type { Join } from '../repair/repaired-text.ts'
import type { Traced } from './traced.ts'

/** Something about a value that a person may want to know. */
export interface Notice {
  readonly said: Said
  /** Id of the word at which it stands; undefined where there is none. */
  readonly word: number | undefined
}

/** What was read from the lines of a field or a cell. */
export interface FieldValue {
  /** As the report shows it. */
  readonly traced: Traced
  /** The whole as one text; empty where nothing is printed. */
  readonly text: string
  /** Ids of the words that the value was read from. */
  readonly words: readonly number[]
  /** Ids of the words that only mark something, such as a list's bullets. */
  readonly markers: readonly number[]
  /** What was done at line ends. */
  readonly joins: readonly Join[]
  readonly notices: readonly Notice[]
  /** Of a contact: its parts, by which references upwards are followed. */
  readonly contact?: ParsedContact
}

/** Ids of the words of some lines, in order. */
export function wordIds(lines: readonly Line[]): readonly number[] {
  return lines.flatMap((line) => line.words.map((word) => word.id))
}
