import type { createColors } from 'picocolors'
import type { Rules } from '../../rules/load-rules.ts'
import type { Level } from '../../rules/levels.ts'
import type { EditionDiff } from '../diff-reports.ts'

/** What a format may ask besides the difference. */
export interface FormatContext {
  readonly rules: Rules
  /** Paints for a terminal, or leaves text as it is. */
  readonly colors: ReturnType<typeof createColors>
  /** Level from which on a change fails; null where none does. */
  readonly failOn: Level | null
  /** Whether accepted changes are told as well. */
  readonly showsAccepted: boolean
  /** Characters that the text may have at most; null where it may have any number. */
  readonly maxLength: number | null
  /** The new `report.json` as a path; null where it was extracted just now. */
  readonly newFile: string | null
  /** 1-based line of a value in the new `report.json`; null where that is no file, or has no such value. */
  readonly lineOf: (pointer: string) => number | null
}

/** Says what changed, as a text that ends with a line feed. The same difference and context give the same text. */
export type Format = (diff: EditionDiff, context: FormatContext) => string

/** A {@link Format} whose text is handed on in pieces, since it may be very long. */
export type LongFormat = (diff: EditionDiff, context: FormatContext) => Iterable<string>
