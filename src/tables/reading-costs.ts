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

/** A reading of a line with what it costs whatever the widths of the columns are. */
export interface PricedReading {
  readonly parts: LineReading
  readonly cost: number
  /** Width of each part in points, and the most that sticking out of its column may cost. */
  readonly extents: readonly { readonly role: CellRole; readonly width: number; readonly mostCost: number }[]
}

/** Prices a reading by what its parts look like and how they begin and end. */
export function priceReading(parts: LineReading, hints: TableHints): PricedReading {
  const { costs } = hints
  const shared = parts.length > 1 ? costs.sharedLine : 0
  const skipped = parts[0]?.role === 'name' && parts[1]?.role === 'contact' ? costs.skippedText : 0
  const looks = parts.reduce((sum, part) => sum + looksCost(part, hints), 0)
  const starts = parts.slice(1).reduce((sum, part) => sum + startCost(part, hints), 0)
  const ends = parts.slice(0, -1).reduce((sum, part) => sum + endCost(part.line, part.role, hints), 0)
  return {
    parts,
    cost: shared + skipped + looks + starts + ends + repetition(parts, hints),
    extents: parts.map(({ role, line }) => ({
      role,
      width: line.box.x1 - line.box.x0,
      mostCost: mostOverflowCost(role, line, hints),
    })),
  }
}

/** Overflow, as a share of the column, that the uncertainty of widths explains. */
const TOLERANCE = 0.08

/** Cost of a reading's parts sticking out of their columns. */
export function overflowCost({ extents }: PricedReading, widths: ColumnWidths, { costs }: TableHints): number {
  let cost = 0
  for (const { role, width, mostCost } of extents) {
    const overflow = width / widths[role] - 1 - TOLERANCE
    if (overflow > 0) cost += Math.min(mostCost, overflow * costs.columnOverflow)
  }
  return cost
}

/** The most that a forgiven overflow costs. */
const FORGIVEN = 1.5

/** Words that a contact which sticks out may have: some rows are set wider. */
const CONTACT_WORDS = 6

/** One word cannot be broken, and a plain contact may stick out a little. */
function mostOverflowCost(role: CellRole, line: Line, hints: TableHints): number {
  if (line.words.length === 1) return FORGIVEN
  const contact = role === 'contact' && line.words.length <= CONTACT_WORDS && hints.contactLikeness(line.text) >= 1
  return contact ? FORGIVEN : Number.POSITIVE_INFINITY
}

function looksCost({ role, line }: LinePart, hints: TableHints): number {
  const { costs } = hints
  const marker = role !== 'text' && hints.hasMarker(line.text) ? costs.markerOutsideText : 0
  const inside =
    role === 'text'
      ? hints.endsInContact(line.text)
        ? costs.contactAtEndOfText
        : 0
      : startsInside(line.words.slice(1), hints)
        ? costs.beginnerInside
        : 0
  return marker + inside + likenessCost(role, line, hints)
}

/** Words of a contact's line that may look like nothing in particular; more are more and more like running text. */
const PLAIN_WORDS = 2

function likenessCost(role: CellRole, line: Line, { costs, contactLikeness }: TableHints): number {
  const likeness = contactLikeness(line.text)
  if (role === 'contact') {
    if (likeness >= 1) return likeness >= 2 ? costs.contactIsOne : 0
    return costs.contactIsPlain * Math.max(1, line.words.length - PLAIN_WORDS)
  }
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
