import { boxOf } from '../layout/box.ts'
import type { Line } from '../layout/line.ts'
import type { SourcePage } from '../source/source-document.ts'
import type { HeaderRow } from './find-header-rows.ts'

/** Where the columns of a table stand on one page. */
export interface PageColumns {
  /** x at which each printed column but the first begins, ascending. */
  readonly boundaries: readonly number[]
  /** For each printed column, from left to right, its index in the rules. */
  readonly order: readonly number[]
}

/** Left of a column's start, in font sizes, within which a word still belongs to it. */
const START_TOLERANCE = 0.6

/** Stands in the order of columns for one that the rules do not know. */
export const UNKNOWN_COLUMN = -1

/**
 * The columns that a header row shows: each begins where its label does. Where one column is missing and one is
 * unknown, the unknown one is taken for the missing one under another name.
 */
export function columnsFromHeader(header: HeaderRow): PageColumns {
  const missing = header.labels.flatMap((words, index) => (words === null ? [index] : []))
  const renamed = missing.length === 1 && header.others.length === 1 ? (missing[0] ?? UNKNOWN_COLUMN) : UNKNOWN_COLUMN
  const printed = [
    ...header.labels.map((words, index) => ({ index, word: words?.[0] })),
    ...header.others.map((words) => ({ index: renamed, word: words[0] })),
  ]
  const named = printed
    .flatMap(({ index, word }) => (word === undefined ? [] : [{ index, word }]))
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
  const isFrame = (distinct[0] ?? 0) < area.x0 && (distinct.at(-1) ?? 0) > area.x1
  const open = distinct.length === order.length - 1 && !isFrame
  return bordered || open ? { boundaries: bordered ? distinct.slice(1, -1) : distinct, order } : null
}

/** Index in the rules of the column in which a word that begins at x stands. */
export function columnAt(x: number, columns: PageColumns): number {
  const printed = columns.boundaries.filter((boundary) => x >= boundary).length
  return columns.order[printed] ?? printed
}
