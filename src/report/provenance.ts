import { boxOf, centredIn } from '../layout/box.ts'
import type { KnownByWord } from '../layout/by-word.ts'
import { displayedBox } from '../layout/displayed-box.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Ink } from '../layout/ink.ts'
import type { Word } from '../layout/line.ts'
import { boxOfPart, type WordPart } from '../layout/word-part.ts'
import { headingJoins } from '../outline/unknown-headings.ts'
import type { Reading } from '../pipeline.ts'
import type { Join } from '../repair/repaired-text.ts'
import type { DocumentFrame, PageFrame } from '../source/source-document.ts'
import { valuesOf } from '../values/all-values.ts'
import type { EntityValue } from '../values/read-entities.ts'
import type { Place, Spot } from './report.ts'

/** A word with its page. */
export interface PlacedWord {
  readonly word: Word
  readonly page: number
}

/** What was done at line ends, by the id of the word before each. Line ends that were white space are left out. */
export function joinsByWord(entities: readonly EntityValue[]): ReadonlyMap<number, Join> {
  const sections = entities.flatMap((entity) => entity.sections)
  const joins = [
    ...sections.flatMap(valuesOf).flatMap((value) => value.joins),
    ...sections.flatMap(({ unassigned }) => unassigned.flatMap(({ heading }) => headingJoins(heading))),
  ]
  return new Map(joins.filter(({ action }) => action !== 'blank').map((join) => [join.wordBefore, join]))
}

/** Where a document prints its words, and what stands between them. */
export interface PrintedWords {
  readonly words: KnownByWord<PlacedWord>
  readonly joins: ReadonlyMap<number, Join>
  /** Ids of the words of list markers. */
  readonly markers: ReadonlySet<number>
  /** Pages of a PDF by their numbers. */
  readonly pages: ReadonlyMap<number, PageFrame>
  /** Words of footnotes, and the marks that point to them, by page. */
  readonly footnotes: ReadonlyMap<number, readonly Word[]>
}

/** Gathers what the places of a document's values are told from. */
export function printedWords({ kind, pages }: DocumentFrame, reading: Reading): PrintedWords {
  const values = reading.entities.flatMap(({ sections }) => sections.flatMap(valuesOf))
  const notes = [...groupBy(reading.footnotes, ({ page }) => page)]
  return {
    words: reading.words,
    joins: reading.joins,
    markers: new Set(values.flatMap(({ markers }) => markers)),
    pages: new Map(kind === 'pdf' ? pages.map((page) => [page.number, page]) : []),
    footnotes: new Map(notes.map(([page, lines]) => [page, lines.flatMap(({ words }) => words)])),
  }
}

/** A part of a word with its page. */
type PlacedPart = WordPart & { readonly page: number }

/** Neighbouring parts of words on one line. */
export type LineParts = readonly [PlacedPart, ...PlacedPart[]]

/**
 * Where the characters of a value stand, line by line in reading order: a box on a page of a PDF, columns of a line of
 * a text. Where the value goes on in the next place, it is told what was done there.
 */
export function placesOf(ink: Ink, printed: PrintedWords): readonly Place[] {
  const lines = linesOf(ink, printed)
  return lines.map((parts, index): Place => {
    const goesOn = index + 1 < lines.length
    const place: Spot & { -readonly [K in keyof Told]: Told[K] } = spotOf(parts, printed.pages)
    const join = goesOn ? joinAfter(parts, printed) : undefined
    const links = linksOver(parts)
    const marker = markerBefore(parts, printed)
    const omits = omittedFrom(parts, printed)
    // Most places have none of these.
    if (join !== undefined) place.join = join
    if (goesOn && ink.blockEnds !== undefined && endsBlock(parts, ink.blockEnds)) place.endsBlock = true
    if (marker !== undefined) place.marker = marker
    if (links !== undefined) place.links = links
    if (omits !== undefined) place.omits = omits
    if (ink.inheritedFrom !== undefined) place.inheritedFrom = ink.inheritedFrom
    return place
  })
}

