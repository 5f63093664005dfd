import { boxOf } from '../layout/box.ts'
import { groupBy } from '../layout/group-by.ts'
import { toLine } from '../layout/build-lines.ts'
import type { Line, Word } from '../layout/line.ts'
import { mergeBaselines, sliceLine } from '../layout/merge-baselines.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import type { PageFrame } from '../source/source-document.ts'
import { continueRows, type RowPart } from './continue-rows.ts'
import { alignColumns } from './align-columns.ts'
import { findHeaderRows, type HeaderRow } from './find-header-rows.ts'
import { columnsOfLine, doubtfulCuts } from './narrow-gaps.ts'
import { columnAt, columnsFromHeader, columnsFromRulings, orderInHeader, type PageColumns } from './page-columns.ts'
import { isDivided, isIn, ruledBands } from './row-bands.ts'
import { unruledBands } from './row-starts.ts'
import { tableColumns } from './table-columns.ts'
import type { CloseCall, Table } from './table-types.ts'

/**
 * Reads a table whose columns stand side by side: columns from the header row or from vertical rulings, rows from
 * horizontal rulings or, where there are none, from where the naming column begins anew.
 *
 * @param lines the lines below the table's label, over all its pages
 * @param known the columns of the rules
 * @param pages pages by number
 * @param cannotEnd words after which nothing ends, in small letters
 * @param nearMatch distance up to which two labels count as one, as a share of the known one's length
 */
export function readPlacedTable(
  lines: readonly Line[],
  known: readonly CompiledColumn[],
  pages: ReadonlyMap<number, PageFrame>,
  cannotEnd: ReadonlySet<string>,
  nearMatch: number,
): Table {
  const { columns, headers, missing, renamed, near } = tableColumns(findHeaderRows(lines, known, nearMatch), known)
  const headerLines = new Set(headers.flatMap((header) => header.lines))
  const nameColumn = columns.findIndex((column) => column.role === 'name')
  const parts: RowPart[] = []
  const closeCalls: CloseCall[] = []
  const rulesOrder = known.map((_, index) => index)
  const bodies = bodyByPage(lines, headerLines, pages)
  const isRuled = [...bodies].some(([number, body]) => hasRuledRows(body, pages.get(number), rulesOrder))
  let layout: PageColumns | null = null
  for (const [number, onPage] of groupBy(lines, (line) => line.page)) {
    const header = headers.find((row) => row.page === number)
    const body = bodies.get(number) ?? []
    layout = pageColumns(onPage, header, pages.get(number), layout, rulesOrder)
    if (layout === null || body.length === 0) continue
    const page = isRuled ? pages.get(number) : undefined
    const onThisPage = pageParts(body, layout, columns.length, nameColumn, page, parts.length === 0, cannotEnd)
    parts.push(...onThisPage.parts)
    closeCalls.push(...onThisPage.doubts)
  }
  const rows = continueRows(parts, nameColumn, cannotEnd)
  const read = new Set([...rows.flatMap(({ cells }) => cells.flat()), ...headerLines].flatMap((line) => line.words))
  return {
    columns,
    nearColumns: near,
    renamedColumns: renamed,
    unreadable: null,
    cellsListed: false,
    rows,
    header: [...headerLines],
    missingColumns: missing,
    rest: lines.flatMap((line) => unread(line, read)),
    closeCalls,
  }
}

/** The lines of the table's rows on each page. */
function bodyByPage(
  lines: readonly Line[],
  header: ReadonlySet<Line>,
  pages: ReadonlyMap<number, PageFrame>,
): ReadonlyMap<number, readonly Line[]> {
  const lastPage = lines.at(-1)?.page
  const body = lines.filter((line) => !header.has(line))
  return new Map(
    [...groupBy(body, (line) => line.page)].map(([number, onPage]) => [
      number,
      number === lastPage ? aboveLastRuling(onPage, pages.get(number)) : onPage,
    ]),
  )
}

/** Rulings divide the rows, or the columns of what may be one row; a frame and a ruling below the header do neither. */
function hasRuledRows(body: readonly Line[], page: PageFrame | undefined, order: readonly number[]): boolean {
  return page !== undefined && (isDivided(body, page) || columnsFromRulings(body, page, order) !== null)
}

/** The part of a line whose words are not among the given ones. */
function unread(line: Line, read: ReadonlySet<Word>): readonly Line[] {
  const words = line.words.filter((word) => !read.has(word))
  return words.length === 0 ? [] : [toLine(line.page, words)]
}

