import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import { findHeaderRows } from './find-header-rows.ts'
import { type CellRole, lineReadings, type LinePart, type LineReading, ROLE_ORDER } from './line-readings.ts'
import { type ColumnWidths, readingCost, startCost, type TableHints } from './reading-costs.ts'
import { stepCost, type Step } from './transition-costs.ts'
import type { CloseCall, Table, TableRow } from './table-types.ts'

/** Readings of a line that are worth following up. */
const KEPT = 14

/** Rounds in which the widths of the columns are measured on the reading found with the widths before. */
const ROUNDS = 4

/**
 * Reads a table of which only the order of its lines is known: row by row, cell by cell. Of all ways to share the
 * lines out among the cells the cheapest is taken (dynamic programming over the lines). What a way costs is told by
 * the widths of the columns, by what contacts look like, and by where a text can begin and end.
 *
 * @param closeCall how many times dearer the next best way to cut a shared line must be for it to go unreported
 */
export function readFlowedTable(
  lines: readonly Line[],
  columns: readonly CompiledColumn[],
  hints: TableHints,
  closeCall: number,
): Table {
  const headers = findHeaderRows(lines, columns)
  const headerLines = new Set(headers.flatMap((header) => header.lines))
  const body = lines.filter((line) => !headerLines.has(line))
  const roles = ROLE_ORDER.filter((role) => columns.some((column) => column.role === role))
  const places = placesBetween(lines, headerLines)
  const readings = body.map((line) => lineReadings(line, roles))
  let widths = firstWidths(body, hints)
  let path: readonly PathStep[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    path = cheapestPath(body, places, readings, widths, hints)
    widths = measure(path, widths)
  }
  const named = headers[0]?.labels ?? []
  return {
    rows: toRows(path, columns),
    header: [...headerLines],
    missingColumns: columns.flatMap((_, index) => (named[index] === undefined || named[index] === null ? [index] : [])),
    closeCalls: path.flatMap((step) => closeCallOf(step, widths, hints, closeCall)),
  }
}

interface Place {
  readonly pageBreak: boolean
  readonly gap: number
}

/** What stands between each line of the body and the one before it. */
function placesBetween(lines: readonly Line[], header: ReadonlySet<Line>): readonly Place[] {
  const places: Place[] = []
  let previous: Line | undefined
  let afterHeader = false
  for (const line of lines) {
    if (header.has(line)) afterHeader = true
    else {
      const pageBreak = previous !== undefined && (afterHeader || previous.page !== line.page)
      const gap = previous === undefined ? 1 : (line.baseline - previous.baseline) / (line.size * 1.2)
      places.push({ pageBreak, gap })
      previous = line
      afterHeader = false
    }
  }
  return places
}

/** Widths to begin with: the text column is as wide as most full lines, the others are narrower. */
function firstWidths(lines: readonly Line[], hints: TableHints): ColumnWidths {
  const width = (line: Line) => line.box.x1 - line.box.x0
  const contacts = lines.filter((line) => hints.contactLikeness(line.text) >= 2).map(width).sort((a, b) => a - b)
  const prose = lines.filter((line) => hints.contactLikeness(line.text) < 2).map(width).sort((a, b) => a - b)
  const full = prose.filter((value) => value > (prose.at(-1) ?? 0) * 0.5)
  const text = full[Math.floor(full.length * 0.9)] ?? 1
  return { text, name: text * 0.45, contact: Math.min(text * 1.2, Math.max(text * 0.45, contacts[Math.floor(contacts.length * 0.75)] ?? 0)) }
}

interface PathStep {
  readonly reading: LineReading
  readonly step: Step
  readonly line: Line
}

interface Node {
  readonly reading: LineReading
  readonly hasContact: boolean
  readonly cost: number
  readonly step: Step
  readonly previous: Node | null
}

