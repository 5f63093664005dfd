import type { RulingLine, SourceDocument, SourcePage, TextItem } from '../source/source-document.ts'
import { cutAtRaised, findMarks, type FootnoteMark } from './footnote-marks.ts'

/** A document divided into its text and its footnotes, each with all its pages. */
export interface TextAndFootnotes {
  readonly text: SourceDocument
  /** The footnotes and the marks that point to them, and nothing else. */
  readonly footnotes: SourceDocument
}

/**
 * Takes footnotes out of the text, and the raised marks that stand for them:
 *
 *     Träger² und Stadt teilen sich die Kosten.
 *     ________
 *     ² Ohne Fahrdienste.
 *
 * A line is the beginning of a footnote where it is set smaller than the text, and begins with a mark that stands raised
 * behind a word further up on its page or, where a row was moved over the page's end, on a neighbouring one. A raised
 * number without such a line stays: it may be a power.
 *
 * @param bodySize font size of the text, in points
 */
export function setFootnotesAside(
  document: SourceDocument,
  bodySize: number = commonSize(document.pages.map(charactersBySize)),
): TextAndFootnotes {
  const seen = document.pages.map((page) => withSmallStarts(seePage(page), bodySize))
  const divided = seen.map((page, index) => {
    const neighbours = [seen[index - 1], seen[index + 1]].filter((other) => other !== undefined)
    return dividePage(page, neighbours, bodySize)
  })
  return {
    text: { ...document, pages: divided.map(({ text }) => text) },
    footnotes: { ...document, pages: divided.map(({ footnotes }) => footnotes) },
  }
}

type Row = readonly TextItem[]

/** What a page holds that may be a footnote or point to one. */
interface SeenPage {
  readonly page: SourcePage
  readonly items: readonly TextItem[]
  /** Marks behind words. */
  readonly marks: readonly FootnoteMark[]
  readonly rows: readonly Row[]
  /** Rows that begin like a footnote. */
  readonly starts: readonly { readonly row: number; readonly sign: string }[]
}

/** Whether a page has marks that may point to footnotes, and lines that may be some, in whatever size the text is set. */
export function hasMarksAndStarts(page: SourcePage): { readonly marks: boolean; readonly starts: boolean } {
  const { marks, starts } = seePage(page)
  return { marks: marks.length > 0, starts: starts.length > 0 }
}

/** All rows that begin like a footnote, those too that are as large as the text. */
function seePage(page: SourcePage): SeenPage {
  if (page.layout !== 'placed') return { page, items: page.items, marks: [], rows: [], starts: [] }
  const items = page.items.flatMap(cutAtRaised)
  const marks = findMarks(items)
  const rows = rowsOf(items)
  const starts = rows.flatMap((row, index) => {
    const sign = signAtStart(row, marks)
    return sign === null ? [] : [{ row: index, sign }]
  })
  return { page, items, marks: marks.filter(({ behind }) => behind !== null), rows, starts }
}

/** A footnote is set smaller than the text, as a share of its size at most. */
const SMALLER = 0.96

function withSmallStarts(seen: SeenPage, bodySize: number): SeenPage {
  const isSmall = ({ row }: SeenPage['starts'][number]): boolean => largest(seen.rows[row] ?? []) <= SMALLER * bodySize
  return { ...seen, starts: seen.starts.filter(isSmall) }
}

interface DividedPage {
  readonly text: SourcePage
  readonly footnotes: SourcePage
}

function dividePage(seen: SeenPage, neighbours: readonly SeenPage[], bodySize: number): DividedPage {
  const { page, items, rows } = seen
  const starts = seen.starts.filter(
    (start) =>
      seen.marks.some((mark) => pointsTo(mark, start, rows)) ||
      neighbours.some(({ marks }) => marks.some(({ sign }) => sign === start.sign)),
  )
  const marks = seen.marks.filter(
    (mark) =>
      starts.some((start) => pointsTo(mark, start, rows)) ||
      neighbours.some((other) => other.starts.some(({ sign }) => sign === mark.sign)),
  )
  if (starts.length + marks.length === 0) return { text: page, footnotes: { ...page, items: [] } }
  const aside = new Set([...marks.map(({ item }) => item), ...starts.flatMap(({ row }) => noteRows(rows, row).flat())])
  const top = Math.min(...starts.map(({ row }) => rows[row]?.[0]?.box.y0 ?? Infinity))
  const left = items.filter((item) => !aside.has(item))
  const rulings = page.rulings.filter((ruling) => !isSeparator(ruling, top, page, bodySize))
  return {
    text: { ...page, items: left.map((item) => coveringMark(item, marks, left)), rulings },
    footnotes: { ...page, items: items.filter((item) => aside.has(item)) },
  }
}

