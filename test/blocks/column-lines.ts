import type { ColumnFlow } from '../../src/blocks/paragraph-break.ts'
import { toLine } from '../../src/layout/build-lines.ts'
import type { Line, Word } from '../../src/layout/line.ts'

const CHARACTER = 5
const SIZE = 10
const LEFT = 100
const PITCH = 12
const GAP = 16
/** Browsers set lines on whole pixels: 96 of them are 72 points. */
const PIXEL = 0.75

/** How the column of some rows is set, in characters of one width. */
export function columnFlow(rows: readonly string[], settings: ReadonlyMap<string, string>): ColumnFlow {
  const width = Number(settings.get('width') ?? Math.max(...rows.map((row) => row.length - 2)))
  const layout = settings.get('layout') === 'flowed' ? 'flowed' : 'placed'
  return {
    layout,
    right: left(layout) + width * CHARACTER,
    pitch: PITCH / SIZE,
    spaced: settings.has('spaced'),
    tagged: settings.has('tagged'),
  }
}

/**
 * Rows of a column as lines: `|` at the usual distance, `‖` a pixel below it, `¶` below a gap, `»` at the beginning of
 * a page.
 */
export function columnLines(rows: readonly string[], { layout, tagged }: ColumnFlow): readonly Line[] {
  let id = 0
  let block = 0
  let [page, baseline] = [1, 100]
  return rows.map((row) => {
    const text = row.slice(2)
    if (/^[§¶]/u.test(row)) block += 1
    if (row.startsWith('»')) [page, baseline] = [page + 1, 100]
    else if (row.startsWith('¶')) baseline += layout === 'flowed' ? 2 * PITCH : GAP
    else baseline += row.startsWith('‖') ? PITCH + PIXEL : PITCH
    const words = [...text.matchAll(/\S+/gu)].map((match) =>
      typedWord(id++, match[0], left(layout) + match.index * CHARACTER, baseline, tagged ? String(block) : null),
    )
    return toLine(page, words)
  })
}

/** Flowed text begins at zero. */
function left(layout: ColumnFlow['layout']): number {
  return layout === 'flowed' ? 0 : LEFT
}

function typedWord(id: number, text: string, x0: number, baseline: number, block: string | null): Word {
  const edges = Array.from({ length: text.length + 1 }, (_, index) => x0 + index * CHARACTER)
  return {
    id,
    text,
    box: { x0, x1: edges.at(-1) ?? x0, y0: baseline - SIZE * 0.8, y1: baseline + SIZE * 0.2 },
    baseline,
    edges,
    font: { name: 'Typed', bold: false, italic: false },
    size: SIZE,
    links: [],
    turn: 0,
    textLine: null,
    textColumns: [],
    block,
  }
}
