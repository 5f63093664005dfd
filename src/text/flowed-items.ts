import type { TextItem } from '../source/source-document.ts'
import { glyphWidth } from './glyph-widths.ts'
import type { RawLine } from './split-pages.ts'
import { TEXT_SIZE } from './text-size.ts'

const FONT = { name: 'text', bold: false, italic: false } as const

/** Distances between baselines, in points, for what a dump prints between two lines. */
const PITCH = {
  /** No blank line: the lines stood closer together than others. */
  tight: TEXT_SIZE,
  /** A blank line, as between any two lines. */
  normal: TEXT_SIZE * 1.2,
  /** A line of white space: an empty paragraph. */
  empty: TEXT_SIZE * 1.2,
} as const

/** Lines of which only order and width mean anything, one item each, on baselines whose distances tell what was between. */
export function flowedItems(lines: readonly RawLine[]): readonly TextItem[] {
  const items: TextItem[] = []
  let baseline = 0
  let previous: RawLine | undefined
  let empties = 0
  for (const line of lines) {
    if (line.text === '') continue
    if (line.text.trim() === '') {
      empties += 1
      continue
    }
    const adjacent = previous !== undefined && line.number === previous.number + 1
    baseline += (adjacent ? PITCH.tight : PITCH.normal) + empties * PITCH.empty
    items.push(flowedItem(line, baseline))
    previous = line
    empties = 0
  }
  return items
}

function flowedItem(line: RawLine, baseline: number): TextItem {
  const textColumn = line.text.length - line.text.trimStart().length
  const text = line.text.trim()
  const edges = [round(textColumn * glyphWidth(' ') * TEXT_SIZE)]
  for (const unit of text.split('')) edges.push(round((edges.at(-1) ?? 0) + glyphWidth(unit) * TEXT_SIZE))
  return {
    text,
    box: { x0: edges[0] ?? 0, x1: edges.at(-1) ?? 0, y0: round(baseline - TEXT_SIZE * 0.8), y1: round(baseline + TEXT_SIZE * 0.2) },
    baseline: round(baseline),
    edges,
    size: TEXT_SIZE,
    font: FONT,
    turn: 0,
    textLine: line.number,
    textColumn,
    markedContent: null,
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
