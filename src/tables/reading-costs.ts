import type { Line } from '../layout/line.ts'
import type { CellRole, LinePart, LineReading } from './line-readings.ts'

/** What the document tells about words and contacts, for reading a table without geometry. */
export interface TableHints {
  /** How much a text looks like part of a contact: 0 not at all, 1 an office, 2 or more an address, a number, a name. */
  readonly contactLikeness: (text: string) => number
  /** The word is written small elsewhere in the document, so that a capital marks the beginning of something. */
  readonly isCapitalisedForStart: (word: string) => boolean
  /** A word after which nothing can end (`und`, `für`, `der`), in small letters. */
  readonly cannotEnd: ReadonlySet<string>
  /** The line begins with a list marker. */
  readonly hasMarker: (text: string) => boolean
}

/** Widths of the columns as far as they are known, in points. */
export type ColumnWidths = Readonly<Record<CellRole, number>>

const HYPHEN_END = /[\p{L}\p{N}@.][-\u00AD\u2010]$/u
const SENTENCE_END = /[.!?:…][“”"’)\]]*$/u

/** Cost of a line's reading by itself: its parts' widths, what they look like, how they begin. */
export function readingCost(reading: LineReading, widths: ColumnWidths, hints: TableHints): number {
  const shared = reading.length > 1 ? 1 : 0
  const skipped = reading[0]?.role === 'name' && reading[1]?.role === 'contact' ? 3 : 0
  const parts = reading.reduce((sum, part) => sum + partCost(part, widths, hints), 0)
  const starts = reading.slice(1).reduce((sum, part) => sum + startCost(part, hints), 0)
  const ends = reading.slice(0, -1).reduce((sum, part) => sum + endCost(part.line, part.role, hints), 0)
  return shared + skipped + parts + starts + ends + repetition(reading)
}

function partCost({ role, line }: LinePart, widths: ColumnWidths, hints: TableHints): number {
  const overflow = Math.max(0, (line.box.x1 - line.box.x0) / widths[role] - 1.05)
  const likeness = hints.contactLikeness(line.text)
  const marker = hints.hasMarker(line.text) && role !== 'text' ? 3 : 0
  return overflow * 20 + marker + likenessCost(role, likeness)
}

function likenessCost(role: CellRole, likeness: number): number {
  if (role === 'contact') return likeness === 0 ? 1.2 : likeness >= 2 ? -1 : 0
  return likeness >= 2 ? (role === 'name' ? 5 : 2.5) : 0
}

/** Cost of a cell beginning with this part. */
export function startCost({ role, line }: LinePart, hints: TableHints): number {
  const [first, ...others] = line.words
  if (first === undefined) return 0
  const small = /^[„“"'(]*\p{Ll}/u.test(first.text)
  const missed = others.filter((word) => /^\p{Lu}/u.test(word.text) && hints.isCapitalisedForStart(word.text)).length
  if (role === 'name') return small ? 4 : 0
  if (role === 'contact') return small && hints.contactLikeness(line.text) < 2 ? 2 : 0
  const begins = hints.isCapitalisedForStart(first.text) ? -2 : 0
  return (small ? 2 : 0) + begins + Math.min(1, missed) * 1.5
}

/** Cost of a cell ending with this line. */
export function endCost(line: Line, role: CellRole, hints: TableHints): number {
  if (HYPHEN_END.test(line.text)) return 8
  const last = (line.words.at(-1)?.text ?? '').toLowerCase()
  if (hints.cannotEnd.has(last)) return 5
  if (/[,(/]$/u.test(line.text)) return role === 'contact' ? 2.5 : 3
  return role === 'text' && !SENTENCE_END.test(line.text) ? 0.8 : 0
}

/** A description often begins by repeating the name: `Lesecafé Im Lesecafé treffen sich …`. */
function repetition(reading: LineReading): number {
  const [left, right] = reading
  if (left?.role !== 'name' || right?.role !== 'text') return 0
  return repeats(left.line.text, right.line.text) ? -1.5 : 0
}

/** Whether a text's beginning takes up a word of the name. */
export function repeats(name: string, text: string): boolean {
  const stems = wordStems(name)
  return wordStems(text.split(/\s+/u).slice(0, 6).join(' ')).some((stem) => stems.includes(stem))
}

/** Letters by which two words count as forms of one. */
const STEM = 6

function wordStems(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}_]{4,}/gu) ?? []).map((word) => word.slice(0, STEM))
}
