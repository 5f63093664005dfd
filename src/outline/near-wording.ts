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
  const text = formsOf(printed)
  const candidates = wordings.flatMap((known) => {
    const wording = formsOf(known)
    const byStems = stemDifference(text.stems, wording.stems)
    if (byStems > limit && leastDistance(text.letters, wording.letters) > limit * wording.fold.length) return []
    const distance = distanceOf(text.fold, wording.fold)
    const share = Math.min(byStems, distance / wording.fold.length)
    return share <= limit ? [{ near: { printed, known, distance }, share }] : []
  })
  return candidates.sort((a, b) => a.share - b.share || a.near.distance - b.near.distance)[0] ?? null
}

/** Restricted Damerau-Levenshtein distance. */
function distanceOf(one: string, other: string): number {
  const pair = `${one}\n${other}`
  const known = distances.get(pair)
  if (known !== undefined) return known
  const distance = DamerauLevenshteinDistance(one, other, { restricted: true })
  if (distances.size >= MOST_READ) distances.clear()
  distances.set(pair, distance)
  return distance
}

/** The same labels stand in each entity. */
const distances = new Map<string, number>()

/** Letters from which on a word says something of its own. */
const CONTENT_WORD = 4

/** What wordings are compared by. */
interface Forms {
  /** As `foldWords` leaves it. */
  readonly fold: string
  /** UTF-16 units of `fold`, ascending. */
  readonly letters: Uint16Array
  readonly stems: readonly string[]
}

function formsOf(text: string): Forms {
  const known = read.get(text)
  if (known !== undefined) return known
  const fold = foldWords(text)
  const letters = Uint16Array.from({ length: fold.length }, (_, index) => fold.charCodeAt(index)).sort()
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const stems = words.filter((word) => word.length >= CONTENT_WORD).map((word) => germanStem(word.toLowerCase()))
  const forms = { fold, letters, stems }
  if (read.size >= MOST_READ) read.clear()
  read.set(text, forms)
  return forms
}

/** The same few labels are compared with many lines. */
const read = new Map<string, Forms>()
const MOST_READ = 10_000

/**
 * The least that the distance of two texts can be: a step of it changes one letter at most, and an exchange of
 * neighbours changes none.
 *
 * @param a letters of one text, ascending
 * @param b those of the other
 */
export function leastDistance(a: Uint16Array, b: Uint16Array): number {
  let [atA, atB, common] = [0, 0, 0]
  while (atA < a.length && atB < b.length) {
    const ahead = (a[atA] ?? 0) - (b[atB] ?? 0)
    if (ahead === 0) common += 1
    if (ahead <= 0) atA += 1
    if (ahead >= 0) atB += 1
  }
  return Math.max(a.length, b.length) - common
}

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
