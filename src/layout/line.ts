import type { Box, FontFace, TextItem } from '../source/source-document.ts'

/**
 * A run of characters without white space on one baseline. Words are the atoms of the ledger: each word of the source
 * ends in a value, a label, furniture, a figure, or a diagnostic. A stage may share words out but never alters one.
 */
export interface Word {
  /** Unique in the document, ascending in reading order of the source. */
  readonly id: number
  readonly text: string
  readonly box: Box
  /** y of the baseline. */
  readonly baseline: number
  /** x of the left edge of each UTF-16 unit of `text`, and of the right edge of the last. */
  readonly edges: readonly number[]
  readonly font: FontFace
  readonly size: number
  /** Degrees clockwise by which it is turned; its baseline is then the lower edge of its line. */
  readonly turn: TextItem['turn']
  /** Targets of link annotations that cover the word; empty where the source lists targets without places. */
  readonly links: readonly string[]
  /** 1-based line of a text file; null for PDF. */
  readonly textLine: number | null
  /** 0-based column in that line of each UTF-16 unit of `text`; empty for PDF. */
  readonly textColumns: readonly number[]
  /** Key of the paragraph, item or cell that it is tagged to belong to, unique on its page; null where it is not tagged. */
  readonly block: string | null
}

/** Words on one baseline that belong together: no column gap and no vertical ruling between them. Never empty. */
export interface Line {
  /** 1-based page in the source. */
  readonly page: number
  readonly words: readonly Word[]
  /** The words' texts with one blank between them. */
  readonly text: string
  readonly box: Box
  readonly baseline: number
  /** Size of the largest part of the line's characters. */
  readonly size: number
  /** Most of the line's characters are bold. */
  readonly bold: boolean
}
