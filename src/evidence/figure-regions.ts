import { boxOf, centredIn } from '../layout/box.ts'
import type { Line } from '../layout/line.ts'
import type { FigureField } from '../outline/read-fields.ts'
import type { Reading } from '../pipeline.ts'
import type { Box, SourceDocument, SourcePage } from '../source/source-document.ts'

/** Where a figure is drawn. */
export interface FigureRegion {
  readonly page: SourcePage
  /** On the page as it is read: what is drawn there with its words, without the caption. */
  readonly box: Box
}

/** White space around what is drawn, in points: lines are thicker than their boxes. */
const MARGIN = 2

/** How far a ruling may lie from what else is drawn to belong to it, in points: an axis touches its bars. */
const NEAR = 6

/**
 * Finds where a figure is drawn: below its caption, down to the next text that is not its own.
 *
 *     Population            caption
 *       84,2   85,1         words of the figure
 *       ████   ████         areas, pictures, rulings
 *     1.2 Organisation      the next text
 *
 * A chart that the page's end parted from its caption stands at the top of the next page.
 *
 * @returns null where nothing is drawn there
 */
export function figureRegion(
  figure: FigureField,
  document: SourceDocument,
  { body, furniture }: Pick<Reading, 'body' | 'furniture'>,
): FigureRegion | null {
  const caption = figure.label.at(-1)
  if (caption === undefined) return null
  const own = new Set([...figure.label, ...figure.lines])
  const others = [...body, ...furniture.flatMap(({ lines }) => lines)].filter((line) => !own.has(line))
  for (const number of [caption.page, caption.page + 1]) {
    const page = document.pages.find((one) => one.number === number)
    const lines = others.filter((line) => line.page === number)
    const from = number === caption.page ? boxOf(figure.label.map(({ box }) => box)).y1 : topOf(lines, page)
    const box = page === undefined ? null : drawnBelow(from, page, lines, figure.lines)
    if (page !== undefined && box !== null) return { page, box }
  }
  return null
}

/** Share of a page's height in which its header stands. */
const HEADER = 0.15

/** Where the text of a page begins, below its header. */
function topOf(lines: readonly Line[], page: SourcePage | undefined): number {
  const height = (page?.height ?? 0) * HEADER
  return Math.max(0, ...lines.filter(({ box }) => box.y1 <= height).map(({ box }) => box.y1))
}

/** The box of what is drawn between a height and the next text below it; null where there is nothing. */
function drawnBelow(from: number, page: SourcePage, others: readonly Line[], own: readonly Line[]): Box | null {
  const below = others.filter(({ box }) => (box.y0 + box.y1) / 2 > from)
  const band = { x0: 0, y0: from, x1: page.width, y1: Math.min(page.height, ...below.map(({ box }) => box.y0)) }
  const shapes = [...page.images, ...page.fills.map(({ box }) => box)].filter((box) => centredIn(box, band))
  const words = own.filter((line) => line.page === page.number && centredIn(line.box, band)).map(({ box }) => box)
  const rulings = page.rulings.map(({ box }) => box).filter((box) => centredIn(box, band))
  const drawn = [...shapes, ...words]
  // Curves leave no shapes: a chart of lines is told by its words alone, and its lines reach anywhere in the band.
  if (shapes.length === 0) return words.length === 0 && rulings.length < 2 ? null : textBand(band, others, own)
  const seed = grown(boxOf(drawn), NEAR)
  const all = boxOf([...drawn, ...rulings.filter((box) => meets(box, seed))])
  return within(grown(all, MARGIN), band)
}

/** The band as wide as the text of the page. */
function textBand(band: Box, others: readonly Line[], own: readonly Line[]): Box {
  const { x0, x1 } = boxOf([...others, ...own.filter(({ box }) => centredIn(box, band))].map(({ box }) => box))
  return { ...band, x0, x1 }
}

function grown({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by }
}

function meets(one: Box, other: Box): boolean {
  return one.x0 <= other.x1 && one.x1 >= other.x0 && one.y0 <= other.y1 && one.y1 >= other.y0
}

function within({ x0, y0, x1, y1 }: Box, { x0: left, y0: top, x1: right, y1: bottom }: Box): Box {
  return { x0: Math.max(x0, left), y0: Math.max(y0, top), x1: Math.min(x1, right), y1: Math.min(y1, bottom) }
}
