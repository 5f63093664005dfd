import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { foldWords } from '../layout/fold-words.ts'
import { germanStem } from '../repair/german-stem.ts'

/** A wording that is printed a little differently than the rules know it. */
export interface NearWording {
  readonly printed: string
  readonly known: string
  /** Letters and digits that differ (restricted Damerau-Levenshtein distance of the folded wordings). */
  readonly distance: number
}

/**
 * The known wording that a text prints with small differences: misprints, an ending, another order, a word more or less.
 *
 * @param limit share up to which two wordings count as one: of the known one's letters, or of the stems of both
 */
export function nearWording(printed: string, wordings: readonly string[], limit: number): NearWording | null {
  return nearestOf(printed, wordings, limit)?.near ?? null
}

/** Share of differences from which on two wordings have nothing to do with each other. */
export const UNRELATED = 0.7

/** The known wording that comes nearest to a text, for telling a person; null where none has anything to do with it. */
export function nearestWording(printed: string, wordings: readonly string[]): NearWording | null {
  return nearestOf(printed, wordings, UNRELATED)?.near ?? null
}

/** A known wording with how much of it differs. */
export interface WeighedWording {
  readonly near: NearWording
  /** Share of differences, from 0: of the known one's letters, or of the stems of both where that is less. */
  readonly share: number
}

/** The known wording that comes nearest to a text, if its share of differences is within a limit. */
export function nearestOf(printed: string, wordings: readonly string[], limit: number): WeighedWording | null {
  const text = foldWords(printed)
  const stems = stemsOf(printed)
  const candidates = wordings.flatMap((known) => {
    const fold = foldWords(known)
    const byStems = stemDifference(stems, stemsOf(known))
    // The difference in length is the least that the distance can be.
    if (byStems > limit && Math.abs(text.length - fold.length) > limit * fold.length) return []
    const distance = DamerauLevenshteinDistance(text, fold, { restricted: true })
    const share = Math.min(byStems, distance / fold.length)
    return share <= limit ? [{ near: { printed, known, distance }, share }] : []
  })
  return candidates.sort((a, b) => a.share - b.share || a.near.distance - b.near.distance)[0] ?? null
}

/** Letters from which on a word says something of its own. */
const CONTENT_WORD = 4

function stemsOf(text: string): readonly string[] {
  const known = stemmed.get(text)
  if (known !== undefined) return known
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const stems = words.filter((word) => word.length >= CONTENT_WORD).map((word) => germanStem(word.toLowerCase()))
  if (stemmed.size >= MOST_STEMMED) stemmed.clear()
  stemmed.set(text, stems)
  return stems
}

/** The same few labels are compared with many lines. */
const stemmed = new Map<string, readonly string[]>()
const MOST_STEMMED = 10_000

/** 0 where two lists of stems are the same in any order, 1 where they share none: one less Dice's coefficient. */
function stemDifference(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 1
  const rest = [...b]
  const common = a.filter((stem) => {
    const at = rest.indexOf(stem)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
  return 1 - (2 * common) / (a.length + b.length)
}
