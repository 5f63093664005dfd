import type { Line } from '../layout/line.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import { doubtfulRows, type RowCells } from './doubtful-rows.ts'
import { flowedForm, flowedHeaders, gapBetween, isListed, printedOrder } from './flowed-headers.ts'
import { type CellRole, lineReadings, type LinePart, ROLE_ORDER, wholeReadings } from './line-readings.ts'
import { type ColumnWidths, overflowCost, priceReading, type PricedReading } from './reading-costs.ts'
import type { TableHints } from './table-hints.ts'
import { cheapestPath, type LinePlace, type PathStep } from './cheapest-path.ts'
import { tableColumns } from './table-columns.ts'
import type { CloseCall, Table, TableRow, UnreadableReason } from './table-types.ts'

/** Rounds in which the widths of the columns are measured on the reading found with the widths before. */
const ROUNDS = 3

/** How the width of a table may be shared out: two narrow columns and a wide one, or a wide one on the right as well. */
const SHARES: readonly ColumnWidths[] = [
  { name: 0.2, text: 0.58, contact: 0.22 },
  { name: 0.22, text: 0.48, contact: 0.3 },
  { name: 0.2, text: 0.36, contact: 0.44 },
]

/**
 * Reads a table of which only the order of its lines is known: row by row, cell by cell. Of all ways to share the
 * lines out among the cells the cheapest is taken (dynamic programming over the lines). What a way costs is told by
 * the widths of the columns, by what contacts look like, and by where a text can begin and end.
 *
 * @param tableWidth width of the text on the page, in points: all columns together are about as wide
 * @param known the columns of the rules
 * @param closeCall how many times dearer the next best way to cut a shared line must be for it to go unreported
 */
export function readFlowedTable(
  lines: readonly Line[],
  known: readonly CompiledColumn[],
  hints: TableHints,
  tableWidth: number,
  closeCall: number,
  nearMatch: number,
): Table {
  const { columns, headers, missing, renamed, near } = tableColumns(flowedHeaders(lines, known, nearMatch), known)
  const headerLines = new Set(headers.flatMap((header) => header.lines))
  const body = lines.filter((line) => !headerLines.has(line))
  const printed = headers[0] === undefined ? columns.map((_, index) => index) : printedOrder(headers[0])
  const form = flowedForm(headers)
  const unreadable = whyUnreadable(printed, columns, known)
  const read = {
    columns,
    nearColumns: near,
    renamedColumns: renamed,
    unreadable,
    cellsListed: isListed(headers),
    header: [...headerLines],
    missingColumns: missing,
  }
  if (unreadable !== null) return { ...read, rows: [], rest: body, closeCalls: [] }
  const roles = ROLE_ORDER.filter((role) => printed.some((index) => columns[index]?.role === role))
  const places = placesBetween(lines, headerLines, form === 'apart', hints)
  const readings = body.map((line) =>
    (form === 'shared' ? lineReadings(line, roles) : wholeReadings(line, roles)).map((reading) =>
      priceReading(reading, hints),
    ),
  )
  const found = [...SHARES.map((shares) => scale(shares, tableWidth)), firstWidths(body, hints)].map((first) => {
    let widths = first
    let path = cheapestPath(body, places, readings, widths, hints)
    for (let round = 1; round < ROUNDS; round += 1) {
      widths = measure(path.steps, widths, tableWidth)
      path = cheapestPath(body, places, readings, widths, hints)
    }
    return { widths, path }
  })
  const best = found.reduce((a, b) => (b.path.cost < a.path.cost ? b : a))
  const rows = toRows(best.path.steps, columns)
  return {
    ...read,
    rows,
    rest: [],
    closeCalls: [
      ...best.path.steps.flatMap((step) => closeCallOf(step, best.widths, hints, closeCall)),
      ...doubtfulRows(
        rows.map(({ cells }) => byRole(cells, columns)),
        hints,
      ),
    ],
  }
}

function byRole(cells: TableRow['cells'], columns: readonly CompiledColumn[]): RowCells {
  const cell = (role: CellRole) => cells[columns.findIndex((column) => column.role === role)] ?? []
  return { name: cell('name'), text: cell('text'), contact: cell('contact') }
}

/** Cells are told apart by what names, texts and contacts look like, in this order, one column each. */
function whyUnreadable(
  printed: readonly number[],
  columns: readonly CompiledColumn[],
  known: readonly CompiledColumn[],
): UnreadableReason | null {
  if (columns.length > known.length) return 'columns-unknown'
  const ranks = printed.map((index) => ROLE_ORDER.indexOf(columns[index]?.role ?? 'text'))
  if (new Set(ranks).size < ranks.length) return 'columns-alike'
  return ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0)) ? 'columns-reordered' : null
}

