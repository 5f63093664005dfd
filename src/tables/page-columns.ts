import { boxOf } from '../layout/box.ts'
import type { Line } from '../layout/line.ts'
import type { PageFrame } from '../source/source-document.ts'
import { columnStart } from './align-columns.ts'
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

/**
 * The columns that a header row shows: each begins where its label does or, where no cell begins there, where cells do
 * between its label and the one before.
 *
 *        Titel         Angaben
 *     Lesetee      Vorlesen bei Tee und Gebäck
 *
 * @param body the lines of the page that are no header
 */
export function columnsFromHeader(header: HeaderRow, body: readonly Line[]): PageColumns {
  const named = printedLabels(header)
  const below = body.filter(({ box }) => (box.y0 + box.y1) / 2 > header.baseline)
  return {
    boundaries: named.slice(1).map(({ box, size }, index) => {
      const tolerance = START_TOLERANCE * size
      return columnStart(named[index]?.box.x1 ?? 0, box.x0, tolerance, below) - tolerance
    }),
    order: orderInHeader(header),
  }
}

/** For each column that a header row shows, from left to right, its index among the table's columns. */
export function orderInHeader(header: HeaderRow): PageColumns['order'] {
  return printedLabels(header).map(({ index }) => index)
}

/** The labels of a header row from left to right. */
function printedLabels(header: HeaderRow) {
  return header.labels
    .map((words, index) => ({ index, words: words ?? [] }))
    .filter(({ words }) => words.length > 0)
    .map(({ index, words }) => ({ index, box: boxOf(words.map(({ box }) => box)), size: words[0]?.size ?? 0 }))
    .sort((a, b) => a.box.x0 - b.box.x0)
}

/** Points within which two vertical rulings are one. */
const SAME_RULING = 2

/**
 * The columns as vertical rulings show them on a page, with or without an outer border; null where they do not make as
 * many columns as expected.
 */
export function columnsFromRulings(
  lines: readonly Line[],
  page: PageFrame,
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

/** Index of the column in which a word that begins at x stands. */
export function columnAt(x: number, columns: PageColumns): number {
  const printed = columns.boundaries.filter((boundary) => x >= boundary).length
  return columns.order[printed] ?? printed
}
