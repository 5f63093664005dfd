import { boxOf } from '../layout/box.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import { findNearWindow, type Window, windowAt } from '../outline/find-window.ts'
import { nearestWording, type NearWording } from '../outline/near-wording.ts'
import { headingText, type UnknownPart } from '../outline/unknown-headings.ts'
import type { CompiledField } from '../rules/load-rules.ts'
import type { PageFrame } from '../source/source-document.ts'
import { joinLabelPieces } from './join-label-pieces.ts'
import { centredLabelBands } from './centred-labels.ts'
import { type Band, isDivided, isIn, ruledBands } from '../tables/row-bands.ts'
import { isBeside, unknownLabels } from './unknown-labels.ts'

/** A field whose label stands beside its text. */
export interface LabelledValue {
  readonly part: CompiledField
  readonly label: readonly Line[]
  /** How the label differs from the one in the rules; null where it does not. */
  readonly near: NearWording | null
  readonly lines: readonly Line[]
}

export interface LabelledValues {
  readonly values: readonly LabelledValue[]
  /** Texts beside labels that the rules do not know. */
  readonly unknown: readonly UnknownPart[]
  /** Lines that no label claims. */
  readonly rest: readonly Line[]
}

/**
 * Reads a two-column table of labels and texts. Labels are found by their words in the column they share; a text
 * belongs to the label in whose row it stands, by rulings where there are any, else to the last label that begins no
 * lower. Rows, and their labels, go on over pages until the next label.
 *
 *     Durchführung        Amt für Teilhabe
 *     der Aufgaben        Beauftragte Träger
 *
 * @param limit distance up to which two labels count as one, as a share of the known one's length
 */
export function labelValues(
  printed: readonly Line[],
  parts: readonly CompiledField[],
  pages: ReadonlyMap<number, PageFrame>,
  limit: number,
): LabelledValues {
  const isFlowed = printed.some(({ page }) => pages.get(page)?.layout === 'flowed')
  const lines = isFlowed ? printed : joinLabelPieces(printed)
  const known = findLabels(lines, parts, limit)
  const labelled = known.flatMap((label) => label.lines)
  const unknown = isFlowed ? [] : unknownLabels(lines, labelled).map((run) => unknownLabel(run, lines))
  const found = [...known, ...unknown].sort((a, b) => a.index - b.index)
  const labelLines = new Set(found.flatMap((label) => label.lines))
  const values = new Map<FoundLabel, Line[]>(found.map((label) => [label, []]))
  const strays = isFlowed ? new Set<Line>() : straysAbove(lines, found)
  const rest: Line[] = []
  let current: FoundLabel | null = null
  for (const [page, onPage] of groupBy(lines, (line) => line.page)) {
    const inRows = onPage.filter((line) => !strays.has(line))
    const bands = rowsOf(
      inRows,
      found.filter((label) => label.page === page),
      pages.get(page),
      startsAbove(inRows, found),
      { goesOn: current !== null, goesOver: lines.some((line) => line.page > page) },
    )
    for (const line of onPage) {
      if (labelLines.has(line)) continue
      const owner =
        bands === null ? ownerInOrder(line, lines, found) : (bands.find((band) => isIn(line, band))?.label ?? current)
      if (owner === null || strays.has(line)) rest.push(line)
      else values.get(owner)?.push(line)
    }
    current = found.findLast((label) => label.page === page) ?? current
  }
  return {
    values: found.flatMap((label) =>
      label.part === null
        ? []
        : [{ part: label.part, label: label.lines, near: label.near, lines: values.get(label) ?? [] }],
    ),
    unknown: found.flatMap((label) =>
      label.part === null ? [toUnknownPart(label, values.get(label) ?? [], parts)] : [],
    ),
    rest,
  }
}

/** Lines above the first label that begin where labels do: no text of theirs, but what no rule knows. */
function straysAbove(lines: readonly Line[], [label]: readonly FoundLabel[]): ReadonlySet<Line> {
  const first = label?.lines[0]
  if (first === undefined) return new Set()
  const above = lines.filter((line) => line.page === first.page && line.baseline < first.baseline)
  return new Set(above.filter((line) => Math.abs(line.box.x0 - first.box.x0) <= COLUMN_TOLERANCE * first.size))
}

/** Whether a text begins above the first label, as it only does where the cells of a row are centred. */
function startsAbove(lines: readonly Line[], [label]: readonly FoundLabel[]): boolean {
  const first = label?.lines[0]
  if (first === undefined) return false
  const above = lines.filter((line) => line.page === first.page && line.box.y1 < first.box.y0)
  return above.some((line) => line.box.x0 - first.box.x0 > COLUMN_TOLERANCE * first.size)
}

function unknownLabel(run: readonly Line[], lines: readonly Line[]): FoundLabel {
  const [first] = run
  return {
    part: null,
    lines: run,
    page: first?.page ?? 0,
    index: first === undefined ? 0 : lines.indexOf(first),
    near: null,
  }
}

function toUnknownPart({ lines }: FoundLabel, text: readonly Line[], parts: readonly CompiledField[]): UnknownPart {
  const wordings = parts.flatMap((part) => part.wordings)
  return { heading: lines, nearest: nearestWording(headingText(lines), wordings), lines: text }
}

