import type { Box, Link, SourceDocument, SourcePage, TextItem } from '../source/source-document.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { boxOf, overlapShare } from './box.ts'
import { beginsAt, cellStarts, inkEnd, leftEdges } from './column-starts.ts'
import { lazily } from './lazily.ts'
import { itemToPieces, type Piece } from './item-pieces.ts'
import type { Line, Word } from './line.ts'
import { structureBlocks } from './structure-blocks.ts'

/**
 * Joins the text items of each page into words and lines, from top to bottom and from left to right. A gap wider than
 * `columnGap` × font size, a vertical ruling, or a place where cells begin, ends a line: what stands on the other side is
 * a line of its own. Each turned item is a line of its own, between the upright ones above and below its middle.
 */
export function buildLines(document: SourceDocument, settings: Settings, firstId = 0): readonly (readonly Line[])[] {
  return numberWords(
    document.pages.map((page) => buildPageLines(page, settings)),
    firstId,
  )
}

/** The lines of one page. Their words have no ids yet: these follow the order of pages, in whatever order they come. */
export function buildPageLines(page: SourcePage, settings: Settings): readonly Line[] {
  const upright = page.items.filter((item) => item.turn === 0)
  const turned = page.items.filter((item) => item.turn !== 0)
  const rows = groupByBaseline(upright, settings.lineTolerance)
  const cells = cellStarts(rows, settings.columnGap)
  const lines = rows.flatMap((row) => cutIntoLines(row, page, settings.columnGap, cells))
  const edges = leftEdges(rows)
  const blocks = structureBlocks(page)
  return withTurned(lines, turned)
    .map((items) => itemsToLine(items, page, edges, blocks))
    .filter((line) => line !== null)
}

/**
 * Gives the words of new lines their ids.
 *
 * @param pages lines that nothing else refers to yet
 * @param first id of the first word
 */
export function numberWords(pages: readonly (readonly Line[])[], first: number): readonly (readonly Line[])[] {
  let next = first
  for (const lines of pages) {
    for (const { words } of lines) for (const word of words as readonly { id: number }[]) word.id = next++
  }
  return pages
}

/** Items whose baselines lie within the tolerance of one another, rows from top to bottom, items from left to right. */
function groupByBaseline(items: readonly TextItem[], tolerance: number): readonly (readonly TextItem[])[] {
  const rows: { baseline: number; size: number; items: TextItem[] }[] = []
  for (const item of [...items].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    if (row !== undefined && item.baseline - row.baseline <= tolerance * Math.max(row.size, item.size)) {
      row.items.push(item)
      if (item.size > row.size) Object.assign(row, { size: item.size, baseline: item.baseline })
    } else rows.push({ baseline: item.baseline, size: item.size, items: [item] })
  }
  return rows.map((row) => row.items.sort((a, b) => a.box.x0 - b.box.x0))
}

function cutIntoLines(
  row: readonly TextItem[],
  page: SourcePage,
  columnGap: number,
  cells: ReadonlySet<TextItem>,
): readonly (readonly TextItem[])[] {
  const lines: TextItem[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const item of row) {
    const previous = lines.at(-1)
    const apart = item.box.x0 - right > columnGap * item.size || crossesRuling(right, item, page) || cells.has(item)
    if (previous === undefined || apart) lines.push([item])
    else previous.push(item)
    right = Math.max(right, inkEnd(item))
  }
  return lines
}

/** Puts turned items between the lines, each before the first one whose baseline lies below its middle. */
function withTurned(
  lines: readonly (readonly TextItem[])[],
  turned: readonly TextItem[],
): readonly (readonly TextItem[])[] {
  if (turned.length === 0) return lines
  const middle = ({ box }: TextItem): number => (box.y0 + box.y1) / 2
  const below = turned.toSorted((a, b) => middle(a) - middle(b))
  const placed = lines.flatMap((line) => {
    const baseline = line[0]?.baseline ?? 0
    const from = below.findIndex((item) => middle(item) > baseline)
    return [...below.splice(0, from < 0 ? below.length : from).map((item) => [item]), line]
  })
  return [...placed, ...below.map((item) => [item])]
}

