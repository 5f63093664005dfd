import type { Line } from '../layout/line.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import { findHeaderRows, type HeaderRow } from './find-header-rows.ts'
import { findListedLabels, linesThatBegin } from './listed-labels.ts'
import { EMPTY_BETWEEN } from './transition-costs.ts'

/**
 * The header rows of a text of which only the order of its lines is known: labels side by side on a line, or one below
 * the other.
 */
export function flowedHeaders(
  lines: readonly Line[],
  known: readonly CompiledColumn[],
  nearMatch: number,
): readonly HeaderRow[] {
  const listed = findListedLabels(lines, known)
  const taken = new Set(listed.flatMap((row) => row.lines))
  const others = findHeaderRows(
    lines.filter((line) => !taken.has(line)),
    known,
    nearMatch,
  )
  return [...listed, ...others].sort((one, other) => firstWord(one) - firstWord(other))
}

/**
 * How a text writes the cells of a row, as its headers show: so that one may end and the next begin on a line, each on
 * lines of its own, or those apart from one another.
 */
export type FlowedForm = 'shared' | 'listed' | 'apart'

export function flowedForm(headers: readonly HeaderRow[]): FlowedForm {
  const begins = headers.map(linesThatBegin)
  const isWhollyListed = headers.every(
    ({ labels }, index) => begins[index]?.length === labels.filter((label) => label !== null).length,
  )
  if (headers.length === 0 || !isWhollyListed) return 'shared'
  const areApart = headers.every(({ lines }, index) =>
    lines.every((line, at) => {
      const above = lines[at - 1]
      const goesOn = above === undefined || begins[index]?.includes(line) !== true
      return goesOn || gapBetween(above, line) >= EMPTY_BETWEEN
    }),
  )
  return areApart ? 'apart' : 'listed'
}

/** Whether some header prints labels one below the other, and so where cells end is lost. */
export function isListed(headers: readonly HeaderRow[]): boolean {
  return headers.some((header) => linesThatBegin(header).length > 1)
}

function firstWord({ lines }: HeaderRow): number {
  return lines[0]?.words[0]?.id ?? 0
}

/** Indices of the columns in the order in which a header row names them. */
export function printedOrder({ labels }: HeaderRow): readonly number[] {
  return labels
    .flatMap((words, index) => (words?.[0] === undefined ? [] : [{ index, word: words[0].id }]))
    .sort((one, other) => one.word - other.word)
    .map(({ index }) => index)
}

/** Distance of two baselines, as a multiple of the usual one. */
export function gapBetween(above: Line, below: Line): number {
  return (below.baseline - above.baseline) / (below.size * 1.2)
}
