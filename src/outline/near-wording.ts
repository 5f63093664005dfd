import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { foldWords } from '../layout/fold-words.ts'

/** A wording that is printed a little differently than the rules know it. */
export interface NearWording {
  readonly printed: string
  readonly known: string
  /** Letters and digits that differ (restricted Damerau-Levenshtein distance of the folded wordings). */
  readonly distance: number
}

/**
 * The known wording that a text prints with small differences: misprints, an ending, a word more or less.
 *
 * @param limit distance up to which two wordings count as one, as a share of the known one's length
 */
export function nearWording(printed: string, wordings: readonly string[], limit: number): NearWording | null {
  const text = foldWords(printed)
  const near = wordings.flatMap((known) => {
    const fold = foldWords(known)
    // The difference in length is the least that the distance can be.
    if (Math.abs(text.length - fold.length) > limit * fold.length) return []
    const distance = DamerauLevenshteinDistance(text, fold, { restricted: true })
    return distance <= limit * fold.length ? [{ printed, known, distance }] : []
  })
  return near.sort((a, b) => a.distance - b.distance)[0] ?? null
}
