import type { Line } from '../layout/line.ts'
import { headingText } from '../outline/unknown-headings.ts'
import type { TableHints } from './table-hints.ts'
import type { CloseCall } from './table-types.ts'

/** The cells of a row by what they are for. */
export interface RowCells {
  readonly name: readonly Line[]
  readonly text: readonly Line[]
  readonly contact: readonly Line[]
}

/** Words up to which a text is scanty, where texts are longer. */
const SCANTY = 2

const SMALL_START = /^[„“"'(]*\p{Ll}/u
const SENTENCE_END = /[.!?…][“”"’)\]]*$/u

/**
 * Rows of a table without geometry that were read, but do not look like rows: where a cell is empty, the lines around it
 * are shared out among the others, and nothing else shows it.
 *
 *     Jeden zweiten | Donnerstag steht ein Wagen auf dem Markt.      the name was empty
 *     Besuche durch | Freiwillige                                    the text was
 */
export function doubtfulRows(rows: readonly RowCells[], hints: TableHints): readonly CloseCall[] {
  const usual = median(rows.map(({ text }) => wordsOf(text)))
  return rows.flatMap((row): readonly CloseCall[] => {
    const [first] = [...row.name, ...row.text, ...row.contact]
    const doubt = doubtOf(row, usual, hints)
    if (first === undefined || doubt === null) return []
    return [{ page: first.page, chosen: headingText(row.name), ...doubt }]
  })
}

/** Characters of a text that show which one it is. */
const SHOWN = 60

function doubtOf(
  { name, text, contact }: RowCells,
  usual: number,
  hints: TableHints,
): Pick<CloseCall, 'text' | 'other'> | null {
  const [called, said] = [headingText(name), headingText(text)]
  const lastWord = called.slice(called.lastIndexOf(' ') + 1)
  if (SMALL_START.test(said) || hints.cannotEnd.has(lastWord))
    return { text: said.slice(0, SHOWN), other: 'the text of a row without a name' }
  if (wordsOf(text) <= SCANTY && usual > 2 * SCANTY && !SENTENCE_END.test(said))
    return { text: said, other: 'the name of a row without a text' }
  const strange = contact.find((line, index) =>
    isStrange(line, contact.slice(0, index), contact.slice(index + 1), hints),
  )
  return strange === undefined ? null : { text: strange.text, other: 'the name of a row without a text' }
}

/** An e-mail address, or the last digits of a number. */
const ADDRESS = /@\w|(?:\d[\s/–-]*){6}/u

/** A line of a contact that looks like none of it, where the contact could have ended, or between two addresses. */
function isStrange({ text, words }: Line, above: readonly Line[], below: readonly Line[], hints: TableHints): boolean {
  if (hints.contactLikeness(text) > 0 || words.length < 2) return false
  if (!/^[„“"]?\p{Lu}/u.test(text) || SENTENCE_END.test(text)) return false
  const isOpen = /[,:]$/u.test(text) || hints.cannotEnd.has(words.at(-1)?.text ?? '')
  if (isOpen || above.at(-1)?.text.endsWith(':') === true) return false
  const has = (lines: readonly Line[]) => lines.some((line) => ADDRESS.test(line.text))
  return below.length === 0 ? ADDRESS.test(above.at(-1)?.text ?? '') : has(above) && has(below)
}

function wordsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { words }) => sum + words.length, 0)
}

function median(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
}