/** What was done to the characters of a place. */
type Told = Pick<Place, 'join' | 'endsBlock' | 'marker' | 'links' | 'omits' | 'inheritedFrom'>

function endsBlock(parts: LineParts, blockEnds: ReadonlySet<number>): boolean {
  return parts.some(({ word }) => blockEnds.has(word.id))
}

function linksOver(parts: LineParts): Place['links'] {
  if (parts.every(({ word }) => word.links.length === 0)) return undefined
  return [...new Set(parts.flatMap(({ word }) => word.links))]
}

/** The parts of words that are printed, line by line. */
function linesOf({ words: ids, from, to }: Ink, { words }: PrintedWords): readonly LineParts[] {
  const lines: [PlacedPart, ...PlacedPart[]][] = []
  let before: PlacedPart | undefined
  for (const [index, id] of ids.entries()) {
    const placed = words.get(id)
    if (placed === undefined) continue
    const { word, page } = placed
    const end = index === ids.length - 1 ? (to ?? word.text.length) : word.text.length
    const part = { word, page, from: index === 0 ? from : 0, to: end }
    if (isOnLine(part, before)) lines.at(-1)?.push(part)
    else lines.push([part])
    before = part
  }
  return lines
}

/** Share of the font size by which baselines of one line may differ. */
const TOLERANCE = 0.35

function isOnLine({ word, page }: PlacedPart, before: PlacedPart | undefined): boolean {
  if (page !== before?.page || word.textLine !== before.word.textLine) return false
  const apart = Math.abs(word.baseline - before.word.baseline)
  return apart <= TOLERANCE * Math.min(word.size, before.word.size) && word.box.x0 >= before.word.box.x0
}

/**
 * Where neighbouring characters of one line stand.
 *
 * @param pages of a PDF, by their numbers
 */
export function spotOf(parts: LineParts, pages: PrintedWords['pages']): Spot {
  const [{ word, page, from }] = parts
  const text = parts.map((part) => part.word.text.slice(part.from, part.to)).join(' ')
  if (word.textLine !== null) {
    const last = parts.at(-1)
    const [first, end] = [word.textColumns[from] ?? 0, last?.word.textColumns[last.to - 1] ?? 0]
    return { line: word.textLine, columns: [first + 1, end + 1], text }
  }
  const { x0, y0, x1, y1 } = displayedBox(boxOf(parts.map(boxOfPart)), pages.get(page))
  return { page, bbox: [x0, y0, x1, y1], text }
}

function joinAfter(parts: LineParts, { joins }: PrintedWords): Place['join'] {
  for (const { word } of parts) {
    const join = joins.get(word.id)
    if (join === undefined) continue
    const { action, printed, joined, evidence } = join
    return { action, printed, joined, evidence }
  }
  return undefined
}

/** The list marker right before the characters. Words are numbered in reading order. */
function markerBefore([{ word, from }]: LineParts, { markers, words }: PrintedWords): Place['marker'] {
  if (from !== 0 || !markers.has(word.id - 1)) return undefined
  const marker: string[] = []
  for (let id = word.id - 1; markers.has(id) && !markers.has(word.id); id -= 1)
    marker.unshift(words.get(id)?.word.text ?? '')
  return marker.length === 0 ? undefined : marker.join(' ')
}

/** Marks of footnotes that stand among the characters. */
export function omittedFrom(parts: LineParts, { footnotes, pages }: PrintedWords): Place['omits'] {
  const [{ page, word: first, from }] = parts
  const words = footnotes.get(page)
  if (words === undefined) return undefined
  const last = parts.at(-1)
  const area = boxOf(parts.map(boxOfPart))
  const start = first.textColumns[from] ?? 0
  const end = last?.word.textColumns[last.to - 1] ?? 0
  const isAmong = ({ textLine, textColumns: [column = 0], box }: Word): boolean =>
    first.textLine === null ? centredIn(box, area) : textLine === first.textLine && column > start && column < end
  const marks = words.filter(isAmong)
  if (marks.length === 0) return undefined
  return marks.map((word) => spotOf([{ word, page, from: 0, to: word.text.length }], pages))
}
