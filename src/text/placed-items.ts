import type { TextItem } from '../source/source-document.ts'
import type { RawLine } from './split-pages.ts'
import { TEXT_SIZE } from './text-size.ts'

const FONT = { name: 'text', bold: false, italic: false } as const

/** Width of a column of the text, in points: half the size, as in a typewriter face. */
const COLUMN = TEXT_SIZE / 2

const PITCH = TEXT_SIZE * 1.2

/** Lines whose columns stand where they stood on the page: one item for each run without two blanks in a row. */
export function placedItems(lines: readonly RawLine[]): readonly TextItem[] {
  return lines.flatMap((line, index) =>
    [...line.text.matchAll(/\S+(?: \S+)*/gu)].map((match) =>
      placedItem(match[0], match.index, line, (index + 1) * PITCH),
    ),
  )
}

/** @param lead characters of the line before the item */
function placedItem(text: string, lead: number, line: RawLine, baseline: number): TextItem {
  const edges = Array.from({ length: text.length + 1 }, (_, index) => (lead + index) * COLUMN)
  return {
    text,
    box: {
      x0: lead * COLUMN,
      x1: (lead + text.length) * COLUMN,
      y0: baseline - TEXT_SIZE * 0.8,
      y1: baseline + TEXT_SIZE * 0.2,
    },
    baseline,
    edges,
    size: TEXT_SIZE,
    font: FONT,
    turn: 0,
    textLine: line.number,
    textColumn: line.column + lead,
    markedContent: null,
  }
}
