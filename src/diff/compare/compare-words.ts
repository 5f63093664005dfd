import { commonRuns } from './common-runs.ts'

/** A stretch of two texts: what both have, or what stands in one in place of what stands in the other. */
export interface Stretch {
  readonly isSame: boolean
  readonly before: string
  readonly after: string
}

/** A word, a run of white space, or a single sign. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}\p{M}]/gu

/** Tokens beyond which two texts are told as one in place of the other: nobody reads the difference of two books. */
const MOST = 6_000

/**
 * What two texts share and what only one has, by words. All `before` put together are the old text, all `after` the
 * new one. `compareWords(b, a)` mirrors `compareWords(a, b)`.
 */
export function compareWords(before: string, after: string): readonly Stretch[] {
  // Of several ways of one length the search takes one by the order of the texts, so that order is fixed.
  if (before > after)
    return compareWords(after, before).map((one) => ({ ...one, before: one.after, after: one.before }))
  const a = before.match(TOKEN) ?? []
  const b = after.match(TOKEN) ?? []
  const runs = a.length + b.length > MOST ? [] : commonRuns(a, b)
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  for (const run of [...runs, { a: a.length, b: b.length, length: 0 }]) {
    stretches.push(toStretch(false, a.slice(i, run.a), b.slice(j, run.b)))
    stretches.push(toStretch(true, a.slice(run.a, run.a + run.length), b.slice(run.b, run.b + run.length)))
    i = run.a + run.length
    j = run.b + run.length
  }
  return joinAcross(stretches.filter((one) => one.before !== '' || one.after !== ''))
}

function toStretch(isSame: boolean, a: readonly string[], b: readonly string[]): Stretch {
  return { isSame, before: a.join(''), after: b.join('') }
}

/** `[alte] und [graue] → [neue] und [bunte]` reads better as one change; so does all that parts changes with no word. */
function joinAcross(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const [index, one] of stretches.entries()) {
    const last = joined.at(-1)
    const next = stretches[index + 1]
    const isBetween = one.isSame && last?.isSame === false && next !== undefined
    if (last?.isSame === false && (!one.isSame || (isBetween && isWorthless(one, last, next)))) {
      joined[joined.length - 1] = { isSame: false, before: last.before + one.before, after: last.after + one.after }
    } else joined.push(one)
  }
  return joined.length === stretches.length ? joined : joinAcross(joined)
}

function isWorthless({ before }: Stretch, last: Stretch, next: Stretch): boolean {
  return !/[\p{L}\p{N}]/u.test(before) || 2 * before.length <= Math.min(lengthOf(last), lengthOf(next))
}

function lengthOf({ before, after }: Stretch): number {
  return Math.max(before.length, after.length)
}
