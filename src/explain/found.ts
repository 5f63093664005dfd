import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import { nearestOf, type NearWording } from '../outline/near-wording.ts'

/** How it was found in the document what a rule is about. */
export type Found =
  /** A pattern of the rules matches; `known` is its id. */
  | { readonly by: 'pattern'; readonly known: string }
  /** A line prints the wording of the rules, or one of its aliases, but for white space, hyphens and punctuation. */
  | { readonly by: 'wording' | 'alias'; readonly known: string }
  /** A line prints it with small differences. */
  | ({ readonly by: 'near-match'; readonly printed: string; readonly known: string } & Difference)
  /** Another label stands in the place of a column's. */
  | { readonly by: 'renamed'; readonly printed: string }
  /** Only the header of the table names the column; no rule does. */
  | { readonly by: 'header'; readonly printed: string }
  /** A table whose label is missing, by its header row. */
  | { readonly by: 'header-row' }
  /** A column that no header names, by where the others stand. */
  | { readonly by: 'place' }
  /** A heading that is worded otherwise, but set like the known ones. */
  | { readonly by: 'style' }
  /** Nowhere: no line prints any of the wordings. */
  | { readonly by: 'nothing'; readonly wordings: readonly string[] }

/** How much two wordings differ. */
export interface Difference {
  /** Letters and digits that differ. */
  readonly distance: number
  /** Share of differences, of letters or of stems; 0 where there are none. */
  readonly share: number
  /** Share up to which two wordings count as one. */
  readonly limit: number
}

/**
 * How a heading or label was found whose words are known.
 *
 * @param near as the stage that found it says
 * @param limit share of differences up to which two wordings count as one
 */
export function howFound(printed: string, wordings: readonly string[], near: NearWording | null, limit: number): Found {
  if (near !== null) {
    const share = nearestOf(near.printed, [near.known], 1)?.share ?? limit
    return { by: 'near-match', ...near, share, limit }
  }
  const fold = foldWords(printed)
  const known = wordings.find((wording) => foldWords(wording) === fold)
  if (known === undefined) return { by: 'style' }
  return { by: known === wordings[0] ? 'wording' : 'alias', known }
}

/** Lines as one text. */
export function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ')
}
