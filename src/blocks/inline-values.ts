import { foldWords } from '../layout/fold-words.ts'
import type { Line, Word } from '../layout/line.ts'
import { sliceLine } from '../layout/merge-baselines.ts'
import { nearestWording, type NearWording, nearWording } from '../outline/near-wording.ts'
import type { UnknownPart } from '../outline/unknown-headings.ts'
import type { CompiledField } from '../rules/load-rules.ts'
import type { LabelledValue } from './label-values.ts'

/** Words that a label has at most. */
const LABEL_WORDS = 10

/** Lines that a label may be broken over. */
const LABEL_LINES = 2

/** What stands where a label may stand: words at a line's start up to a colon, or as long as they are bold. */
interface Candidate {
  /** Index of the line. */
  readonly from: number
  /** Index of the line in which it ends, and of the first word after it there. */
  readonly to: number
  readonly word: number
  readonly text: string
  /** Set in bold, before a text that is not. */
  readonly bold: boolean
}

/** A candidate that begins a field, or an unknown one. */
interface Start extends Candidate {
  readonly part: CompiledField | null
  readonly near: NearWording | null
}

/**
 * Reads fields whose labels stand before their texts; a text goes on until the next label.
 *
 *     Versorgungsquote: 37,4 %
 *     Schwerpunkte: Sprache, Musik,
 *         Bewegung
 *
 * @param limit share of differences up to which two labels count as one
 */
export function inlineValues(
  lines: readonly Line[],
  parts: readonly CompiledField[],
  limit: number,
): {
  readonly values: readonly LabelledValue[]
  readonly unknown: readonly UnknownPart[]
  readonly rest: readonly Line[]
} {
  const starts = findStarts(lines, parts, limit)
  const textOf = (start: Start, index: number) => {
    const end = starts[index + 1]?.from ?? lines.length
    const first = lines[start.to]
    const rest = first === undefined ? null : sliceLine(first, start.word)
    return [...(rest === null ? [] : [rest]), ...lines.slice(start.to + 1, end)]
  }
  const read = starts.map((start, index) => ({
    ...start,
    label: labelLines(start, lines),
    lines: textOf(start, index),
  }))
  const wordings = parts.flatMap((part) => part.wordings)
  return {
    values: read.flatMap(({ part, label, near, lines: text }) =>
      part === null ? [] : [{ part, label, near, lines: text }],
    ),
    unknown: read.flatMap(({ part, label, text, lines: below }) =>
      part === null ? [{ heading: label, nearest: nearestWording(text, wordings), lines: below }] : [],
    ),
    rest: lines.slice(0, starts[0]?.from ?? lines.length),
  }
}

function labelLines({ from, to, word }: Candidate, lines: readonly Line[]): readonly Line[] {
  const last = lines[to]
  const end = last === undefined ? null : sliceLine(last, 0, word)
  return [...lines.slice(from, to), ...(end === null ? [] : [end])]
}

function findStarts(lines: readonly Line[], parts: readonly CompiledField[], limit: number): readonly Start[] {
  const candidates = lines.flatMap((_, from) => candidatesAt(lines, from))
  const starts: Start[] = []
  const isFree = ({ from, to }: Candidate) => !starts.some((start) => start.from <= to && from <= start.to)
  const open = () => parts.filter((part) => !starts.some((start) => start.part === part))
  for (const candidate of candidates) {
    const part = open().find(({ wordings }) => wordings.some((known) => foldWords(known) === foldWords(candidate.text)))
    if (part !== undefined && isFree(candidate)) starts.push({ ...candidate, part, near: null })
  }
  for (const part of open()) {
    const near = candidates
      .filter(isFree)
      .map((candidate) => ({ candidate, near: nearWording(candidate.text, part.wordings, limit) }))
      .find((found) => found.near !== null)
    if (near !== undefined) starts.push({ ...near.candidate, part, near: near.near })
  }
  const known = [...starts]
  for (const candidate of candidates)
    if (isFree(candidate) && isSetLike(candidate, known, lines)) starts.push({ ...candidate, part: null, near: null })
  return starts.sort((a, b) => a.from - b.from)
}

function candidatesAt(lines: readonly Line[], from: number): readonly Candidate[] {
  const candidates: Candidate[] = []
  let before = ''
  for (let to = from; to < Math.min(lines.length, from + LABEL_LINES); to += 1) {
    const words = lines[to]?.words ?? []
    const word = labelEnd(words)
    if (word > 0) {
      const text = `${before}${textOf(words.slice(0, word))}`.replace(/:$/u, '').trim()
      candidates.push({ from, to, word, text, bold: words[0]?.font.bold === true && words[word]?.font.bold !== true })
      break
    }
    before += `${textOf(words)} `
  }
  return candidates
}

/** Words up to a colon, or up to where bold ends; 0 where neither tells. */
function labelEnd(words: readonly Word[]): number {
  const colon = words.findIndex((word) => word.text.endsWith(':')) + 1
  if (colon > 0 && colon <= LABEL_WORDS) return colon
  const regular = words.findIndex((word) => !word.font.bold)
  return words[0]?.font.bold === true && regular > 0 && regular <= LABEL_WORDS ? regular : 0
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ')
}

/** Set like the labels that are known: as they in bold before a text that is not. */
function isSetLike(candidate: Candidate, known: readonly Start[], lines: readonly Line[]): boolean {
  const left = known.map(({ from }) => lines[from]?.box.x0 ?? 0)
  const own = lines[candidate.from]
  const isAligned = own !== undefined && left.some((x) => Math.abs(x - own.box.x0) <= own.size)
  return isAligned && candidate.from === candidate.to && candidate.bold && known.some(({ bold }) => bold)
}
