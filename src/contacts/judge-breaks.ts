import { isInPixels, leastGap } from '../layout/line-distance.ts'
import type { Line } from '../layout/line.ts'
import type { ContactRules } from '../rules/contact-rules.ts'
import { isGivenName, nameStretches } from './name-words.ts'
import type { ContactContext } from './parsed-contact.ts'
import { trimEndOf } from './trim-characters.ts'
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
  /** Last word of `above` as the joined text has it: `Abteilung` of `Abtei-⏎lung`. */
  readonly ending: string
  /** The word before it, where that is on the same line or the last one goes over two. */
  readonly beforeEnding: string | null
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
 * @param endings the last two words of each line as the joined text has them
 * @returns one judgement per pair of consecutive lines
 */
export function judgeBreaks(
  lines: readonly Line[],
  endings: readonly string[],
  context: ContactContext,
  rules: ContactRules,
): readonly LineBreak[] {
  const meetings = meet(lines, endings, context.linePitch, rules)
  const spaced = meetings.some(({ gap }) => gap !== null && gap > GAP && gap <= PARAGRAPH_GAP)
  const widest = Math.max(...lines.filter((line) => !isAddressLine(line)).map((line) => line.box.x1))
  const left = Math.min(...lines.map((line) => line.box.x0))
  const clear = context.columnRight - (context.columnRight - left) * CLEAR_ROOM
  const fits = (meeting: Meeting): boolean => leavesRoom(meeting, Math.max(widest, clear))
  const wrappedTwice = meetings.some((meeting) => goesOn(meeting, rules) && leavesRoom(meeting, widest))
  const judged: LineBreak[] = []
  for (const meeting of meetings) {
    const continues = judged.at(-1) === 'soft'
    judged.push(judge(meeting, { rules, spaced, continues, ends: !wrappedTwice && fits(meeting) }))
  }
  return judged
}

interface Evidence {
  readonly rules: ContactRules
  /** Paragraphs of the cell are set apart by gaps. */
  readonly spaced: boolean
  /** The line above goes on from the line before it. */
  readonly continues: boolean
  /** The next word would have fitted on the line above. */
  readonly ends: boolean
}

function judge(meeting: Meeting, { rules, spaced, continues, ends }: Evidence): LineBreak {
  const { above, below, gap } = meeting
  if (cannotEnd(meeting, rules)) return 'soft'
  if (gap !== null && gap > GAP) return 'hard'
  if (startsSmall(below) || startsWithLegalForm(below, rules) || above.text.endsWith(',')) return 'soft'
  if (!continues && holdsOnlyAdjectives(meeting, rules)) return 'soft'
  const strength = unitStrength(below.text, rules)
  if (strength === 'head') return 'hard'
  if (isAdjective(meeting.ending, rules)) return 'open'
  if (strength === 'compound' && !(spaced && gap !== null)) return 'hard'
  return ends && !wantsFamilyName(meeting, rules) && !belongsAbove(below) ? 'hard' : 'open'
}

function meet(
  lines: readonly Line[],
  endings: readonly string[],
  linePitch: number | undefined,
  rules: ContactRules,
): readonly Meeting[] {
  const pairs = lines.slice(1).map((below, index) => {
    const above = lines[index] ?? below
    const pitch = above.page === below.page ? below.baseline - above.baseline : null
    const [ending = '', previous] = (endings[index] ?? '').split(' ').reverse()
    const onlyWord = above.words.length === 1 && above.words[0]?.text === ending
    return { above, below, ending, beforeEnding: onlyWord ? null : (previous ?? null), pitch }
  })
  const usual = usualPitch(pairs, linePitch, rules)
  return pairs.map((pair) => ({
    ...pair,
    gap: pair.pitch === null || usual === null ? null : gapOf(pair.pitch, usual),
  }))
}

/** A distance by the usual one; 1 where it differs by what rounding to whole pixels makes of that. */
function gapOf(distance: number, usual: number): number {
  return isInPixels(distance) && distance > usual && distance <= leastGap(usual, GAP) ? 1 : distance / usual
}

