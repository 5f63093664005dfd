import { boxOf, centredIn } from '../layout/box.ts'
import type { Line } from '../layout/line.ts'
import type { FigureField } from '../outline/read-fields.ts'
import type { Reading } from '../pipeline.ts'
import type { Box, DocumentFrame, PageFrame } from '../source/source-document.ts'

/** Where a figure is drawn. */
export interface FigureRegion {
  readonly page: PageFrame
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
 * A chart that the page's end parted from its caption stands at the top of the next page. Of captions side by side each
 * has what stands below it.
 *
 * @param lines text of all figures of the section: of those side by side the outline gives all text to the last
 * @returns null where nothing is drawn there
 */
export function figureRegion(
  { label }: Pick<FigureField, 'label'>,
  lines: readonly Line[],
  document: Pick<DocumentFrame, 'pages'>,
  { body, furniture }: Pick<Reading, 'body' | 'furniture'>,
): FigureRegion | null {
  const caption = label.at(-1)
  if (caption === undefined) return null
  const own = new Set([...label, ...lines])
  const aside = furniture.flatMap((entry) => entry.lines)
  const others = [...body, ...aside].filter((line) => !own.has(line))
  const bands = document.pages.flatMap((page): readonly Band[] => {
    const on = (all: readonly Line[]) => all.filter((line) => line.page === page.number)
    if (page.number === caption.page) return [bandBelow(besides(label, on(others), page), page, on(others), on(lines))]
    if (page.number !== caption.page + 1) return []
    const top = { x0: 0, x1: page.width, y: topOf(on(aside), page) }
    return [bandBelow(top, page, on(others), on(lines))]
  })
  const band = bands.find(({ shapes }) => shapes.length > 0) ?? bands.find(({ words }) => words.length > 0)
  return band === undefined ? null : { page: band.page, box: drawnIn(band) }
}

/** The upper edge of a band. */
interface Edge {
  readonly x0: number
  readonly x1: number
  readonly y: number
}

/** The lower edge of a caption, from side to side, or from and to the text that stands beside it. */
function besides(label: readonly Line[], others: readonly Line[], { width }: PageFrame): Edge {
  const caption = boxOf(label.map(({ box }) => box))
  const beside = others.map(({ box }) => box).filter((box) => box.y0 < caption.y1 && box.y1 > caption.y0)
  const left = beside.filter((box) => box.x1 <= caption.x0)
  const right = beside.filter((box) => box.x0 >= caption.x1)
  return {
    x0: left.length === 0 ? 0 : caption.x0 - NEAR,
    x1: Math.min(width, ...right.map((box) => box.x0 - NEAR)),
    y: caption.y1,
  }
}

/** Where the text of a page begins: below the furniture of its upper half. */
function topOf(furniture: readonly Line[], { height }: PageFrame): number {
  return Math.max(0, ...furniture.filter(({ box }) => box.y1 < height / 2).map(({ box }) => box.y1))
}

/** A part of a page from one side to the other, with what stands in it. */
interface Band {
  readonly page: PageFrame
  readonly area: Box
  /** Boxes of pictures and of coloured areas. */
  readonly shapes: readonly Box[]
  /** Boxes of the figure's own lines. */
  readonly words: readonly Box[]
  /** Boxes of all text of the page. */
  readonly text: readonly Box[]
}

/** The band between an edge and the next text below it that is not the figure's own. */
function bandBelow({ x0, x1, y }: Edge, page: PageFrame, others: readonly Line[], figure: readonly Line[]): Band {
  const below = others.filter(({ box }) => (box.y0 + box.y1) / 2 > y && box.x1 > x0 && box.x0 < x1)
  const area = { x0, y0: y, x1, y1: Math.min(page.height, ...below.map(({ box }) => box.y0)) }
  const own = figure.map(({ box }) => box)
  const areas = page.fills.map(({ box }) => box)
  return {
    page,
    area,
    shapes: [...page.images, ...areas].filter((box) => centredIn(box, area)),
    words: own.filter((box) => centredIn(box, area)),
    text: [...others.map(({ box }) => box), ...own],
  }
}

/**
 * The box of what is drawn in a band. Curves leave no shapes: a chart of lines is told by its words alone, and may reach
 * anywhere in the band, as wide as the text of the page.
 */
function drawnIn({ page, area, shapes, words, text }: Band): Box {
  if (shapes.length === 0) return within(area, { ...area, x0: boxOf(text).x0, x1: boxOf(text).x1 })
  const drawn = boxOf([...shapes, ...words])
  const near = page.rulings.filter(({ box }) => centredIn(box, area) && meets(box, grown(drawn, NEAR)))
  return within(grown(boxOf([drawn, ...near.map(({ box }) => box)]), MARGIN), area)
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
