import { groupBy } from '../../layout/group-by.ts'
import type { Aliases } from './aliases.ts'
import { assign } from './assign.ts'
import type { Pairing } from './difference.ts'
import type { Alike } from './likeness.ts'

/** What can be paired. */
interface Keyed {
  readonly path: string
}

export interface NodePair<T> {
  readonly old: T
  readonly new: T
  /** Null where both have the same key. */
  readonly pairing: Pairing | null
}

export interface Pairs<T> {
  readonly pairs: readonly NodePair<T>[]
  readonly onlyOld: readonly T[]
  readonly onlyNew: readonly T[]
  /** Paths of those that share their key with another of their side. */
  readonly duplicates: readonly string[]
}

export interface PairingRules<T> {
  readonly keyOf: (node: T) => string
  readonly likeness: (old: T, next: T) => Alike
  /** Score from which on two of different keys are one. */
  readonly threshold: number
  readonly aliases: Aliases
}

/** Pairs what a person has paired, then what has the same key, then one to one what is alike enough. */
export function pairNodes<T extends Keyed>(old: readonly T[], next: readonly T[], rules: PairingRules<T>): Pairs<T> {
  const pinned = pairPinned(old, next, rules.aliases)
  const named = pairNamed(without(old, pinned, 'old'), without(next, pinned, 'new'), rules)
  const known = [...pinned, ...named.pairs]
  const alike = pairAlike(without(old, known, 'old'), without(next, known, 'new'), rules, rules.threshold)
  const pairs = [...known, ...alike]
  return {
    pairs,
    onlyOld: without(old, pairs, 'old'),
    onlyNew: without(next, pairs, 'new'),
    duplicates: named.duplicates,
  }
}

/** What a person has paired, with the person's reason. */
export function pairPinned<T extends Keyed>(
  old: readonly T[],
  next: readonly T[],
  { same }: Aliases,
): readonly NodePair<T>[] {
  return same.flatMap((entry) => {
    const [one, other] = [old.find(({ path }) => path === entry.old), next.find(({ path }) => path === entry.new)]
    return one && other ? [{ old: one, new: other, pairing: { score: null, reasons: [], why: entry.why } }] : []
  })
}

function without<T>(nodes: readonly T[], pairs: readonly NodePair<T>[], side: 'old' | 'new'): readonly T[] {
  const paired = new Set(pairs.map((pair) => pair[side]))
  return nodes.filter((node) => !paired.has(node))
}

function pairNamed<T extends Keyed>(old: readonly T[], next: readonly T[], rules: PairingRules<T>) {
  const [oldGroups, newGroups] = [groupBy(old, rules.keyOf), groupBy(next, rules.keyOf)]
  const pairs = [...oldGroups].flatMap(([key, group]) =>
    pairGroup(group, newGroups.get(key) ?? [], rules).map((pair) => ({ ...pair, pairing: null })),
  )
  const repeated = [...oldGroups.values(), ...newGroups.values()].filter((group) => group.length > 1)
  return { pairs, duplicates: [...new Set(repeated.flat().map(({ path }) => path))] }
}

/** Those of one key; only where several have it, likeness must decide. */
function pairGroup<T extends Keyed>(
  old: readonly T[],
  next: readonly T[],
  rules: PairingRules<T>,
): readonly Pick<NodePair<T>, 'old' | 'new'>[] {
  const [one] = old
  const [other] = next
  if (old.length > 1 || next.length > 1) return pairAlike(old, next, rules, 0)
  return one && other && !isForbidden(one, other, rules.aliases) ? [{ old: one, new: other }] : []
}

/** Pairs one to one so that all pairs together are the most alike. */
export function pairAlike<T extends Keyed>(
  old: readonly T[],
  next: readonly T[],
  { likeness, aliases }: Pick<PairingRules<T>, 'likeness' | 'aliases'>,
  threshold: number,
): readonly NodePair<T>[] {
  // Of several assignments that are as good one is taken by the order, so that order is fixed.
  const [a, b] = [[...old].sort(byPath), [...next].sort(byPath)]
  const isTurned = pathsOf(a) > pathsOf(b)
  const scores = a.map((one) =>
    b.map((other) => {
      const { score } = likeness(one, other)
      return score < threshold || isForbidden(one, other, aliases) ? 0 : score + CERTAIN
    }),
  )
  const found = isTurned ? turned(assign(transposed(scores, b.length)), a.length) : assign(scores)
  return found.flatMap((column, row) => {
    const [one, other] = [a[row], b[column ?? -1]]
    return one && other ? [{ old: one, new: other, pairing: { ...likeness(one, other), why: null } }] : []
  })
}

/** A pair that is allowed is better than none, even where nothing is alike. */
const CERTAIN = 0.0001

function isForbidden(old: Keyed, next: Keyed, { different }: Aliases): boolean {
  return different.some((entry) => entry.old === old.path && entry.new === next.path)
}

function byPath(a: Keyed, b: Keyed): number {
  return a.path < b.path ? -1 : 1
}

function pathsOf(nodes: readonly Keyed[]): string {
  return nodes.map(({ path }) => path).join('\n')
}

function transposed(scores: readonly (readonly number[])[], columns: number): readonly (readonly number[])[] {
  return Array.from({ length: columns }, (_, column) => scores.map((row) => row[column] ?? 0))
}

function turned(columns: readonly (number | null)[], rows: number): readonly (number | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const column = columns.indexOf(row)
    return column < 0 ? null : column
  })
}