/** The columns on one page: rulings are surer than a header's labels, which may be centred over their column. */
function pageColumns(
  lines: readonly Line[],
  header: HeaderRow | undefined,
  page: PageFrame | undefined,
  previous: PageColumns | null,
  rulesOrder: readonly number[],
): PageColumns | null {
  const order = header === undefined ? (previous?.order ?? rulesOrder) : orderInHeader(header)
  const ruled = page === undefined ? null : columnsFromRulings(lines, page, order)
  if (ruled !== null) return ruled
  if (header !== undefined)
    return columnsFromHeader(
      header,
      lines.filter((line) => !header.lines.includes(line)),
    )
  return page === undefined || previous === null ? null : alignColumns(previous, lines)
}

function pageParts(
  body: readonly Line[],
  layout: PageColumns,
  width: number,
  nameColumn: number,
  page: PageFrame | undefined,
  isFirst: boolean,
  cannotEnd: ReadonlySet<string>,
): { readonly parts: readonly RowPart[]; readonly doubts: readonly CloseCall[] } {
  const ruled = page === undefined ? [] : ruledBands(boxOf(body.map((line) => line.box)), page)
  const blocks = ruled.length > 0 ? [body] : blocksOf(body)
  const cuts = blocks.flatMap((block) => {
    const columns = ruled.length > 0 ? layout : alignColumns(layout, block)
    return block.map((line) => {
      const own = ruled.length > 0 ? columns : columnsOfLine(line, columns, block, cannotEnd)
      return { line, pieces: cutAtColumns(line, own) }
    })
  })
  const pieces = cuts.flatMap((cut) => cut.pieces)
  const doubtful = cuts.flatMap((cut) =>
    doubtfulCuts(
      cut.line,
      cut.pieces.map(({ line }) => line),
    ),
  )
  const columns = Array.from({ length: width }, (_, index) =>
    pieces.filter((piece) => piece.column === index).map((piece) => piece.line),
  )
  const { bands, doubts } =
    ruled.length > 0 ? { bands: ruled, doubts: [] } : unruledBands(columns, nameColumn, cannotEnd)
  const parts = bands
    .map((band) => columns.map((lines) => mergeBaselines(lines.filter((line) => isIn(line, band)))))
    .filter((cells) => cells.some((cell) => cell.length > 0))
  return {
    parts: parts.map((cells, index) => ({
      cells,
      first: index === 0,
      begins: ruled.length > 0 && (index > 0 || isFirst) && index === parts.length - 1,
    })),
    doubts: [...doubtful, ...doubts],
  }
}

/** Points within which a vertical ruling ends at a horizontal one. */
const CORNER = 3

/**
 * A bordered table ends with its last ruling; what stands below on its last page is no part of it. Where no vertical
 * ruling ends there too, the last row may just be open.
 */
function aboveLastRuling(body: readonly Line[], page: PageFrame | undefined): readonly Line[] {
  const bands = page === undefined ? [] : ruledBands(boxOf(body.map((line) => line.box)), page)
  const end = bands.at(-1)?.y0
  const sides = (page?.rulings ?? []).filter(({ direction }) => direction === 'vertical')
  const closed = end !== undefined && sides.length > 0 && sides.every(({ box }) => box.y1 <= end + CORNER)
  return closed && bands.length > 2 ? body.filter((line) => (line.box.y0 + line.box.y1) / 2 < end) : body
}

/** Distance between baselines, in font sizes, that sets two blocks of lines apart. */
const BLOCK_GAP = 1.9

/** Lines that stand close below one another: without rulings, each such block may have its columns a little elsewhere. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = []
  for (const line of lines) {
    const block = blocks.at(-1)
    const above = block?.at(-1)
    if (block !== undefined && above !== undefined && line.baseline - above.baseline <= BLOCK_GAP * line.size)
      block.push(line)
    else blocks.push([line])
  }
  return blocks
}

function cutAtColumns(line: Line, layout: PageColumns): readonly { column: number; line: Line }[] {
  const runs = groupBy(line.words, (word) => columnAt(word.box.x0, layout))
  return [...runs].flatMap(([column, words]) => {
    const from = line.words.indexOf(words[0] ?? (line.words[0] as never))
    const piece = sliceLine(line, from, from + words.length)
    return piece === null ? [] : [{ column, line: piece }]
  })
}