/** Distance of lines of one paragraph; where even those that certainly go on stand further apart, theirs. */
function usualPitch(
  pairs: readonly (Omit<Meeting, 'gap'> & { readonly pitch: number | null })[],
  linePitch: number | undefined,
  rules: ContactRules,
): number | null {
  const smallest = (some: typeof pairs): number =>
    Math.min(...some.flatMap(({ pitch }) => (pitch !== null && pitch > 0 ? [pitch] : [])))
  const usual = linePitch ?? smallest(pairs)
  const certain = smallest(pairs.filter((pair) => !isAddressLine(pair.above) && cannotEnd(pair, rules)))
  const pitch = Number.isFinite(certain) ? Math.max(usual, certain) : usual
  return Number.isFinite(pitch) ? pitch : null
}

/** Only certain continuations count here, since one of them with room before it makes all room meaningless. */
function goesOn(meeting: Meeting, rules: ContactRules): boolean {
  const { above, below } = meeting
  if (isAddressLine(above) || isAddressLine(below)) return false
  return (
    startsSmall(below) ||
    startsWithLegalForm(below, rules) ||
    cannotEnd(meeting, rules) ||
    (above.text.endsWith(',') && unitStrength(below.text, rules) === null)
  )
}

function cannotEnd({ above, ending }: Pick<Meeting, 'above' | 'ending'>, rules: ContactRules): boolean {
  const last = above.words.at(-1)?.text ?? ''
  const open = rules.openEndings.has(ending) || rules.titles.has(ending) || rules.salutations.has(ending)
  return open || /[\p{L}\p{N}/(&][-\u00AD\u2010]$|[/(&–]$/u.test(last)
}

/** A small letter, or an abbreviation in brackets. */
function startsSmall(line: Line): boolean {
  return /^["„“»'(]*\p{Ll}|^\(\p{Lu}[\p{Lu}\d-]+\)/u.test(line.text)
}

/** `GmbH, Frau Muster` below the name of a company. */
function startsWithLegalForm(line: Line, rules: ContactRules): boolean {
  return rules.legalForms.has(trimEndOf(line.words[0]?.text ?? '', ',;'))
}

function isAdjective(word: string, rules: ContactRules): boolean {
  return rules.adjectives.some((expression) => expression.test(word))
}

/** `Sozialer und pflegerischer`: the noun stands below, whatever it is. */
function holdsOnlyAdjectives({ above, ending }: Meeting, rules: ContactRules): boolean {
  const before = above.words.slice(0, -1).map((word) => word.text)
  return isAdjective(ending, rules) && before.every((word) => isAdjective(word, rules) || rules.conjunctions.has(word))
}

/** `Amt für Teilhabe, Anna`, `Frau Anna` or `Anna` above `Muster, Tel. …`: a given name alone is no person. */
function wantsFamilyName({ below, ending, beforeEnding: before }: Meeting, rules: ContactRules): boolean {
  if (!isGivenName(ending, rules)) return false
  const begins = before === null || /[,;:]$/u.test(before) || rules.salutations.has(before) || rules.titles.has(before)
  return begins && nameStretches(below.text, rules)[0]?.[0]?.from === 0
}

function leavesRoom({ above, below }: Meeting, right: number): boolean {
  const word = below.words[0]
  if (word === undefined) return false
  return above.box.x1 + above.size * BLANK + (word.box.x1 - word.box.x0) <= right
}

/** `„Alte Mühle“` names the house above it; `12a, 28999 Aburg` begins with the number of a house in the street above. */
function belongsAbove({ text }: Line): boolean {
  return /^[„“"»]|^\d{1,4} ?[a-zA-Z]?(?:$|[,;|]| \d{5})/u.test(text)
}

function isAddressLine(line: Line): boolean {
  return line.words.some((word) => /@|:\/\/|^www\./u.test(word.text))
}
