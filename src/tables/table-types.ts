import type { Line } from '../layout/line.ts'
import type { NearWording } from '../outline/near-wording.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import type { RenamedColumn } from './table-columns.ts'

/** One record of a table: a cell of lines for each of the table's columns. */
export interface TableRow {
  readonly cells: readonly (readonly Line[])[]
}

/** Two readings of a place were nearly as good. */
export interface CloseCall {
  readonly page: number
  readonly text: string
  readonly chosen: string
  readonly other: string
}

/** Why the cells of a table without geometry cannot be told apart. */
export type UnreadableReason = 'columns-reordered' | 'columns-unknown' | 'columns-alike'

export interface Table {
  /** Those of the rules, then those that only the header names, with keys made from their labels. */
  readonly columns: readonly CompiledColumn[]
  /** Column labels that differ a little from the wording in the rules. */
  readonly nearColumns: readonly NearWording[]
  /** Columns of the rules in whose place another label stands. */
  readonly renamedColumns: readonly RenamedColumn[]
  readonly unreadable: UnreadableReason | null
  /** Each cell stands on lines of its own, one below the other, so that only its look tells which it is. */
  readonly cellsListed: boolean
  readonly rows: readonly TableRow[]
  /** Header rows, each time they are printed. */
  readonly header: readonly Line[]
  /** Indices of the columns that no header names. */
  readonly missingColumns: readonly number[]
  /** Lines, or parts of lines, that belong to no row: below the table, or in a column that the rules do not know. */
  readonly rest: readonly Line[]
  readonly closeCalls: readonly CloseCall[]
}
