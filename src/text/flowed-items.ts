import type { TextItem } from '../source/source-document.ts'
import { glyphWidth } from './glyph-widths.ts'
import type { RawLine } from './split-pages.ts'
import { TEXT_SIZE } from './text-size.ts'

const FONT = { name: 'text', bold: false, italic: false } as const

/** Distances between baselines, in points, for what a text prints between two lines. */
const PITCH = {
  /** No blank line in a text that has one between any two lines: they stood closer together than others. */
  tight: TEXT_SIZE,
  /** As between any two lines. */
  normal: TEXT_SIZE * 1.2,
  /** An empty paragraph: a line of white space, or in a text without blank lines between lines a blank line. */
  empty: TEXT_SIZE * 1.2,
} as const

/**
 * Lines of which only order and width mean anything, one item each, on baselines whose distances tell what was between.
 *
 * @param spacedOut the text has a blank line between any two lines
 */
export function flowedItems(lines: readonly RawLine[], spacedOut: boolean): readonly TextItem[] {
  const items: TextItem[] = []
  let baseline = 0
  let previous: RawLine | undefined
  let empties = 0
  for (const line of lines) {
    if (line.text.trim() === '') {
      if (line.text !== '' || !spacedOut) empties += 1
      continue
    }
    const tight = spacedOut && previous !== undefined && line.number === previous.number + 1
    baseline += (tight ? PITCH.tight : PITCH.normal) + empties * PITCH.empty
    items.push(flowedItem(line, baseline))
    previous = line
    empties = 0
  }
  return items
}

function flowedItem(line: RawLine, baseline: number): TextItem {
  const lead = line.text.length - line.text.trimStart().length
  const text = line.text.trim()
  const edges = [round(lead * glyphWidth(' ') * TEXT_SIZE)]
  for (const unit of text.split('')) edges.push(round((edges.at(-1) ?? 0) + glyphWidth(unit) * TEXT_SIZE))
  return {
    text,
    box: {
      x0: edges[0] ?? 0,
      x1: edges.at(-1) ?? 0,
      y0: round(baseline - TEXT_SIZE * 0.8),
      y1: round(baseline + TEXT_SIZE * 0.2),
    },
    baseline: round(baseline),
    edges,
    size: TEXT_SIZE,
    font: FONT,
    turn: 0,
    textLine: line.number,
    textColumn: line.column + lead,
    markedContent: null,
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
