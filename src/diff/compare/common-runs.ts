/** Elements that stand in both lists one after the other. */
export interface Run {
  /** Index of the first in either list. */
  readonly a: number
  readonly b: number
  readonly length: number
}

/** A part of both lists, ends excluded. */
interface Window {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/**
 * The longest common subsequence of two lists, as runs in order. Method: Myers, “An O(ND) Difference Algorithm and Its
 * Variations” (1986), section 4b, the variant in linear space.
 */
export function commonRuns(a: readonly string[], b: readonly string[]): readonly Run[] {
  const runs: Run[] = []
  collect({ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, { a, b, runs })
  return runs
}

interface Search {
  readonly a: readonly string[]
  readonly b: readonly string[]
  /** Found so far, in order. */
  readonly runs: Run[]
}

function collect({ aFrom, aTo, bFrom, bTo }: Window, search: Search): void {
  const { a, b } = search
  let head = 0
  while (aFrom + head < aTo && bFrom + head < bTo && a[aFrom + head] === b[bFrom + head]) head += 1
  addRun(search.runs, { a: aFrom, b: bFrom, length: head })
  const [aStart, bStart] = [aFrom + head, bFrom + head]
  let tail = 0
  while (aTo - tail > aStart && bTo - tail > bStart && a[aTo - tail - 1] === b[bTo - tail - 1]) tail += 1
  const inner = { aFrom: aStart, aTo: aTo - tail, bFrom: bStart, bTo: bTo - tail }
  if (inner.aFrom < inner.aTo && inner.bFrom < inner.bTo) {
    const middle = middleOf(inner, search)
    collect({ ...inner, aTo: middle.a, bTo: middle.b }, search)
    collect({ ...inner, aFrom: middle.a, bFrom: middle.b }, search)
  }
  addRun(search.runs, { a: aTo - tail, b: bTo - tail, length: tail })
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (run.length === 0) return
  if (last?.a === run.a - (last?.length ?? 0) && last.b === run.b - last.length) {
    runs[runs.length - 1] = { ...last, length: last.length + run.length }
  } else runs.push(run)
}

/**
 * A point through which a shortest edit script goes, other than both ends: where the furthest paths from the start meet
 * those from the end. The window's first elements differ, and so do its last.
 */
function middleOf(window: Window, { a, b }: Search): { readonly a: number; readonly b: number } {
  const { aFrom, aTo, bFrom, bTo } = window
  const [n, m] = [aTo - aFrom, bTo - bFrom]
  const delta = n - m
  const most = Math.ceil((n + m) / 2)
  const forward = new Int32Array(2 * most + 2)
  const backward = new Int32Array(2 * most + 2)
  const matches = (x: number, y: number): boolean => x < n && y < m && a[aFrom + x] === b[bFrom + y]
  const matchesBack = (x: number, y: number): boolean => x < n && y < m && a[aTo - x - 1] === b[bTo - y - 1]
  for (let d = 0; d <= most; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const x = furthest(forward, most, d, k, matches)
      const other = delta - k
      const isOdd = (delta & 1) !== 0
      if (isOdd && Math.abs(other) < d && x + (backward[most + other] ?? 0) >= n)
        return { a: aFrom + x, b: bFrom + x - k }
    }
    for (let k = -d; k <= d; k += 2) {
      const x = furthest(backward, most, d, k, matchesBack)
      const other = delta - k
      const isEven = (delta & 1) === 0
      if (isEven && Math.abs(other) <= d && x + (forward[most + other] ?? 0) >= n) return { a: aTo - x, b: bTo - x + k }
    }
  }
  throw new RangeError('two lists have no shortest edit script')
}

/** Goes on along diagonal `k` with one more edit, as far as elements match; remembers and returns how far in `a`. */
function furthest(
  reached: Int32Array,
  most: number,
  d: number,
  k: number,
  matches: (x: number, y: number) => boolean,
): number {
  const left = reached[most + k - 1] ?? 0
  const right = reached[most + k + 1] ?? 0
  let x = k === -d || (k !== d && left < right) ? right : left + 1
  if (d === 0) x = 0
  while (matches(x, x - k)) x += 1
  reached[most + k] = x
  return x
}