function pointsTo(mark: FootnoteMark, start: SeenPage['starts'][number], rows: readonly Row[]): boolean {
  return mark.sign === start.sign && mark.item.baseline < (rows[start.row]?.[0]?.baseline ?? 0)
}

/** `1 Stand: …`, `*) Ohne …` */
const PLAIN_START = /^\s*(?<sign>\d{1,3}|\*{1,3}|[†‡])\)?\s+\S/u

/** The sign that a line begins with; null where it has none. */
function signAtStart(row: Row, marks: readonly FootnoteMark[]): string | null {
  const [first] = row
  if (first === undefined) return null
  const raised = marks.find(({ item, behind }) => item === first && behind === null)
  return raised?.sign ?? PLAIN_START.exec(first.text)?.groups?.['sign'] ?? null
}

/** Distance of the lines of a footnote, in font sizes, at most. */
const WIDEST_PITCH = 1.7

/** The rows of the footnote that begins at a row: those that follow closely in type no larger. */
function noteRows(rows: readonly Row[], from: number): readonly Row[] {
  const taken: Row[] = []
  for (const row of rows.slice(from)) {
    const size = largest(taken[0] ?? row)
    const gap = lowest(row) - lowest(taken.at(-1) ?? row)
    if (largest(row) > size * 1.02 || gap > WIDEST_PITCH * size) break
    taken.push(row)
  }
  return taken
}

function largest(row: Row): number {
  return Math.max(...row.map(({ size }) => size))
}

function lowest(row: Row): number {
  return Math.max(...row.map(({ baseline }) => baseline))
}

/** Gap between a mark and what touches it, in font sizes. */
const TOUCHING = 0.1

/** Text with a mark reaches to where the mark ended if more touches that, so that the comma of `Träger², ` still does. */
function coveringMark(item: TextItem, marks: readonly FootnoteMark[], items: readonly TextItem[]): TextItem {
  const end = marks.find(({ behind }) => behind === item)?.item.box.x1
  if (end === undefined || end <= item.box.x1) return item
  const touched = items.some(
    ({ box, baseline, text }) =>
      baseline === item.baseline && Math.abs(box.x0 - end) <= TOUCHING * item.size && /^\S/u.test(text),
  )
  if (!touched) return item
  const edges = [...item.edges.slice(0, -1), end]
  return { ...item, edges, box: { ...item.box, x1: end } }
}

/** Share of the page's width that the line above footnotes covers at most. */
const SHORT_RULE = 0.5
/** Its distance from the first of them, in font sizes of the text. */
const NEAR_RULE = 2

function isSeparator({ direction, box }: RulingLine, top: number, page: SourcePage, bodySize: number): boolean {
  const short = box.x1 - box.x0 < SHORT_RULE * page.width
  return direction === 'horizontal' && short && box.y0 <= top && top - box.y1 <= NEAR_RULE * bodySize
}

/** Rows of upright items from top to bottom, each from left to right; a raised mark stands in the row it is raised on. */
function rowsOf(items: readonly TextItem[]): readonly Row[] {
  const upright = items.filter(({ turn, text }) => turn === 0 && text.trim() !== '')
  const rows: TextItem[][] = []
  for (const item of upright.toSorted((a, b) => b.baseline - a.baseline)) {
    const row = rows.at(-1)
    const [foot] = row ?? []
    if (
      row !== undefined &&
      foot !== undefined &&
      foot.baseline - item.baseline <= 0.6 * foot.size &&
      reaches(item, row)
    )
      row.push(item)
    else rows.push([item])
  }
  return rows.reverse().map((row) => row.sort((a, b) => a.box.x0 - b.box.x0))
}

/** Whether an item stands on the row's baseline, or is smaller and raised. */
function reaches(item: TextItem, [foot]: Row): boolean {
  if (foot === undefined) return false
  return foot.baseline - item.baseline <= 0.1 * foot.size || item.size < 0.9 * foot.size
}

/** How many characters of a page are set in each font size, in points; sizes in the order of their first appearance. */
export function charactersBySize({ items }: Pick<SourcePage, 'items'>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { size, text } of items) counts.set(size, (counts.get(size) ?? 0) + text.trim().length)
  return counts
}

/** The size in which most characters are set. */
export function commonSize(pages: readonly ReadonlyMap<number, number>[]): number {
  const counts = new Map<number, number>()
  for (const page of pages) for (const [size, count] of page) counts.set(size, (counts.get(size) ?? 0) + count)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