interface FoundLabel {
  /** Null where no rule knows the label. */
  readonly part: CompiledField | null
  readonly lines: readonly Line[]
  readonly page: number
  /** Place of its first line among all lines. */
  readonly index: number
  readonly near: NearWording | null
}

/** x by which lines of one column may differ, in font sizes. */
const COLUMN_TOLERANCE = 1

function findLabels(lines: readonly Line[], parts: readonly CompiledField[], limit: number): readonly FoundLabel[] {
  const found: FoundLabel[] = []
  for (const part of parts) {
    for (const [index, first] of lines.entries()) {
      if (found.some((label) => label.part === part || label.lines.includes(first))) continue
      const column = lines
        .slice(index)
        .filter((line) => Math.abs(line.box.x0 - first.box.x0) <= COLUMN_TOLERANCE * first.size)
      const window: Window | null = windowAt(column, 0, part.wordings, true)
      if (window !== null) found.push({ part, lines: column.slice(0, window.to), page: first.page, index, near: null })
    }
  }
  for (const part of parts.filter((other) => !found.some((label) => label.part === other))) {
    const near = findNearLabel(part, lines, found, limit)
    if (near !== null) found.push(near)
  }
  return found.sort((a, b) => a.index - b.index)
}

/** A label that no line prints exactly: the lines that come nearest to it in the column of the labels. */
function findNearLabel(
  part: CompiledField,
  lines: readonly Line[],
  found: readonly FoundLabel[],
  limit: number,
): FoundLabel | null {
  const free = lines.filter((line) => !found.some((label) => label.lines.includes(line)))
  const left = Math.min(...lines.map((line) => line.box.x0))
  const column = free.filter((line) => line.box.x0 - left <= COLUMN_TOLERANCE * line.size)
  const window = findNearWindow(column, part.wordings, limit)
  const label = window === null ? [] : column.slice(window.from, window.to)
  const [first] = label
  return first === undefined
    ? null
    : { part, lines: label, page: first.page, index: lines.indexOf(first), near: window?.near ?? null }
}

/** Which rows of a page may be there in part. */
interface TornRows {
  /** One goes on from the page before. */
  readonly goesOn: boolean
  /** The last one goes on over the page. */
  readonly goesOver: boolean
}

type LabelBand = Band & { readonly label: FoundLabel }

/**
 * The rows of one page, each with its label; null where the page is flowed text, whose lines have an order only.
 * What stands above the first label belongs to no band: it goes on from the page before.
 */
function rowsOf(
  onPage: readonly Line[],
  labels: readonly FoundLabel[],
  page: PageFrame | undefined,
  isCentred: boolean,
  torn: TornRows,
): readonly LabelBand[] | null {
  if (page === undefined || page.layout === 'flowed') return null
  const area = boxOf(onPage.map((line) => line.box))
  const ruled = ruledBands(area, page)
  if (ruled.length > 0 && (labels.length < 2 || isDivided(onPage, page))) {
    return labels.flatMap((label) => {
      const box = boxOf(label.lines.filter((line) => line.page === label.page).map((line) => line.box))
      const band = ruled.find(({ y0, y1 }) => (box.y0 + box.y1) / 2 >= y0 && (box.y0 + box.y1) / 2 < y1)
      return band === undefined ? [] : [{ label, ...band }]
    })
  }
  return unruledRows(onPage, labels, isCentred, torn)
}

/** A row begins with its label, or lies around it where the cells are centred. */
function unruledRows(
  onPage: readonly Line[],
  labels: readonly FoundLabel[],
  isCentred: boolean,
  torn: TornRows,
): readonly LabelBand[] {
  const tops = labels.map((label) => (label.lines[0]?.box.y0 ?? 0) - (label.lines[0]?.size ?? 0) * 0.3)
  const bands = labels.map((label, index) => ({
    label,
    y0: tops[index] ?? 0,
    y1: tops[index + 1] ?? Number.POSITIVE_INFINITY,
  }))
  const inLabels = new Set(labels.flatMap((label) => label.lines))
  const columns = [onPage.filter((line) => inLabels.has(line)), onPage.filter((line) => !inLabels.has(line))]
  const areTopsLevel = bands.every(({ label: { lines }, ...band }) => {
    const texts = onPage.filter((line) => !inLabels.has(line) && isIn(line, band))
    return texts.length === 0 || texts.some((line) => lines[0] !== undefined && isBeside(line, lines[0]))
  })
  if (areTopsLevel && !isCentred) return bands
  const boxes = labels.map(({ lines }) => boxOf(lines.filter((line) => onPage.includes(line)).map(({ box }) => box)))
  const centred = centredLabelBands(boxes, columns[1] ?? [], torn.goesOn, torn.goesOver)
  if (centred === null) return bands
  return centred.flatMap((band, index) => {
    const label = labels[index]
    return label === undefined ? [] : [{ label, ...band }]
  })
}

function ownerInOrder(line: Line, lines: readonly Line[], found: readonly FoundLabel[]): FoundLabel | null {
  const place = lines.indexOf(line)
  return found.findLast((label) => label.index < place) ?? null
}
