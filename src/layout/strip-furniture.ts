import type { CompiledFurniture } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import type { DocumentFrame, PageFrame } from '../source/source-document.ts'
import { groupBy } from './group-by.ts'
import type { Line } from './line.ts'
import { repeatedAtEdges } from './repeated-lines.ts'

/** Lines of the page, not of the text. */
export interface Furniture {
  /** Id of the rule that recognised it, or `repeated-edge` where only repetition and position did. */
  readonly rule: string
  readonly lines: readonly Line[]
}

/** A page that prints another number than the one after that of the page before. */
export interface PageLeap {
  readonly page: number
  readonly printed: number
  readonly expected: number
}

export interface BodyLines {
  /** In reading order. `page` is the number of the page as the report counts where a text dump tells it. */
  readonly body: readonly Line[]
  readonly furniture: readonly Furniture[]
  /** Of drawn pages; those of a text are counted by their printed numbers. */
  readonly leaps: readonly PageLeap[]
}

/** A line of a page with the furniture rule it matches, if any. */
interface Marked {
  readonly line: Line
  readonly rule: string | null
  /** Number the page prints on itself. */
  readonly printedPage: number | null
}

/**
 * Sets running headers, footers, page numbers and claims aside. A line is furniture where a rule knows its words and it
 * stands at the edge the rule names, or where it stands at the same place of an edge on most pages.
 *
 * @param isKnown whether a line's words are a heading, label or column of the report: such lines repeat too
 */
export function stripFurniture(
  document: DocumentFrame,
  pages: readonly (readonly Line[])[],
  rules: readonly CompiledFurniture[],
  settings: Settings,
  isKnown: (line: Line) => boolean,
): BodyLines {
  const repeated = repeatedAtEdges(document, pages, settings, isKnown)
  const marked = pages.flatMap((lines, index) => {
    const page = document.pages[index]
    return page === undefined ? [] : [markPage(lines, page, rules, repeated)]
  })
  const numbered = document.pages.some((page) => page.layout === 'flowed') ? renumber(marked) : marked
  const flat = numbered.flat()
  return {
    body: flat.filter((entry) => entry.rule === null).map((entry) => entry.line),
    furniture: flat.flatMap((entry) => (entry.rule === null ? [] : [{ rule: entry.rule, lines: [entry.line] }])),
    leaps: numbered === marked ? pageLeaps(document, marked) : [],
  }
}

/** Where the printed numbers do not go on from page to page. */
function pageLeaps({ pages }: DocumentFrame, marked: readonly (readonly Marked[])[]): readonly PageLeap[] {
  const printed = marked.flatMap((entries, index) => {
    const number = entries.find(({ printedPage }) => printedPage !== null)?.printedPage
    return number == null ? [] : [{ index, number }]
  })
  return printed.slice(1).flatMap(({ index, number }, place) => {
    const before = printed[place]
    const expected = before === undefined ? number : before.number + index - before.index
    return number === expected ? [] : [{ page: pages[index]?.number ?? 0, printed: number, expected }]
  })
}

function markPage(
  lines: readonly Line[],
  page: PageFrame,
  rules: readonly CompiledFurniture[],
  repeated: ReadonlySet<Line>,
): readonly Marked[] {
  const rows = groupBy(lines, ({ baseline }) => baseline)
  const byRule = lines.map((line) => matchRule(line, rows.get(line.baseline) ?? [line], page, rules))
  const claimed = byRule.map((match, index) => {
    const isClaimed = match?.needsNeighbour !== true || hasNeighbour(byRule, index) || atPageEdge(lines, index)
    if (match !== null && isClaimed) return match
    const line = lines[index]
    return line !== undefined && repeated.has(line) ? repeatedAtEdge(line, page) : null
  })
  const kept = page.layout === 'placed' ? atEdgeOnly(claimed, lines) : claimed
  return lines.map((line, index) => {
    const { rule = null, printedPage = null } = kept[index] ?? {}
    return { line, rule, printedPage }
  })
}

/** What repeats but for its digits; a line without a word is known by its place alone. */
function repeatedAtEdge({ text, box }: Line, { height }: PageFrame): Match {
  const edge = box.y1 < height / 2 ? 'top' : 'bottom'
  return {
    rule: 'repeated-edge',
    bareEdge: /\p{L}/u.test(text) ? null : edge,
    printedPage: null,
    needsNeighbour: false,
  }
}

/**
 * A number alone is a page's only where nothing but furniture stands beside it and between it and the edge; in a table at
 * the foot of the page it is a value:
 *
 *     Kita am Turm    72    251,00 €
 *                     5
 */
