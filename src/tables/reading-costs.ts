import type { Line, Word } from '../layout/line.ts'
import type { CellRole, LinePart, LineReading } from './line-readings.ts'

/** What the document tells about words and contacts, for reading a table without geometry. */
export interface TableHints {
  /** How much a text looks like part of a contact: 0 not at all, 1 an office, 2 or more an address, a number, a name. */
  readonly contactLikeness: (text: string) => number
  /** 1 where a salutation stands after the text's beginning, else 0. */
  readonly holdsSalutation: (text: string) => 0 | 1
  /** The word is written small elsewhere in the document, so that a capital marks the beginning of something. */
  readonly isCapitalisedForStart: (word: string) => boolean
  /** A word after which nothing can end (`und`, `für`, `der`), in small letters. */
  readonly cannotEnd: ReadonlySet<string>
  /** A word such as `Abteilung` that wants a name after it, as printed. */
  readonly wantsName: ReadonlySet<string>
  /** The line begins with a list marker. */
  readonly hasMarker: (text: string) => boolean
}

/** Widths of the columns as far as they are known, in points. */
export type ColumnWidths = Readonly<Record<CellRole, number>>

const HYPHEN_END = /[\p{L}\p{N}@.][-\u00AD\u2010]$/u
/** `5 weitere …` counts things; a name that begins with a number goes on with a capital. */
const COUNTED = /^\d+ \p{Ll}/u
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
  const overflow = Math.max(0, (line.box.x1 - line.box.x0) / widths[role] - 1.08) * 20
  const marker = hints.hasMarker(line.text) && role !== 'text' ? 3 : 0
  const inside = role === 'text' ? hints.holdsSalutation(line.text) * 1.5 : startsInside(line.words.slice(1), hints) * 2.5
  const likeness = hints.contactLikeness(line.text)
  // A row may be set wider than the others: what is plainly a contact stays one, and one word cannot be broken.
  const forgiven = (role === 'contact' && likeness >= 1) || line.words.length === 1
  return (forgiven ? Math.min(1.5, overflow) : overflow) + marker + inside + likenessCost(role, likeness)
}

function likenessCost(role: CellRole, likeness: number): number {
  if (role === 'contact') return likeness === 0 ? 0.3 : likeness >= 2 ? -1 : 0
  if (likeness >= 2) return role === 'name' ? 5 : 2.5
  return likeness === 1 && role === 'text' ? 0.5 : 0
}

/** Whether a word inside is written large only because something begins with it; 1 or 0. */
function startsInside(words: readonly Word[], hints: TableHints): 0 | 1 {
  return words.some((word) => /^\p{Lu}\p{Ll}/u.test(word.text) && hints.isCapitalisedForStart(word.text)) ? 1 : 0
}

/** Cost of a cell beginning with this part. */
export function startCost({ role, line }: LinePart, hints: TableHints): number {
  const [first, ...others] = line.words
  if (first === undefined) return 0
  const small = /^[„“"'(]*\p{Ll}/u.test(first.text)
  const likeness = hints.contactLikeness(line.text)
  if (role !== 'contact' && !/\p{L}/u.test(line.text)) return 6
  if (role === 'name') return nameStart(line.text, first.text, hints) + (small ? 4 : 0) + (likeness >= 1 ? 0.5 : 0)
  if (role === 'contact') return likeness === 0 ? (small ? 4 : 1.5) : 0
  const begins = hints.isCapitalisedForStart(first.text) ? -2 : 0
  return (small ? 2 : 0) + begins + (begins === 0 ? startsInside(others.slice(0, 3), hints) * 1.5 : 0)
}

/** A name is a phrase of its own: not a preposition's, not a count, not in brackets. */
function nameStart(text: string, first: string, hints: TableHints): number {
  return (COUNTED.test(text) ? 3 : 0) + (hints.cannotEnd.has(first.toLowerCase()) ? 2.5 : 0) + (first.startsWith('(') ? 2 : 0)
}

/** Cost of a cell ending with this line. */
export function endCost(line: Line, role: CellRole, hints: TableHints): number {
  if (HYPHEN_END.test(line.text)) return 8
  const last = (line.words.at(-1)?.text ?? '').toLowerCase()
  if (hints.cannotEnd.has(last)) return 5
  if (hints.wantsName.has(line.words.at(-1)?.text ?? '')) return 3
  if (role === 'contact' && line.text.endsWith(':')) return 3
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
