import type { UnreadableReason } from '../tables/table-types.ts'
import type { NotSaved } from './diagnostic.ts'

/** Why there is no picture of a figure, and what to do. */
export const NOT_SAVED: Readonly<Record<NotSaved, { readonly why: string; readonly hint: string }>> = {
  'no-package': {
    why: 'The optional package @napi-rs/canvas, which draws them, is not installed or does not run here.',
    hint: 'Install it beside this program: npm install @napi-rs/canvas',
  },
  'not-drawn': {
    why: 'PDF.js could not draw that part of the page.',
    hint: 'Look at the page in a PDF viewer; the rest of the report is as without pictures.',
  },
  'nothing-there': {
    why: 'Nothing is drawn between this caption and the next text.',
    hint: 'Look whether the chart stands above its caption, or was left out.',
  },
  'no-pages': { why: 'The input is a text, which has no pictures.', hint: 'Give the PDF itself.' },
}

/** Why the cells of a table cannot be told apart. */
export const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'columns-reordered': 'its columns stand in another order than in outline.json',
  'columns-unknown': 'it has columns that outline.json does not know',
  'columns-alike': 'it has more than one column that names no row and is no contact',
}
