import type { Line, Word } from '../layout/line.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'
import type { CompiledMarker, CompiledTextRules } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { type LineMarkers, type MarkedLine, readMarkers } from './list-marker.ts'
import { type ColumnFlow, paragraphBreak } from './paragraph-break.ts'
import { isInSentence, signsInSentences } from './sign-in-sentence.ts'

/** A paragraph or list item as printed. */
export interface BlockLines {
  readonly kind: 'paragraph' | 'item'
  readonly marker: string | null
  readonly markerWords: readonly Word[]
  readonly level: number
  /** Without the marker. */
  readonly lines: readonly Line[]
}

export interface BlockRules {
  readonly markers: readonly CompiledMarker[]
  readonly text: CompiledTextRules
  readonly settings: Settings
}

/** A block that may still grow. */
interface OpenBlock extends BlockLines {
  readonly lines: Line[]
  /** x of the marker, or of the first line. */
  readonly x: number
  /** x of the item's text; null where the layout does not tell. */
  readonly hang: number | null
}

/** Parts a column of text into paragraphs and list items, in printed order. */
export function buildBlocks(lines: readonly Line[], flow: ColumnFlow, rules: BlockRules): readonly BlockLines[] {
  const merged = mergeBaselines(lines)
  const lostBullets = flow.layout === 'flowed' && merged.filter((line) => line.box.x0 > 0).length > 1
  const blocks: OpenBlock[] = []
  const markers = readMarkers(merged, rules.markers)
  const inList = flow.layout === 'flowed' ? { ...flow, right: listRight(merged, flow.right, markers) } : flow
  const inSentences = signsInSentences(merged, markers, flow, rules)
  const plainStarts = merged.filter((line) => !markers.has(line)).map(({ box }) => box.x0)
  let above: Line | undefined
  for (const line of merged) {
    const marked = markers.get(line) ?? null
    const open = blocks.at(-1)
    const around = open?.kind === 'item' ? inList : flow
    const isWithin =
      marked !== null &&
      (isContinuedOrdinal(marked, line, above, blocks, around, rules) || isInSentence(marked, line, open, inSentences))
    if (marked !== null && !isWithin) blocks.push(openItem(marked, blocks))
    else if (lostBullets && line.box.x0 > 0) blocks.push(openLost(line))
    else if (open === undefined || above === undefined || breaks(above, line, open, around, rules, plainStarts))
      blocks.push(openNext(line, blocks))
    else open.lines.push(line)
    above = line
  }
  return blocks.filter((block) => block.lines.length > 0 || block.markerWords.length > 0)
}

/** Lines that a list needs for its own width to be known. */
const LIST_LINES = 4

/** A list that reaches no further than this share of its column is set in. */
const SET_IN = 0.9

/**
 * Where the lines of a list end in flowed text, whose items may be set in by an amount that is not known: as far as
 * the widest line from the first item to the line after the last one, if that is clearly less than the column.
 */
function listRight(lines: readonly Line[], right: number, markers: LineMarkers): number {
  const isItem = (line: Line) => markers.has(line)
  const list = lines.slice(Math.max(0, lines.findIndex(isItem)), lines.findLastIndex(isItem) + 2)
  const reach = Math.max(...list.map((line) => line.box.x1))
  return list.length >= LIST_LINES && reach < right * SET_IN ? reach : right
}

/**
 * `1.` or `3.` at a line's start may be a date or a count that the line end happened to put there:
 *
 *     … offen ab dem
 *     2. Quartal …
 */
function isContinuedOrdinal(
  marked: MarkedLine,
  line: Line,
  above: Line | undefined,
  blocks: readonly OpenBlock[],
  flow: ColumnFlow,
  rules: BlockRules,
): boolean {
  if (marked.rule.kind !== 'ordinal' || above === undefined) return false
  if (blocks.some((block) => block.marker !== null && marked.marker !== null && follows(marked.marker, block.marker)))
    return false
  const weight = paragraphBreak(above, line, flow, rules.text, rules.settings)
  return weight <= -4
}

/** `2.` follows `1.`, and `b)` follows `a)`. */
function follows(marker: string, previous: string): boolean {
  const count = (text: string) => {
    const digits = /\d+/u.exec(text)?.[0]
    return digits === undefined ? (/\p{L}/u.exec(text)?.[0].codePointAt(0) ?? Number.NaN) : Number(digits)
  }
  const shape = (text: string) => text.replaceAll(/\d+|\p{L}/gu, '#')
  return shape(marker) === shape(previous) && count(marker) === count(previous) + 1
}

