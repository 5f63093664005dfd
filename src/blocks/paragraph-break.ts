import type { Line } from '../layout/line.ts'
import { isInPixels, leastGap } from '../layout/line-distance.ts'
import type { CompiledTextRules } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'

/** What is known about the column that two lines stand in. */
export interface ColumnFlow {
  readonly layout: 'placed' | 'flowed'
  /** x up to which the column's text reaches. */
  readonly right: number
  /** Usual distance between baselines, as a multiple of the font size. */
  readonly pitch: number
  /** Paragraphs of this kind of text are set apart by gaps, so that a missing gap says something. */
  readonly spaced: boolean
  /** The tags of a tagged PDF tell paragraphs of this kind of text apart, and what is printed does not belie them. */
  readonly tagged: boolean
}

/** Share of a column that is left empty behind a line that nobody would call full. */
const SHORT_LINE = 0.4

/** Weights of what speaks for (positive) and against (negative) a paragraph's end between two lines. */
const WEIGHT = {
  /** Most lines of a text go on, where gaps do not tell. */
  prior: -1,
  gap: 6,
  sameBlock: -3,
  otherBlock: 3,
  noGap: -6,
  emptyParagraph: 4,
  tight: -0.5,
  shortLine: 5,
  wouldFitClearly: 2.5,
  wouldFit: 1,
  mightNotFit: -1,
  wouldNotFit: -2.5,
  hyphen: -8,
  sentenceEnd: 1.5,
  openEnd: -2,
  smallEnd: -3,
  nounMeetsNoun: 1.5,
  cannotEnd: -5,
  lowerStart: -3,
  capitalStart: 0.5,
  runInHead: 2.5,
  addressAlone: 4.5,
} as const

const SENTENCE_END = /[.!?:…][“”"’)\]]*$/u
const OPEN_END = /[,–/|&(]$/u
const SMALL_END = /(?:^|\s)\p{Ll}+$/u
const NOUN_END = /(?:^|\s)\p{Lu}[\p{L}-]+[)“”"]?$/u
const NOUN_START = /^\p{Lu}[\p{L}-]{3,}/u
const HYPHEN_END = /[\p{L}\p{N}][-\u00AD\u2010]$/u
const LOWER_START = /^[„“"'(]*\p{Ll}/u
const CAPITAL_START = /^[„“"'(]*\p{Lu}/u
const RUN_IN_HEAD = /^\p{Lu}[^\s:.]*(?: [^\s:.]+){0,5}:(?:\s|$)/u
const ADDRESS_LINE = /^(?:https?:\/\/|www\.)\S+$/u

/**
 * Weighs whether a paragraph ends between two consecutive lines of a column. Above zero it does.
 *
 * A gap decides where the layout sets paragraphs apart. Elsewhere the line itself tells: a line after which the next
 * word would clearly have fitted was ended on purpose.
 */
export function paragraphBreak(
  above: Line,
  below: Line,
  flow: ColumnFlow,
  rules: CompiledTextRules,
  settings: Settings,
): number {
  return (
    gapWeight(above, below, flow, settings) +
    tagWeight(above, below, flow) +
    fitWeight(above, below, flow, settings) +
    endWeight(above.text, rules) +
    startWeight(above.text, below.text) +
    nounWeight(above.text, below.text, rules)
  )
}

/** Tags are evidence, not proof: generators tag lines as paragraphs, and rows as one. */
function tagWeight(above: Line, below: Line, { tagged }: ColumnFlow): number {
  const isSame = tagged && above.page === below.page ? inSameBlock(above, below) : null
  return isSame === null ? 0 : isSame ? WEIGHT.sameBlock : WEIGHT.otherBlock
}

/** Whether two lines are tagged to be of one paragraph; null where one of them is not tagged. */
export function inSameBlock(above: Line, below: Line): boolean | null {
  const [end, start] = [above.words.at(-1)?.block ?? null, below.words[0]?.block ?? null]
  return end === null || start === null ? null : end === start
}

/** Whether a word that one line breaks off goes on in the next: tags that set these apart are wrong. */
export function cutsWord(above: Line, below: Line): boolean {
  return HYPHEN_END.test(above.text) && LOWER_START.test(below.text)
}

function gapWeight(above: Line, below: Line, flow: ColumnFlow, settings: Settings): number {
  if (above.page !== below.page) return 0
  const size = Math.max(above.size, below.size)
  const distance = below.baseline - above.baseline
  if (flow.layout === 'flowed') {
    const pitch = distance / size
    if (pitch > flow.pitch * 1.5) return WEIGHT.emptyParagraph
    return WEIGHT.prior + (pitch < flow.pitch * 0.9 ? WEIGHT.tight : 0)
  }
  if (isGap(distance, flow.pitch * size, settings)) return WEIGHT.gap
  return flow.spaced ? WEIGHT.noGap : 0
}

/**
 * Whether a distance between baselines is wider than that of lines in one paragraph.
 *
 * @param distance in points
 * @param pitch usual distance of the lines of a paragraph, in points
 */
export function isGap(distance: number, pitch: number, settings: Settings): boolean {
  return distance > (isInPixels(distance) ? leastGap(pitch, settings.paragraphGap) : pitch * settings.paragraphGap)
}

function fitWeight(above: Line, below: Line, flow: ColumnFlow, settings: Settings): number {
  const first = below.words[0]
  if (first === undefined) return 0
  const blank = above.size * 0.28
  const room = flow.right - above.box.x1 - blank - (first.box.x1 - first.box.x0)
  const share = room / (flow.right - Math.min(above.box.x0, below.box.x0))
  // Widths of flowed text are estimated from generic metrics: they may be off by some percent either way.
  const clear = flow.layout === 'flowed' ? settings.clearRoom * 1.8 : settings.clearRoom
  if (share > SHORT_LINE) return WEIGHT.shortLine
  if (share > clear) return WEIGHT.wouldFitClearly
  if (share > clear * 0.5) return WEIGHT.wouldFit
  if (share > 0) return 0
  return flow.layout === 'flowed' && share > -settings.clearRoom * 0.5 ? WEIGHT.mightNotFit : WEIGHT.wouldNotFit
}

function endWeight(text: string, rules: CompiledTextRules): number {
  const lastWord = text.slice(text.lastIndexOf(' ') + 1)
  if (HYPHEN_END.test(text)) return WEIGHT.hyphen
  if (rules.cannotEnd.has(lastWord)) return WEIGHT.cannotEnd
  if (SENTENCE_END.test(text)) return WEIGHT.sentenceEnd
  if (SMALL_END.test(text)) return WEIGHT.smallEnd
  return OPEN_END.test(text) ? WEIGHT.openEnd : 0
}

function startWeight(above: string, below: string): number {
  if (ADDRESS_LINE.test(below) || ADDRESS_LINE.test(above)) return WEIGHT.addressAlone
  if (LOWER_START.test(below)) return WEIGHT.lowerStart
  if (RUN_IN_HEAD.test(below)) return WEIGHT.runInHead
  return CAPITAL_START.test(below) ? WEIGHT.capitalStart : 0
}

/** Two nouns meet without a word between them: where nothing else is known, something ends in front of the second. */
function nounWeight(above: string, below: string, rules: CompiledTextRules): number {
  const lastWord = above.slice(above.lastIndexOf(' ') + 1)
  const meets = NOUN_END.test(above) && NOUN_START.test(below) && !rules.cannotEnd.has(lastWord)
  return meets ? WEIGHT.nounMeetsNoun : 0
}
