import type { Box, TextItem } from '../source/source-document.ts'
import type { DrawnRuling } from './drawing.ts'

// Parts of the font size: how far a decoration lies below the baseline and above it, and how thick it is.
const LOWEST = 0.35
const HIGHEST = 0.7
const THICKEST = 0.15
/** Part of the font size by which a decoration may reach beyond its text. */
const OVERHANG = 0.2
/** Part of the font size: a wider gap ends the stretch of text that a line may decorate. */
const WIDEST_GAP = 1

/**
 * Rulings without the underlines and strike-throughs. Typesetters draw those like table borders:
 *
 *     kontakt@amberfurt.example
 *     -------------------------    no wider than the text above it, close under its baseline
 */
export function dropTextDecorations(
  rulings: readonly DrawnRuling[],
  items: readonly TextItem[],
): readonly DrawnRuling[] {
  if (rulings.length === 0) return rulings
  const level = items.filter(({ turn, text }) => turn === 0 && text.trim() !== '')
  const byBaseline = level.toSorted((one, other) => one.baseline - other.baseline)
  const largest = Math.max(0, ...level.map(({ size }) => size))
  return rulings.filter((ruling) => !decorates(ruling, byBaseline, largest))
}

function decorates({ direction, box, thickness }: DrawnRuling, items: readonly TextItem[], largest: number): boolean {
  if (direction !== 'horizontal') return false
  const y = (box.y0 + box.y1) / 2
  const near: TextItem[] = []
  for (let at = firstAtOrBelow(items, y - LOWEST * largest); at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined || item.baseline > y + HIGHEST * largest) break
    const below = y - item.baseline
    const fits = below <= LOWEST * item.size && below >= -HIGHEST * item.size && thickness <= THICKEST * item.size
    if (fits && item.box.x0 < box.x1 && item.box.x1 > box.x0) near.push(item)
  }
  return covers(near, box)
}

/** Index of the first item whose baseline is at `y` or below it. */
function firstAtOrBelow(items: readonly TextItem[], y: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((items[middle]?.baseline ?? Infinity) < y) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the items, side by side, reach from one end of the line to the other. */
function covers(items: readonly TextItem[], { x0, x1 }: Box): boolean {
  let reached = -Infinity
  for (const { box, size } of items.toSorted((one, other) => one.box.x0 - other.box.x0)) {
    if (reached === -Infinity && box.x0 > x0 + OVERHANG * size) return false
    if (reached !== -Infinity && box.x0 > reached + WIDEST_GAP * size) return false
    reached = Math.max(reached, box.x1 + OVERHANG * size)
  }
  return reached >= x1
}
