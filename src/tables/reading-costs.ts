import type { Line, Word } from '../layout/line.ts'
import type { CellRole, LinePart, LineReading } from './line-readings.ts'
import type { TableHints } from './table-hints.ts'

/** Widths of the columns as far as they are known, in points. */
export type ColumnWidths = Readonly<Record<CellRole, number>>

const HYPHEN_END = /[\p{L}\p{N}@.][-\u00AD\u2010]$/u
const SENTENCE_END = /[.!?:…][“”"’)\]]*$/u
const SMALL_START = /^[„“"'(]*\p{Ll}/u

/** `5 weitere …` counts things; a name that begins with a number goes on with a capital. */
const COUNTED = /^\d+ \p{Ll}/u

/** Cost of a line's reading by itself: its parts' widths, what they look like, how they begin. */
export function readingCost(reading: LineReading, widths: ColumnWidths, hints: TableHints): number {
  const { costs } = hints
  const shared = reading.length > 1 ? costs.sharedLine : 0
  const skipped = reading[0]?.role === 'name' && reading[1]?.role === 'contact' ? costs.skippedText : 0
  const parts = reading.reduce((sum, part) => sum + partCost(part, widths, hints), 0)
  const starts = reading.slice(1).reduce((sum, part) => sum + startCost(part, hints), 0)
  const ends = reading.slice(0, -1).reduce((sum, part) => sum + endCost(part.line, part.role, hints), 0)
  return shared + skipped + parts + starts + ends + repetition(reading, hints)
}

/** Overflow, as a share of the column, that the uncertainty of widths explains. */
const TOLERANCE = 0.08

/** Overflow up to which a plain contact may stick out of its column: some rows are set wider. */
const CONTACT_MAY_STICK_OUT = 0.9

/** The most that a forgiven overflow costs. */
const FORGIVEN = 1.5

function partCost({ role, line }: LinePart, widths: ColumnWidths, hints: TableHints): number {
  const { costs } = hints
  const likeness = hints.contactLikeness(line.text)
  const overflow = Math.max(0, (line.box.x1 - line.box.x0) / widths[role] - 1 - TOLERANCE)
  const cost = overflow * costs.columnOverflow
  // One word cannot be broken.
  const forgiven = line.words.length === 1 || (role === 'contact' && likeness >= 1 && overflow < CONTACT_MAY_STICK_OUT)
  const marker = role !== 'text' && hints.hasMarker(line.text) ? costs.markerOutsideText : 0
  const inside =
    role === 'text'
      ? (hints.holdsSalutation(line.text) ? costs.salutationInText : 0)
      : (startsInside(line.words.slice(1), hints) ? costs.beginnerInside : 0)
  return (forgiven ? Math.min(FORGIVEN, cost) : cost) + marker + inside + likenessCost(role, likeness, hints)
}

function likenessCost(role: CellRole, likeness: number, { costs }: TableHints): number {
  if (role === 'contact') return likeness === 0 ? costs.contactIsPlain : likeness >= 2 ? costs.contactIsOne : 0
  if (likeness >= 2) return role === 'name' ? costs.addressInName : costs.addressInText
  return likeness === 1 && role === 'text' ? costs.textLooksLikeOffice : 0
}

/** Whether a word inside is written large only because something begins with it. */
function startsInside(words: readonly Word[], hints: TableHints): boolean {
  return words.some((word) => /^\p{Lu}\p{Ll}/u.test(word.text) && hints.isCapitalisedForStart(word.text))
}

/** Cost of a cell beginning with this part. */
export function startCost({ role, line }: LinePart, hints: TableHints): number {
  const { costs } = hints
  if (role !== 'contact' && !/\p{L}/u.test(line.text)) return costs.numberOnly
  switch (role) {
    case 'name':
      return nameStart(line, hints)
    case 'text':
      return textStart(line, hints)
    case 'contact':
      if (hints.contactLikeness(line.text) > 0) return 0
      return SMALL_START.test(line.text) ? costs.contactSmallStart : costs.contactPlainStart
  }
}

/** A name is a phrase of its own: not a preposition's, not a count, not in brackets. */
function nameStart({ text, words }: Line, hints: TableHints): number {
  const { costs } = hints
  return (
    (COUNTED.test(text) ? costs.countedStart : 0) +
    (hints.cannotEnd.has(words[0]?.text.toLowerCase() ?? '') ? costs.prepositionStart : 0) +
    (text.startsWith('(') ? costs.bracketStart : 0) +
    (SMALL_START.test(text) ? costs.nameSmallStart : 0) +
    (hints.contactLikeness(text) >= 1 ? costs.nameLooksLikeOffice : 0)
  )
}

function textStart({ text, words }: Line, hints: TableHints): number {
  const { costs } = hints
  const [first, ...others] = words
  const begins = first !== undefined && hints.isCapitalisedForStart(first.text)
  return (
    (COUNTED.test(text) ? costs.countedStart / 2 : 0) +
    (text.startsWith('(') ? costs.bracketStart / 2 : 0) +
    (SMALL_START.test(text) ? costs.textSmallStart : 0) +
    (begins ? costs.beginner : startsInside(others.slice(0, 3), hints) ? costs.beginnerLater : 0)
  )
}

/** Whether a line breaks off: a cell ends so only where a page does. */
export function breaksOff({ text, words }: Line, hints: TableHints): boolean {
  return HYPHEN_END.test(text) || hints.cannotEnd.has(words.at(-1)?.text ?? '')
}

/** Cost of a cell ending with this line. */
export function endCost(line: Line, role: CellRole, hints: TableHints): number {
  const { costs } = hints
  if (breaksOff(line, hints)) return costs.brokenOff
  if (hints.wantsName.has(line.words.at(-1)?.text ?? '')) return costs.wantsName
  if (role !== 'text' && line.text.endsWith(':')) return costs.danglingColon
  if (/[,(/]$/u.test(line.text)) return costs.danglingComma
  if (role === 'contact') return /(?:^|\s)\p{Ll}+$/u.test(line.text) ? costs.contactSmallEnd : 0
  return role === 'text' && !SENTENCE_END.test(line.text) ? costs.openSentenceEnd : 0
}

/** A description often begins by repeating the name: `Lesecafé Im Lesecafé treffen sich …`. */
function repetition([left, right]: LineReading, hints: TableHints): number {
  if (left?.role !== 'name' || right?.role !== 'text') return 0
  return repeats(left.line.text, right.line.text) ? hints.costs.repeatedName : 0
}

/** Words at a text's beginning among which the name is looked for. */
const OPENING = 6

/** Whether a text's beginning takes up a word of the name. */
export function repeats(name: string, text: string): boolean {
  const stems = wordStems(name)
  return wordStems(text.split(/\s+/u).slice(0, OPENING).join(' ')).some((stem) => stems.includes(stem))
}

/** Letters by which two words count as forms of one. */
const STEM = 6

/** Beginnings of the words that mean something: long ones, and abbreviations in capitals. */
function wordStems(text: string): readonly string[] {
  const words = text.match(/[\p{L}_]{4,}|(?<![\p{L}_])\p{Lu}{2,}(?![\p{L}_])/gu) ?? []
  return words.map((word) => word.toLowerCase().slice(0, STEM))
}
