import { type CellRole, type LinePart, ROLE_ORDER } from './line-readings.ts'
import { type ColumnWidths, endCost, repeats, startCost, type TableHints } from './reading-costs.ts'

/** What happens between two consecutive lines of a flowed table. */
export type Step = 'continue' | 'next-cell' | 'next-row' | 'resume'

/** Where the step is taken. */
export interface StepPlace {
  /** A page or a repeated header row ends between the lines. */
  readonly pageBreak: boolean
  /** Distance between baselines, as a multiple of the usual one: below 1 the lines stand tight, from 2 on an empty paragraph is between. */
  readonly gap: number
  /** The cell above has begun with the line above. */
  readonly begun: boolean
  /** The row has had a contact on an earlier page. */
  readonly hasContact: boolean
}

/** The step from one part to the next, with its cost; the cheapest where several are possible. */
export function stepCost(
  above: LinePart,
  below: LinePart,
  place: StepPlace,
  widths: ColumnWidths,
  hints: TableHints,
): { step: Step; cost: number } {
  const steps: { step: Step; cost: number }[] = []
  if (above.role === below.role && !place.pageBreak) steps.push({ step: 'continue', cost: continueCost(above, below, place, widths, hints) })
  if (rank(below.role) > rank(above.role) && !place.pageBreak) steps.push({ step: 'next-cell', cost: nextCellCost(above, below, place, hints) })
  if (below.role === 'name') steps.push({ step: 'next-row', cost: nextRowCost(above, below, place, hints) })
  if (place.pageBreak) steps.push({ step: 'resume', cost: resumeCost(above, below) })
  return steps.reduce((best, other) => (other.cost < best.cost ? other : best), { step: 'continue', cost: Number.POSITIVE_INFINITY })
}

function rank(role: CellRole): number {
  return ROLE_ORDER.indexOf(role)
}

function continueCost(above: LinePart, below: LinePart, place: StepPlace, widths: ColumnWidths, hints: TableHints): number {
  const empty = place.gap >= 1.7 ? { name: 2.5, text: 0.6, contact: hints.contactLikeness(below.line.text) === 0 ? 1.1 : 0.8 }[above.role] : 0
  // Above an empty paragraph a line may well be short.
  const long = above.role === 'name' ? NAME_LINE : 0
  const complete = above.role === 'contact' && hints.contactLikeness(above.line.text) === 2 && hints.contactLikeness(below.line.text) === 0 ? AFTER_ADDRESS : 0
  return empty + long + complete + earlyEndCost(above, below, widths, hints) * (place.gap >= 1.7 ? 0.7 : 1)
}

/** Cost of each further line of a name: names are short. */
const NAME_LINE = 0.35

/** Cost of a contact going on with plain words after an address or a number, which mostly ends it. */
const AFTER_ADDRESS = 0.5

/** Share of a column that may stay empty behind a line that ends in a hyphen: a syllable of a long word. */
const HYPHEN_ROOM = 0.25

/** A line that ends although the next word would have fitted must have been ended on purpose. */
function earlyEndCost(above: LinePart, below: LinePart, widths: ColumnWidths, hints: TableHints): number {
  if (above.role === 'contact') return 0
  const word = below.line.words[0]
  if (word === undefined) return 0
  const width = widths[above.role]
  const left = width - (above.line.box.x1 - above.line.box.x0)
  if (/[-\u00AD\u2010]$/u.test(above.line.text)) return Math.max(0, left / width - HYPHEN_ROOM) * 8
  const share = (left - above.line.size * 0.28 - (word.box.x1 - word.box.x0)) / width
  if (share <= 0.05) return 0
  if (above.role === 'name') return /^\p{Ll}/u.test(below.line.text) ? 0.5 : 1 + share
  if (/[.!?:][“”"’)\]]*$/u.test(above.line.text) || hints.hasMarker(below.line.text)) return 0.3
  if (/^\d+ \p{L}/u.test(below.line.text)) return 1
  return /^\p{Ll}/u.test(below.line.text) ? 0.3 + 2 * share : 1 + 6 * share
}

function nextCellCost(above: LinePart, below: LinePart, place: StepPlace, hints: TableHints): number {
  const skipped = above.role === 'name' && below.role === 'contact' ? 3 : 0
  const repetition = above.role === 'name' && below.role === 'text' && repeats(above.line.text, below.line.text) ? -1 : 0
  return skipped + repetition + tightCost(place) + endCost(above.line, above.role, hints) + startCost(below, hints)
}

function nextRowCost(above: LinePart, below: LinePart, place: StepPlace, hints: TableHints): number {
  const missing = above.role === 'name' ? 5 : above.role === 'text' && !place.hasContact ? 1.2 : 0
  const unlikely = missing > 0 && hints.contactLikeness(below.line.text) >= 1 ? 1.5 : 0
  const turn = place.pageBreak ? 0.3 : 0
  const scanty = above.role === 'text' && place.begun && above.line.words.length <= 2 ? 2.5 : 0
  return missing + unlikely + scanty + turn + tightCost(place) + endCost(above.line, above.role, hints) + startCost(below, hints)
}

/** Lines that stand closer together than others are in one cell. */
function tightCost(place: StepPlace): number {
  return !place.pageBreak && place.gap < 0.95 ? 3 : 0
}

/** The row goes on over a page, in whichever cell. */
function resumeCost(above: LinePart, below: LinePart): number {
  const sameCell = above.role === below.role
  const ended = /[.!?][“”"’)\]]*$/u.test(above.line.text)
  const hyphen = /\p{L}[-\u00AD\u2010]$/u.test(above.line.text)
  const anew = /^[„“"'(]*\p{Lu}/u.test(below.line.text)
  if (below.role === 'name') return 4
  const skipped = above.role === 'name' && below.role === 'contact' ? 3 : 0
  return 0.8 + skipped + (sameCell && ended && anew ? 0.4 : 0) + (sameCell && hyphen && !anew ? -1 : 0)
}
