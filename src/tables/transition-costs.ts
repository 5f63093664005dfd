import { earlyEndCost } from './early-end-cost.ts'
import { type CellRole, type LinePart, ROLE_ORDER } from './line-readings.ts'
import { breaksOff, type ColumnWidths, endCost, repeats, startCost } from './reading-costs.ts'
import type { TableHints } from './table-hints.ts'

/** What happens between two consecutive lines of a flowed table. */
export type StepKind = 'continue' | 'next-cell' | 'next-row' | 'resume'

/** Where a step is taken. */
export interface StepPlace {
  /** A page or a repeated header row ends between the lines. */
  readonly pageBreak: boolean
  /**
   * Distance between baselines, as a multiple of the usual one: below 1 the lines stand tight, from 2 on an empty
   * paragraph is between.
   */
  readonly gap: number
  /** Cells have an empty paragraph between them in this text. */
  readonly cellsApart: boolean
  /** A list goes on here: one of the last lines began with a marker. */
  readonly inList: boolean
  /** The cell above has begun with the line above. */
  readonly begun: boolean
  /** The row has had a contact. */
  readonly hasContact: boolean
  /** Cell of the row that broke off in the middle, so that a page must end before the row does. */
  readonly torn: CellRole | null
}

export interface Step {
  readonly kind: StepKind
  readonly cost: number
  /** Cell of the row that is still broken off after the step. */
  readonly torn: CellRole | null
}

/** The steps from one part to the next that are possible, with their costs. */
export function possibleSteps(
  above: LinePart,
  below: LinePart,
  place: StepPlace,
  widths: ColumnWidths,
  hints: TableHints,
): readonly Step[] {
  const { pageBreak, torn } = place
  const steps: Step[] = []
  if (above.role === below.role && !pageBreak) {
    steps.push({ kind: 'continue', cost: continueCost(above, below, place, widths, hints), torn })
  }
  if (rank(below.role) > rank(above.role) && !pageBreak) steps.push(nextCell(above, below, place, widths, hints))
  if (below.role === 'name') steps.push({ kind: 'next-row', cost: nextRowCost(above, below, place, hints), torn: null })
  if (pageBreak) steps.push(resume(above, below, place, hints))
  return steps
}

/** Cost of the table ending with this part. */
export function finishCost(last: LinePart, torn: CellRole | null, hints: TableHints): number {
  const { costs } = hints
  const missing = last.role === 'name' ? costs.missingText : 0
  return missing + endCost(last.line, last.role, hints) + (torn === null ? 0 : costs.tearUnmended)
}

function rank(role: CellRole): number {
  return ROLE_ORDER.indexOf(role)
}

function continueCost(
  above: LinePart,
  below: LinePart,
  place: StepPlace,
  widths: ColumnWidths,
  hints: TableHints,
): number {
  const { costs } = hints
  const empty = place.gap >= EMPTY_BETWEEN
  const early = earlyEndCost(above, below, place.inList, widths, hints)
  if (above.role === 'contact') return contactGoesOnCost(above, below, empty, hints)
  const line = above.role === 'name' ? costs.nameLine : 0
  // Above an empty paragraph a line may well be short.
  return line + (empty ? (above.role === 'name' ? costs.emptyInName : costs.emptyInText) + early * 0.7 : early)
}

/** Distance between baselines, as a multiple of the usual one, that shows an empty paragraph. */
export const EMPTY_BETWEEN = 1.7

function contactGoesOnCost(above: LinePart, below: LinePart, empty: boolean, hints: TableHints): number {
  const { costs } = hints
  const plain = hints.contactLikeness(below.line.text) === 0
  const gap = empty ? (plain ? costs.plainAfterEmpty : costs.emptyInContact) : 0
  const complete =
    hints.contactLikeness(below.line.text) < 2 &&
    !breaksOff(above.line, hints) &&
    hints.contactLikeness(above.line.text) === 2 &&
    !above.line.text.endsWith(':')
  const reference = hints.isReference(above.line.text) ? costs.afterReference : 0
  const begins = plain && below.line.words[0] !== undefined && hints.isCapitalisedForStart(below.line.words[0].text)
  return gap + reference + (complete ? costs.afterAddress : 0) + (begins ? costs.beginnerInContact : 0)
}

