import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import { type NearWording, nearWording } from './near-wording.ts'

/** Consecutive lines that together print one known wording. */
export interface Window {
  /** Index of the first line. */
  readonly from: number
  /** One past the last. */
  readonly to: number
  /** The wording of the rules that was found. */
  readonly known: string
  /** How the lines differ from it; null where they do not. */
  readonly near: NearWording | null
}

/** Lines that a wording may be broken over. */
const WINDOW_LINES = 5

/**
 * The window that starts at a line and prints one of the wordings, the longest if several do; null if none does.
 *
 * @param overPages whether it may go on over the end of a page, as the cell of a table does
 */
export function windowAt(
  lines: readonly Line[],
  from: number,
  wordings: readonly string[],
  overPages = false,
): Window | null {
  const first = foldWords(lines[from]?.text ?? '')
  // A line without a letter, such as a list marker on its own, prints no part of a wording.
  if (first === '') return null
  // Few lines begin one, and only those are worth more.
  const begun = wordings.filter((known) => foldWords(known).startsWith(first))
  return begun.length === 0 ? null : longestWindow(lines, from, begun, overPages)
}

function longestWindow(
  lines: readonly Line[],
  from: number,
  wordings: readonly string[],
  overPages: boolean,
): Window | null {
  const folded = wordings.map((known) => ({ known, fold: foldWords(known) }))
  let text = ''
  let found: Window | null = null
  for (let to = from + 1; to <= Math.min(lines.length, from + WINDOW_LINES); to += 1) {
    const line = lines[to - 1]
    const fold = line === undefined ? '' : foldWords(line.text)
    if (fold === '' || (!overPages && line?.page !== lines[from]?.page)) break
    text += fold
    const hit = folded.find(({ fold }) => fold === text)
    if (hit !== undefined) found = { from, to, known: hit.known, near: null }
    if (!folded.some(({ fold }) => fold.startsWith(text))) break
  }
  return found
}

/** The first window at or after a line that prints one of the wordings. */
export function findWindow(lines: readonly Line[], wordings: readonly string[], start = 0): Window | null {
  for (let from = start; from < lines.length; from += 1) {
    const window = windowAt(lines, from, wordings)
    if (window !== null) return window
  }
  return null
}

/** Lines that a wording printed with differences may be broken over. */
const NEAR_LINES = 3

/**
 * The window that prints one of the wordings most nearly, looked for where none prints it exactly.
 *
 * @param limit distance up to which two wordings count as one, as a share of the known one's length
 */
export function findNearWindow(lines: readonly Line[], wordings: readonly string[], limit: number): Window | null {
  let best: (Window & { readonly near: NearWording }) | null = null
  for (const from of lines.keys()) {
    for (let to = from + 1; to <= Math.min(lines.length, from + NEAR_LINES); to += 1) {
      const part = lines.slice(from, to)
      if (part.some((line) => line.page !== part[0]?.page)) break
      const near = nearWording(part.map((line) => line.text).join(' '), wordings, limit)
      if (near !== null && near.distance < (best?.near.distance ?? Number.POSITIVE_INFINITY))
        best = { from, to, known: near.known, near }
    }
  }
  return best
}