function cheapestPath(
  lines: readonly Line[],
  places: readonly Place[],
  readings: readonly (readonly LineReading[])[],
  widths: ColumnWidths,
  hints: TableHints,
): readonly PathStep[] {
  let nodes: readonly Node[] = []
  for (const index of lines.keys()) {
    const kept = (readings[index] ?? [])
      .map((reading) => ({ reading, cost: readingCost(reading, widths, hints) }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, KEPT)
    const place = places[index] ?? { pageBreak: false, gap: 1 }
    nodes = kept.flatMap(({ reading, cost }) => reach(reading, cost, nodes, index === 0, place, widths, hints))
  }
  return unwind(nodes, lines)
}

/** The cheapest ways to arrive at a reading, one for each state of the row. */
function reach(
  reading: LineReading,
  own: number,
  nodes: readonly Node[],
  isFirst: boolean,
  place: Place,
  widths: ColumnWidths,
  hints: TableHints,
): readonly Node[] {
  const [first] = reading
  if (first === undefined) return []
  const touches = reading.some((part) => part.role === 'contact')
  if (isFirst) {
    const cost = own + (first.role === 'name' ? startCost(first, hints) : 6)
    return [{ reading, hasContact: touches, cost, step: 'next-row', previous: null }]
  }
  const arrivals = nodes.flatMap((node) => {
    const above = node.reading.at(-1)
    if (above === undefined) return []
    const begun = node.step !== 'continue' || node.reading.length > 1
    const { step, cost } = stepCost(above, first, { ...place, begun, hasContact: node.hasContact }, widths, hints)
    // A cell shares its line with the next one only if it has no other line on the page.
    const torn = reading.length > 1 && step === 'continue' ? Number.POSITIVE_INFINITY : 0
    const hasContact = touches || (step !== 'next-row' && node.hasContact)
    return [{ reading, hasContact, cost: node.cost + cost + own + torn, step, previous: node }]
  })
  return [...groupBy(arrivals, (node) => node.hasContact).values()].flatMap((group) => {
    const best = group.reduce((a, b) => (b.cost < a.cost ? b : a))
    return Number.isFinite(best.cost) ? [best] : []
  })
}

function unwind(nodes: readonly Node[], lines: readonly Line[]): readonly PathStep[] {
  let node: Node | null = nodes.length === 0 ? null : nodes.reduce((a, b) => (b.cost < a.cost ? b : a))
  const steps: PathStep[] = []
  for (let index = lines.length - 1; node !== null; index -= 1) {
    const line = lines[index]
    if (line !== undefined) steps.unshift({ reading: node.reading, step: node.step, line })
    node = node.previous
  }
  return steps
}

/** Widths as the reading shows them: the widest line of each column, outliers left out. */
function measure(path: readonly PathStep[], before: ColumnWidths): ColumnWidths {
  const parts = path.flatMap((step) => step.reading)
  const widthOf = (role: CellRole) => {
    const widths = parts.filter((part) => part.role === role).map((part) => part.line.box.x1 - part.line.box.x0).sort((a, b) => a - b)
    return widths.length < 3 ? before[role] : (widths[Math.ceil(widths.length * 0.95) - 1] ?? before[role])
  }
  return { name: widthOf('name'), text: widthOf('text'), contact: widthOf('contact') }
}

function toRows(path: readonly PathStep[], columns: readonly CompiledColumn[]): readonly TableRow[] {
  const rows: Line[][][] = []
  for (const { reading, step } of path) {
    if (step === 'next-row' || rows.length === 0) rows.push(columns.map(() => []))
    for (const part of reading) rows.at(-1)?.[columns.findIndex((column) => column.role === part.role)]?.push(part.line)
  }
  return rows.map((cells) => ({ cells }))
}

/** Reports a shared line whose next best cut between the same cells was nearly as good. */
function closeCallOf({ reading, line }: PathStep, widths: ColumnWidths, hints: TableHints, closeCall: number): readonly CloseCall[] {
  if (reading.length < 2) return []
  const cut = (parts: readonly LinePart[]) => parts.map((part) => part.line.text).join(' | ')
  const cost = readingCost(reading, widths, hints)
  const others = lineReadings(line, reading.map((part) => part.role))
    .filter((other) => other.length === reading.length && cut(other) !== cut(reading))
    .map((other) => ({ cut: cut(other), cost: readingCost(other, widths, hints) }))
    .sort((a, b) => a.cost - b.cost)
  const [next] = others
  const close = next !== undefined && next.cost - cost < closeCall - 1
  return close ? [{ page: line.page, text: line.text, chosen: cut(reading), other: next.cut }] : []
}