/** Whether a vertical ruling stands between the text so far and the item. */
function crossesRuling(right: number, item: TextItem, page: SourcePage): boolean {
  const middle = (item.box.y0 + item.box.y1) / 2
  return page.rulings.some(
    ({ direction, box }) =>
      direction === 'vertical' &&
      box.y0 <= middle &&
      box.y1 >= middle &&
      box.x0 >= right - 1 &&
      box.x1 <= item.box.x0 + 1,
  )
}

/** Share of a word's box that a link must cover to belong to it. */
const LINK_COVER = 0.5

function itemsToLine(
  items: readonly TextItem[],
  page: SourcePage,
  edges: readonly number[],
  blocks: ReadonlyMap<string, string>,
): Line | null {
  const begins = lazily(() => columnEdges(items, edges))
  const pieces = joinPieces(
    items.flatMap((item) => itemToPieces(item, blocks)),
    begins,
  )
  const words = pieces.map((piece) => toWord(piece, linksOver(piece.box, page.links)))
  return words.length === 0 ? null : toLine(page.number, words)
}

/** Left edges of the items that begin at one of the given edges. */
function columnEdges(items: readonly TextItem[], edges: readonly number[]): ReadonlySet<number> {
  // Letters set one by one begin anywhere.
  const columns = items.filter((item) => item.text.trim().length > 1 && beginsAt(item, edges))
  return new Set(columns.map(({ box }) => box.x0))
}

const NO_ID = -1

/** Field by field: a spread would cost several times as much, for each word of the document. */
function toWord(piece: Piece, links: readonly string[]): Word {
  const { text, box, baseline, edges, font, size, turn, textLine, textColumns, block } = piece
  return { id: NO_ID, text, box, baseline, edges, font, size, turn, links, textLine, textColumns, block }
}

/** Gap between two pieces, as a share of the font size, below which they are one word set in two runs. */
const WORD_GAP = 0.12

/** Gap between two runs that one line of text was set in, at most; each begins where the one before ends. */
const RUN_GAP = 0.015

/**
 * Joins neighbouring pieces without a blank between them: a word whose letters were set one by one, or in two fonts.
 *
 * @param begins left edges of the pieces that begin in a column of their own
 */
function joinPieces(pieces: readonly Piece[], begins: () => ReadonlySet<number>): readonly Piece[] {
  const words: Piece[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    const gap = piece.box.x0 - (last?.box.x1 ?? Number.NEGATIVE_INFINITY)
    const continues =
      last !== undefined &&
      Math.abs(gap) <= WORD_GAP * piece.size &&
      (piece.textLine === null || gap < 0.01) &&
      piece.textLine === last.textLine &&
      (Math.abs(gap) <= RUN_GAP * piece.size || !begins().has(piece.box.x0))
    if (continues) words[words.length - 1] = joinTwo(last, piece)
    else words.push(piece)
  }
  return words
}

function joinTwo(left: Piece, right: Piece): Piece {
  const main = right.text.length > left.text.length ? right : left
  return {
    ...main,
    text: left.text + right.text,
    edges: [...left.edges.slice(0, -1), ...right.edges],
    box: boxOf([left.box, right.box]),
    textColumns: [...left.textColumns, ...right.textColumns],
  }
}

const NO_LINKS: readonly string[] = []

function linksOver(box: Box, links: readonly Link[]): readonly string[] {
  if (links.length === 0) return NO_LINKS
  const over = links.filter((link) => link.box !== null && overlapShare(box, link.box) >= LINK_COVER)
  return over.length === 0 ? NO_LINKS : [...new Set(over.map((link) => link.target))]
}

/** A line made of the given words, which must not be empty and must share a baseline. */
export function toLine(page: number, words: readonly Word[]): Line {
  const size = mainSize(words)
  let length = 0
  let bold = 0
  for (const { text, font } of words) {
    length += text.length
    if (font.bold) bold += text.length
  }
  return {
    page,
    words,
    text: words.map((word) => word.text).join(' '),
    box: boxOf(words.map((word) => word.box)),
    baseline: words.find((word) => word.size === size)?.baseline ?? 0,
    size,
    bold: bold * 2 > length,
  }
}

/** Size of the largest part of the characters, the larger one of two equal parts. */
function mainSize(words: readonly Word[]): number {
  const first = words[0]?.size ?? 0
  if (words.every(({ size }) => size === first)) return first
  const sizes = new Map<number, number>()
  for (const { size, text } of words) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  const [size] = [...sizes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0]
  return size
}
