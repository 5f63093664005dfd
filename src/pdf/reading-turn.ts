import type { TextItem } from '../source/source-document.ts'
import type { GlyphRun } from './glyph-run.ts'
import { turnOf } from './to-text-item.ts'

/** Fewer lines are a stamp or a title along the margin of a page that has no other text. */
const FEWEST_LINES = 3

/**
 * The turn of a page that lies on its side, as wide tables do on upright paper: that of most of its text, where this
 * stands in lines below one another. 0 where no turn has more than half of the text, and for scripts that run downwards.
 */
export function readingTurn(runs: readonly GlyphRun[]): TextItem['turn'] {
  const lengths = new Map<TextItem['turn'], number>()
  const lines = new Map<TextItem['turn'], Set<number>>()
  let all = 0
  for (const { pen, text } of runs) {
    const { length } = text.trim()
    const turn = pen.font.vertical ? 0 : turnOf(pen)
    all += length
    lengths.set(turn, (lengths.get(turn) ?? 0) + length)
    lines.set(turn, (lines.get(turn) ?? new Set<number>()).add(Math.round(pen.across)))
  }
  const most = [...lengths].find(([, length]) => length * 2 > all)?.[0] ?? 0
  return (lines.get(most)?.size ?? 0) >= FEWEST_LINES ? most : 0
}
