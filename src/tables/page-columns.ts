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

/** The columns that a header row shows: each begins where its label does. */
export function columnsFromHeader(header: HeaderRow): PageColumns {
  const named = header.labels
    .flatMap((words, index) => (words === null || words[0] === undefined ? [] : [{ index, word: words[0] }]))
    .sort((a, b) => a.word.box.x0 - b.word.box.x0)
  return {
    boundaries: named.slice(1).map(({ word }) => word.box.x0 - START_TOLERANCE * word.size),
    order: named.map(({ index }) => index),
  }
}

/** The columns as vertical rulings show them on a page; null where the rulings do not make as many columns as expected. */
export function columnsFromRulings(lines: readonly Line[], page: SourcePage, order: readonly number[]): PageColumns | null {
  const area = boxOf(lines.map((line) => line.box))
  const xs = page.rulings
    .filter(({ direction, box }) => direction === 'vertical' && box.y0 < area.y1 && box.y1 > area.y0)
    .map(({ box }) => (box.x0 + box.x1) / 2)
    .sort((a, b) => a - b)
  const distinct = xs.filter((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > 2)
  const inner = distinct.filter((x) => x > area.x0 && x < area.x1)
  const right = distinct.filter((x) => x >= area.x1)
  const all = [...inner, ...right.slice(0, 1)]
  const boundaries = all.length === order.length ? all.slice(0, -1) : all.length === order.length - 1 ? all : null
  return boundaries === null || order.length < 2 ? null : { boundaries, order }
}

/** Index in the rules of the column in which a word that begins at x stands. */
export function columnAt(x: number, columns: PageColumns): number {
  const printed = columns.boundaries.filter((boundary) => x >= boundary).length
  return columns.order[printed] ?? printed
}
