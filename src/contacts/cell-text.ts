import type { Ink } from '../layout/ink.ts'
import type { Line, Word } from '../layout/line.ts'
import { inkOfText } from '../repair/ink-of-text.ts'
import type { Join, RepairedText, Span } from '../repair/repaired-text.ts'
import type { ContactRules } from '../rules/contact-rules.ts'
import { judgeBreaks, type LineBreak } from './judge-breaks.ts'
import type { ContactContext } from './parsed-contact.ts'

/** Stands in `CellText.marked` for the blank at a line end that certainly ends a name or a phrase. */
export const HARD_BREAK = '\n'
/** Stands for the blank at a line end of which nothing is known. */
export const OPEN_BREAK = '\t'

/** A cell as one text. Offsets are UTF-16 units of `text`. */
export interface CellText {
  readonly text: string
  /** `text` with `HARD_BREAK` and `OPEN_BREAK` in place of some blanks; of the same length. */
  readonly marked: string
  readonly spans: readonly Span[]
  readonly joins: readonly Join[]
  /** All words of the cell, also those that no span names. */
  readonly words: readonly Word[]
}

/** Joins nothing itself: it lays the evidence about line ends over a text whose lines are joined already. */
export function readCellText(
  lines: readonly Line[],
  repaired: RepairedText,
  context: ContactContext,
  rules: ContactRules,
): CellText {
  const starts = new Map(repaired.spans.map((span) => [span.word, span.from]))
  const ends = new Map(repaired.spans.map((span) => [span.word, span.to]))
  const endings = lines.map((line) => wordsBefore(repaired.text, ends.get(line.words.at(-1)?.id ?? -1) ?? 0))
  const breaks = judgeBreaks(lines, endings, context, rules)
  const marked = repaired.text.split('')
  for (const [index, judged] of breaks.entries()) {
    const first = lines[index + 1]?.words[0]
    const start = first === undefined ? undefined : starts.get(first.id)
    if (start !== undefined && marked[start - 1] === ' ') marked[start - 1] = markOf(judged)
  }
  return {
    text: repaired.text,
    marked: marked.join(''),
    spans: repaired.spans,
    joins: repaired.joins,
    words: repaired.words,
  }
}

/** The last two words of a line, whole: what the line before holds of them is part of them. */
function wordsBefore(text: string, end: number): string {
  const last = text.lastIndexOf(' ', end - 1)
  return text.slice(last < 1 ? 0 : text.lastIndexOf(' ', last - 1) + 1, end)
}

function markOf(judged: LineBreak): string {
  if (judged === 'hard') return HARD_BREAK
  return judged === 'open' ? OPEN_BREAK : ' '
}

/** The printed characters of a range. */
export function inkIn(cell: CellText, { from, to }: Pick<Span, 'from' | 'to'>): Ink {
  return inkOfText(cell, from, to)
}