function openItem(marked: MarkedLine, blocks: readonly OpenBlock[]): OpenBlock {
  return {
    kind: 'item',
    marker: marked.marker,
    markerWords: marked.words,
    level: levelOf(marked, blocks),
    lines: marked.rest === null ? [] : [marked.rest],
    x: marked.x,
    hang: marked.rest?.box.x0 ?? null,
  }
}

/** How much deeper than another, as a share of the font size, a marker stands that opens a list inside the other's. */
const DEEPER = 0.8

function levelOf(marked: MarkedLine, blocks: readonly OpenBlock[]): number {
  const list = blocks.slice(blocks.findLastIndex((block) => block.kind === 'paragraph') + 1)
  const sibling = list.findLast((block) => block.marker === marked.marker || sameKind(block, marked))
  if (sibling !== undefined) return sibling.level
  const last = list.at(-1)
  if (last === undefined) return 1
  const size = marked.rest?.size ?? 0
  if (marked.x - last.x > DEEPER * size) return last.level + 1
  return Math.abs(marked.x - last.x) <= DEEPER * size && marked.rule.level > last.level ? marked.rule.level : 1
}

function sameKind(block: OpenBlock, marked: MarkedLine): boolean {
  const size = marked.rest?.size ?? 0
  return (
    marked.rule.kind === 'ordinal' &&
    block.marker !== null &&
    /^[\p{L}\d(]/u.test(block.marker) &&
    Math.abs(block.x - marked.x) <= DEEPER * size
  )
}

function openLost(line: Line): OpenBlock {
  return { kind: 'item', marker: null, markerWords: [], level: 1, lines: [line], x: line.box.x0, hang: null }
}

/** A block without a marker: a paragraph, or an item whose bullet the font lost among others of its kind. */
function openNext(line: Line, blocks: readonly OpenBlock[]): OpenBlock {
  const kind = continuesCountedList(line, blocks) ? 'item' : 'paragraph'
  return { kind, marker: null, markerWords: [], level: 1, lines: [line], x: line.box.x0, hang: null }
}

/**
 * Items that all begin with a number are followed by a line that does so too:
 *
 *     • 12 Treffs in den Bezirken
 *     • 7 Werkstätten
 *     4 weitere Orte ohne eigenen Raum
 */
function continuesCountedList(line: Line, blocks: readonly OpenBlock[]): boolean {
  const list = blocks.slice(blocks.findLastIndex((block) => block.kind === 'paragraph') + 1)
  const counted = (text: string | undefined) => text !== undefined && /^\d+ \p{L}/u.test(text)
  return list.length >= 2 && counted(line.text) && list.every((block) => counted(block.lines[0]?.text))
}

/** @param plainStarts x of the lines of the column that begin without a marker */
function breaks(
  above: Line,
  line: Line,
  open: OpenBlock,
  flow: ColumnFlow,
  rules: BlockRules,
  plainStarts: readonly number[],
): boolean {
  const weight = paragraphBreak(above, line, flow, rules.text, rules.settings)
  return weight + indentWeight(line, open, flow, plainStarts) > 0
}

/** How much sooner a list item ends than a paragraph where no indent tells. */
const ITEM_ENDS = 0.8

/** What it says that a line returns to the left of an item's text: more where lines of items are known to be set in. */
const RETURNS = 2
const RETURNS_CLEARLY = 6

/** A line that returns to the left of an item's text ends the item; one that is set in begins a paragraph. */
function indentWeight(line: Line, open: OpenBlock, flow: ColumnFlow, plainStarts: readonly number[]): number {
  if (flow.layout === 'flowed') return open.kind === 'item' ? ITEM_ENDS : 0
  const tolerance = line.size * 0.5
  if (line.page !== open.lines[0]?.page) return returnsToMarker(line, open, tolerance) ? RETURNS : 0
  if (open.kind === 'item' && open.hang !== null) {
    if (line.box.x0 >= open.hang - tolerance) return 0
    if (open.hang - open.x <= tolerance || line.box.x0 > open.x + tolerance) return 0
    const { hang } = open
    return plainStarts.some((x) => Math.abs(x - hang) <= tolerance) ? RETURNS_CLEARLY : RETURNS
  }
  return line.box.x0 - open.x > tolerance && open.lines.length > 1 ? 2 : 0
}

/** Whether a line on another page begins where the marker of an item does, from which its text is set in. */
function returnsToMarker(line: Line, { kind, x, hang, lines }: OpenBlock, tolerance: number): boolean {
  if (kind !== 'item' || hang === null || hang - x <= tolerance) return false
  const isSetIn = lines.slice(1).every((other) => other.box.x0 >= hang - tolerance)
  return isSetIn && Math.abs(line.box.x0 - x) <= tolerance
}