function atEdgeOnly(matches: readonly (Match | null)[], lines: readonly Line[]): readonly (Match | null)[] {
  const text = lines.filter((_, index) => (matches[index] ?? null) === null)
  return matches.map((match, index) => {
    const line = lines[index]
    if (match?.bareEdge == null || line === undefined) return match
    const isBeyond = ({ baseline }: Line) =>
      match.bareEdge === 'top' ? baseline <= line.baseline : baseline >= line.baseline
    return text.some(isBeyond) ? null : match
  })
}

interface Match {
  readonly rule: string
  /** The edge at which a number stands that only its place tells from others; null for wordings. */
  readonly bareEdge: 'top' | 'bottom' | null
  readonly printedPage: number | null
  /** In running text the words alone are not enough: other furniture or the page's edge must be next to it. */
  readonly needsNeighbour: boolean
}

function matchRule(
  line: Line,
  row: readonly Line[],
  page: PageFrame,
  rules: readonly CompiledFurniture[],
): Match | null {
  const inReach = page.layout === 'placed' ? rules.filter(({ edge }) => inZone(line, page, edge)) : rules
  const texts = row.length === 1 ? [line.text] : [line.text, row.map(({ text }) => text).join(' ')]
  for (const rule of inReach) {
    const found = firstFound(rule.expression, texts)
    if (found === null) continue
    const printed = found.groups?.['page']
    return {
      rule: rule.id,
      bareEdge: rule.kind === 'page-number' ? rule.edge : null,
      printedPage: printed === undefined ? null : Number(printed),
      needsNeighbour: page.layout === 'flowed' && rule.kind === 'claim',
    }
  }
  return null
}

function firstFound(expression: RegExp, texts: readonly string[]): RegExpExecArray | null {
  for (const text of texts) {
    const found = expression.exec(text)
    if (found !== null) return found
  }
  return null
}

/** Share of the page's height at either edge in which furniture may stand. */
const EDGE_ZONE = 0.15

/** Of a page that was turned to be read, header and footer may stand on the sides: upright as it is displayed. */
function inZone({ box, words }: Line, { width, height }: PageFrame, edge: 'top' | 'bottom'): boolean {
  const atTop = edge === 'top'
  switch (words[0]?.turn ?? 0) {
    case 90:
      return atTop ? box.x1 >= width * (1 - EDGE_ZONE) : box.x0 <= width * EDGE_ZONE
    case 270:
      return atTop ? box.x0 <= width * EDGE_ZONE : box.x1 >= width * (1 - EDGE_ZONE)
    case 180:
      return atTop ? box.y1 >= height * (1 - EDGE_ZONE) : box.y0 <= height * EDGE_ZONE
    case 0:
      return atTop ? box.y0 <= height * EDGE_ZONE : box.y1 >= height * (1 - EDGE_ZONE)
  }
}

function hasNeighbour(matches: readonly (Match | null)[], index: number): boolean {
  return (matches[index - 1] ?? null) !== null || (matches[index + 1] ?? null) !== null
}

function atPageEdge(lines: readonly Line[], index: number): boolean {
  return index === 0 || index === lines.length - 1
}

/**
 * Gives the lines of a text the page numbers the report prints on itself. Furniture in the middle of what the reader
 * took for one page divides it; pages without a printed number are counted from the nearest one that has it.
 */
function renumber(pages: readonly (readonly Marked[])[]): readonly (readonly Marked[])[] {
  const divided = pages.flatMap(divideAtFurniture)
  const offsets = divided.flatMap((page, index) => {
    const printed = page.find((entry) => entry.printedPage !== null)?.printedPage
    return printed === undefined || printed === null ? [] : [printed - index]
  })
  const [offset = 1] = offsets
  const agreed = offsets.every((other) => other === offset) ? offset : 1
  return divided.map((page, index) =>
    page.map((entry) => ({ ...entry, line: { ...entry.line, page: index + agreed } })),
  )
}

function divideAtFurniture(page: readonly Marked[]): readonly (readonly Marked[])[] {
  const parts: Marked[][] = [[]]
  const lastText = page.findLastIndex(({ rule }) => rule === null)
  for (const [index, entry] of page.entries()) {
    const starts = entry.rule !== null && (page[index - 1]?.rule ?? null) === null && index > 0
    if (starts && index < lastText) parts.push([])
    parts.at(-1)?.push(entry)
  }
  return parts
}