function scale(shares: ColumnWidths, width: number): ColumnWidths {
  return { name: shares.name * width, text: shares.text * width, contact: shares.contact * width }
}

/** Lines after a list marker within which a list still goes on. */
const LIST_REACH = 4

/** What stands between each line of the body and the one before it. */
function placesBetween(
  lines: readonly Line[],
  header: ReadonlySet<Line>,
  cellsApart: boolean,
  hints: TableHints,
): readonly LinePlace[] {
  const places: LinePlace[] = []
  let previous: Line | undefined
  let afterHeader = false
  let sinceMarker = Number.POSITIVE_INFINITY
  for (const line of lines) {
    if (header.has(line)) {
      afterHeader = true
      continue
    }
    const pageBreak = previous !== undefined && (afterHeader || previous.page !== line.page)
    const gap = previous === undefined ? 1 : gapBetween(previous, line)
    places.push({ pageBreak, gap, cellsApart, inList: sinceMarker < LIST_REACH })
    previous = line
    afterHeader = false
    sinceMarker = hints.hasMarker(line.text) ? 0 : sinceMarker + 1
  }
  return places
}

/** Widths to begin with: the text column is as wide as most full lines, the others are narrower. */
function firstWidths(lines: readonly Line[], hints: TableHints): ColumnWidths {
  const width = (line: Line) => line.box.x1 - line.box.x0
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
  const contacts = sorted(lines.filter((line) => hints.contactLikeness(line.text) >= 2).map(width))
  const prose = sorted(lines.filter((line) => hints.contactLikeness(line.text) < 2).map(width))
  const full = prose.filter((value) => value > (prose.at(-1) ?? 0) * 0.5)
  const text = full[Math.floor(full.length * 0.9)] ?? 1
  return {
    text,
    name: text * 0.45,
    contact: Math.min(text * 1.2, Math.max(text * 0.45, contacts[Math.floor(contacts.length * 0.75)] ?? 0)),
  }
}

/** Shares of the table that the columns of names and of texts take at least. */
const LEAST_NAME = 0.15
const LEAST_TEXT = 0.35

/** Widths as the reading shows them: the widest lines of each column, outliers left out; the contacts have the rest. */
function measure(path: readonly PathStep[], before: ColumnWidths, tableWidth: number): ColumnWidths {
  const parts = path.flatMap((step) => step.reading)
  const widthOf = (role: CellRole) => {
    const widths = parts
      .filter((part) => part.role === role)
      .map((part) => part.line.box.x1 - part.line.box.x0)
      .sort((a, b) => a - b)
    return widths.length < 3 ? before[role] : (widths[Math.ceil(widths.length * 0.95) - 1] ?? before[role])
  }
  const name = widthOf('name')
  const text = widthOf('text')
  const rest = tableWidth - Math.max(name, LEAST_NAME * tableWidth) - Math.max(text, LEAST_TEXT * tableWidth)
  return { name, text, contact: Math.max(Math.min(widthOf('contact'), tableWidth / 2), rest) }
}

function toRows(path: readonly PathStep[], columns: readonly CompiledColumn[]): readonly TableRow[] {
  const rows: Line[][][] = []
  for (const { reading, kind } of path) {
    if (kind === 'next-row' || rows.length === 0) rows.push(columns.map(() => []))
    for (const part of reading) rows.at(-1)?.[columns.findIndex((column) => column.role === part.role)]?.push(part.line)
  }
  return rows.map((cells) => ({ cells }))
}

/** Reports a shared line whose next best cut between the same cells was nearly as good. */
function closeCallOf(
  { reading, line }: PathStep,
  widths: ColumnWidths,
  hints: TableHints,
  closeCall: number,
): readonly CloseCall[] {
  if (reading.length < 2) return []
  const cut = (parts: readonly LinePart[]) => parts.map((part) => part.line.text).join(' | ')
  const price = (priced: PricedReading) => priced.cost + overflowCost(priced, widths, hints)
  const cost = price(priceReading(reading, hints))
  const others = lineReadings(
    line,
    reading.map((part) => part.role),
  )
    .filter((other) => other.length === reading.length && cut(other) !== cut(reading))
    .map((other) => ({ cut: cut(other), cost: price(priceReading(other, hints)) }))
    .sort((a, b) => a.cost - b.cost)
  const [next] = others
  const close = next !== undefined && next.cost - cost < closeCall - 1
  return close ? [{ page: line.page, text: line.text, chosen: cut(reading), other: next.cut }] : []
}
