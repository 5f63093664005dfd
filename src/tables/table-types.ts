import type { Line } from '../layout/line.ts'

/** One record of a table: a cell of lines for each column of the rules, in the order of the rules. */
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

export interface Table {
  readonly rows: readonly TableRow[]
  /** Header rows, each time they are printed. */
  readonly header: readonly Line[]
  /** Indices of the columns that no header names. */
  readonly missingColumns: readonly number[]
  /** Lines, or parts of lines, that belong to no row: below the table, or in a column that the rules do not know. */
  readonly rest: readonly Line[]
  readonly closeCalls: readonly CloseCall[]
}
