import type { Drawing } from './drawing.ts'
import type { PdfFont } from './pdf-font.ts'
import { isBlank } from './glyph-text.ts'

/** How the glyphs of one show operator are set. Lengths are points as displayed. */
export interface Pen {
  /** Where the operator begins. */
  readonly x: number
  readonly y: number
  /** Unit vector in which the text runs. */
  readonly alongX: number
  readonly alongY: number
  /** Unit vector to the upper side of the glyphs. */
  readonly upX: number
  readonly upY: number
  /** Distance of the baseline from the page's origin, across the text. */
  readonly across: number
  readonly size: number
  /** Width of one em: the size with the horizontal scale. */
  readonly em: number
  readonly font: PdfFont
  /** The rendering mode leaves no ink. */
  readonly hidden: boolean
  readonly markedContent: string | null
}

/** Glyphs that touch, in one font on one baseline. Positions are measured along the text, from the page's origin. */
export interface GlyphRun {
  readonly pen: Pen
  readonly start: number
  text: string
  /** Left edge of each UTF-16 unit of `text`. */
  readonly edges: number[]
  /** Right edge of the last glyph. */
  inkEnd: number
  /** Where a glyph that follows directly would begin. */
  end: number
}

/** A glyph put down: its characters, where it begins and ends, and where the next would begin. */
export interface PlacedGlyph {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly next: number
}

// Parts of an em. A gap within one operator is kerning up to the first value and a column or word gap beyond it.
const WIDEST_KERNING = 0.2
const FARTHEST_STEP_BACK = 0.3
// Glyphs set by operators of their own must meet more closely to be one run.
const WIDEST_JOINT = 0.1
const DEEPEST_OVERLAP = 0.15
const SAME_BASELINE = 0.02

/**
 * Puts a glyph at the end of the open run, or opens a new run for it.
 * @param first whether it is the first glyph of its operator
 */
export function addGlyph(drawing: Drawing, pen: Pen, glyph: PlacedGlyph, first: boolean): void {
  const { openRun } = drawing
  const goesOn = openRun !== null && (first ? joins(openRun, pen, glyph) : followsOn(openRun, pen, glyph))
  if (goesOn) {
    extend(openRun, glyph)
    return
  }
  const run = { pen, start: glyph.from, text: '', edges: [], inkEnd: glyph.to, end: glyph.next }
  extend(run, glyph)
  drawing.openRun = run
  drawing.runs.push(run)
}

function extend(run: GlyphRun, { text, from, to, next }: PlacedGlyph): void {
  const width = (to - from) / text.length
  const { edges } = run
  // The legacy build of PDF.js replaces `Array.prototype.push` by a slow one; this is done once per glyph.
  for (let unit = 0; unit < text.length; unit += 1) edges[edges.length] = from + unit * width
  run.text += text
  run.inkEnd = to
  run.end = next
}

/** `T e x t` set glyph by glyph, or a word that goes on after a change of colour. */
function joins(run: GlyphRun, pen: Pen, { from }: PlacedGlyph): boolean {
  const { pen: before } = run
  const alike =
    before.font === pen.font &&
    before.hidden === pen.hidden &&
    before.markedContent === pen.markedContent &&
    Math.abs(before.size - pen.size) < 0.01 * pen.size &&
    Math.abs(before.em - pen.em) < 0.01 * pen.em &&
    Math.abs(before.alongX - pen.alongX) + Math.abs(before.alongY - pen.alongY) < 0.001 &&
    Math.abs(before.across - pen.across) < SAME_BASELINE * pen.size
  if (!alike) return false
  return touches(from - run.end, pen.em) || touches(from - run.inkEnd, pen.em)
}

function touches(gap: number, em: number): boolean {
  return gap > -DEEPEST_OVERLAP * em && gap < WIDEST_JOINT * em
}

function followsOn(run: GlyphRun, { em }: Pen, { text, from }: PlacedGlyph): boolean {
  const gap = from - run.end
  if (gap < -FARTHEST_STEP_BACK * em) return false
  return gap <= WIDEST_KERNING * em || isBlank(text[0]) || isBlank(run.text.at(-1))
}