/** A text seldom ends with a paragraph of one or two words: they may be the beginning of the next cell. */
function strayEndCost({ role, line }: LinePart, { begun, inList }: StepPlace, { costs }: TableHints): number {
  return role === 'text' && !begun && !inList && line.words.length <= 2 && !/[.!?]$/u.test(line.text)
    ? costs.strayEnd
    : 0
}

/** Share of its column that a line fills where a page tears its cell. */
const FULL_LINE = 0.75

function nextCell(above: LinePart, below: LinePart, place: StepPlace, widths: ColumnWidths, hints: TableHints): Step {
  const { costs } = hints
  const skipped = above.role === 'name' && below.role === 'contact' ? costs.skippedText : 0
  const repetition =
    above.role === 'name' && below.role === 'text' && repeats(above.line.text, below.line.text) ? costs.repeatedName : 0
  const full = above.line.box.x1 - above.line.box.x0 > FULL_LINE * widths[above.role]
  const tears = above.role !== 'contact' && place.torn === null && full && breaksOff(above.line, hints)
  const end = tears ? costs.tear : endCost(above.line, above.role, hints) + strayEndCost(above, place, hints)
  return {
    kind: 'next-cell',
    cost: skipped + repetition + closeCost(place, hints) + end + startCost(below, hints),
    torn: tears ? above.role : place.torn,
  }
}

function nextRowCost(above: LinePart, below: LinePart, place: StepPlace, hints: TableHints): number {
  const { costs } = hints
  const missing =
    above.role === 'name' ? costs.missingText : above.role === 'text' && !place.hasContact ? costs.missingContact : 0
  const unlikely = missing > 0 && hints.contactLikeness(below.line.text) >= 1 ? costs.contactLikeName : 0
  const scanty = above.role === 'text' && place.begun && above.line.words.length <= 2 ? costs.scantyText : 0
  const turn = place.pageBreak ? costs.pageTurn : 0
  const torn = place.torn === null ? 0 : costs.tearUnmended
  return (
    missing +
    unlikely +
    scanty +
    turn +
    torn +
    closeCost(place, hints) +
    endCost(above.line, above.role, hints) +
    startCost(below, hints)
  )
}

/** Lines that stand closer together than others are in one cell, and so are those that nothing parts where cells are apart. */
function closeCost({ pageBreak, gap, cellsApart }: StepPlace, { costs }: TableHints): number {
  if (pageBreak) return 0
  const tight = gap < 0.95 ? costs.tight : 0
  return tight + (cellsApart && gap < EMPTY_BETWEEN ? costs.unparted : 0)
}

/** The row goes on over a page, in whichever cell; one that broke off before goes on there. */
function resume(above: LinePart, below: LinePart, place: StepPlace, hints: TableHints): Step {
  const { costs } = hints
  if (below.role === 'name') return { kind: 'resume', cost: costs.resumeName, torn: place.torn }
  const torn = place.torn ?? (breaksOff(above.line, hints) ? above.role : null)
  const passed = torn !== null && rank(torn) < rank(below.role)
  const mended = torn === below.role
  const skipped = above.role === 'name' && below.role === 'contact' ? costs.skippedText : 0
  const anew =
    above.role === below.role && /[.!?][“”"’)\]]*$/u.test(above.line.text) && /^[„“"'(]*\p{Lu}/u.test(below.line.text)
  const tear = passed ? costs.tearUnmended : mended ? costs.tearMended : 0
  return {
    kind: 'resume',
    cost: costs.resume + skipped + tear + (anew ? costs.sentenceAfterSentence : 0),
    torn: mended || passed ? null : torn,
  }
}
