import { boxOf } from '../layout/box.ts'
import type { Line } from '../layout/line.ts'
import type { SourcePage } from '../source/source-document.ts'
import type { HeaderRow } from './find-header-rows.ts'

/** Where the columns of a table stand on one page. */
export interface PageColumns {
  /** x at which each printed column but the first begins, ascending. */
  readonly boundaries: readonly number[]
  /** For each printed column, from left to right, its index among the table's columns. */
  readonly order: readonly number[]
}

/** Left of a column's start, in font sizes, within which a word still belongs to it. */
const START_TOLERANCE = 0.6

/** The columns that a header row shows: each begins where its label does. */
export function columnsFromHeader(header: HeaderRow): PageColumns {
  const named = header.labels
    .flatMap((words, index) => (words?.[0] === undefined ? [] : [{ index, word: words[0] }]))
    .sort((a, b) => a.word.box.x0 - b.word.box.x0)
  return {
    boundaries: named.slice(1).map(({ word }) => word.box.x0 - START_TOLERANCE * word.size),
    order: named.map(({ index }) => index),
  }
}

/** Points within which two vertical rulings are one. */
const SAME_RULING = 2

/**
 * The columns as vertical rulings show them on a page, with or without an outer border; null where they do not make as
 * many columns as expected.
 */
export function columnsFromRulings(
  lines: readonly Line[],
  page: SourcePage,
  order: readonly number[],
): PageColumns | null {
  const area = boxOf(lines.map((line) => line.box))
  const xs = page.rulings
    .filter(({ direction, box }) => direction === 'vertical' && box.y0 < area.y1 && box.y1 > area.y0)
    .map(({ box }) => (box.x0 + box.x1) / 2)
    .sort((a, b) => a - b)
  const distinct = xs.filter((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > SAME_RULING)
  const bordered = distinct.length === order.length + 1
  const open = distinct.length === order.length - 1
  return bordered || open ? { boundaries: bordered ? distinct.slice(1, -1) : distinct, order } : null
}

/** Index of the column in which a word that begins at x stands. */
export function columnAt(x: number, columns: PageColumns): number {
  const printed = columns.boundaries.filter((boundary) => x >= boundary).length
  return columns.order[printed] ?? printed
}
