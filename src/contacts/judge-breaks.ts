import type { Line } from '../layout/line.ts'
import type { ContactRules } from '../rules/contact-rules.ts'
import type { ContactContext } from './parsed-contact.ts'
import { unitStrength } from './unit-head.ts'

/** `soft`: the text goes on. `hard`: something ends here. `open`: nothing is known. */
export type LineBreak = 'soft' | 'hard' | 'open'

/** A distance of baselines larger than the usual one by this factor sets paragraphs apart. */
const GAP = 1.06
/** A gap up to this factor is the space between paragraphs; a larger one is an empty line and says nothing about the others. */
const PARAGRAPH_GAP = 1.5
/** Blank between two words, as a multiple of the font size. */
const BLANK = 0.3
/** Room that must be left in the column besides the word, as a share of its width; the column may be that of one long address. */
const CLEAR_ROOM = 0.25

interface Meeting {
  readonly above: Line
  readonly below: Line
  /** Distance of the baselines by the usual one; null between pages. */
  readonly gap: number | null
}

/**
 * Judges each line end of a cell. Lines of a cell are wrapped lines of paragraphs, or lines the author ended, or both
 * (a document that was typeset again keeps the line ends of the first setting and adds its own):
 *
 *     Amt für Kultur und        soft: `und` wants a word
 *     Begegnung                 hard: `Haus` would have fitted
 *     Haus am                   soft
 *     Anger
 *
 * @returns one judgement per pair of consecutive lines
 */
export function judgeBreaks(
  lines: readonly Line[],
  context: ContactContext,
  rules: ContactRules,
): readonly LineBreak[] {
  const meetings = meet(lines, context.linePitch)
  const spaced = meetings.some(({ gap }) => gap !== null && gap > GAP && gap <= PARAGRAPH_GAP)
  const widest = Math.max(...lines.filter((line) => !isAddressLine(line)).map((line) => line.box.x1))
  const left = Math.min(...lines.map((line) => line.box.x0))
  const clear = context.columnRight - (context.columnRight - left) * CLEAR_ROOM
  const fits = (meeting: Meeting): boolean => leavesRoom(meeting, Math.max(widest, clear))
  const wrappedTwice = meetings.some((meeting) => goesOn(meeting, rules) && leavesRoom(meeting, widest))
  return meetings.map((meeting) => {
    if (cannotEnd(meeting.above, rules)) return 'soft'
    if (meeting.gap !== null && meeting.gap > GAP) return 'hard'
    if (startsSmall(meeting.below) || meeting.above.text.endsWith(',')) return 'soft'
    const strength = unitStrength(meeting.below.text, rules)
    if (strength === 'head') return 'hard'
    if (endsInAdjective(meeting.above, rules)) return 'soft'
    if (strength === 'compound' && !(spaced && meeting.gap !== null)) return 'hard'
    return !wrappedTwice && fits(meeting) ? 'hard' : 'open'
  })
}

function meet(lines: readonly Line[], linePitch: number | undefined): readonly Meeting[] {
  const pairs = lines.slice(1).map((below, index) => ({ above: lines[index] ?? below, below }))
  const pitches = pairs.map(({ above, below }) => (above.page === below.page ? below.baseline - above.baseline : null))
  const usual = linePitch ?? Math.min(...pitches.filter((pitch) => pitch !== null && pitch > 0).map(Number))
  return pairs.map((pair, index) => {
    const pitch = pitches[index] ?? null
    return { ...pair, gap: pitch === null || !Number.isFinite(usual) ? null : pitch / usual }
  })
}

/** Only certain continuations count here, since one of them with room before it makes all room meaningless. */
function goesOn({ above, below }: Meeting, rules: ContactRules): boolean {
  if (isAddressLine(above) || isAddressLine(below)) return false
  return (
    startsSmall(below) ||
    cannotEnd(above, rules) ||
    (above.text.endsWith(',') && unitStrength(below.text, rules) === null)
  )
}

function cannotEnd(line: Line, rules: ContactRules): boolean {
  const last = line.words.at(-1)?.text ?? ''
  return rules.openEndings.has(last) || /[\p{L}\p{N}/(&][-\u00AD\u2010]$|[/(&–]$/u.test(last)
}

function startsSmall(line: Line): boolean {
  return /^["„“»'(]*\p{Ll}/u.test(line.text)
}

function endsInAdjective(line: Line, rules: ContactRules): boolean {
  const last = line.words.at(-1)?.text ?? ''
  return rules.adjectives.some((expression) => expression.test(last))
}

function leavesRoom({ above, below }: Meeting, right: number): boolean {
  const word = below.words[0]
  if (word === undefined) return false
  return above.box.x1 + above.size * BLANK + (word.box.x1 - word.box.x0) <= right
}

function isAddressLine(line: Line): boolean {
  return line.words.some((word) => /@|:\/\/|^www\./u.test(word.text))
}
