import type { Line, Word } from '../../src/layout/line.ts'

/** A printed line of a test cell. */
export interface CellRow {
  readonly text: string
  /** A gap stands above it, as between paragraphs. */
  readonly gap: boolean
  /** It stands on the page after that of the line above. */
  readonly newPage: boolean
  /** It stands a pixel lower, as browsers round. */
  readonly lower?: boolean
}

const SIZE = 10
const CHARACTER = 5
const LEFT = 400
const PITCH = 12
const GAP = 14
/** 96 pixels are 72 points. */
const PIXEL = 0.75

/** x of the right edge of a column of so many characters. */
export function columnRight(characters: number): number {
  return LEFT + characters * CHARACTER
}

/** Sets lines in a typewriter face, each character 5 points wide. */
export function cellLines(rows: readonly CellRow[]): readonly Line[] {
  let id = 0
  let [page, baseline] = [1, 100]
  return rows.map((row, index) => {
    if (row.newPage) [page, baseline] = [page + 1, 100]
    else if (index > 0) baseline += row.gap ? GAP : row.lower === true ? PITCH + PIXEL : PITCH
    let column = 0
    const words = row.text.split(' ').map((text) => {
      const word = cellWord(id, text, LEFT + column * CHARACTER, baseline)
      id += 1
      column += text.length + 1
      return word
    })
    const box = { x0: LEFT, y0: baseline - SIZE, x1: LEFT + row.text.length * CHARACTER, y1: baseline + 2 }
    return { page, words, text: row.text, box, baseline, size: SIZE, bold: false }
  })
}

function cellWord(id: number, text: string, x: number, baseline: number): Word {
  return {
    id,
    text,
    box: { x0: x, y0: baseline - SIZE, x1: x + text.length * CHARACTER, y1: baseline + 2 },
    baseline,
    edges: Array.from({ length: text.length + 1 }, (_, index) => x + index * CHARACTER),
    font: { name: 'Test', bold: false, italic: false },
    size: SIZE,
    links: [],
    turn: 0,
    textLine: null,
    textColumns: [],
    block: null,
  }
}
