import { assign } from './assign.ts'
import type { ContentKey } from './content-key.ts'

/** An entry of a list. */
export interface Item {
  /** What it is known by; entries with one key are the same. */
  readonly key: string
  /** All it says, however it is written. */
  readonly says: string
  /** As printed. */
  readonly shown: string
  readonly value: unknown
}

/** A text that is known by what it says. */
export function itemOfText(text: string, content: ContentKey): Item {
  const key = content(text)
  return { key, says: key, shown: text, value: text }
}

/** An entry of which the two lists do not agree; null where one has none. */
export interface ItemPair {
  readonly old: Item | null
  readonly new: Item | null
  /** Places in the lists, from 0. */
  readonly oldIndex: number | null
  readonly newIndex: number | null
}

/** Two entries, or one that has no other. */
type Pair = Pick<ItemPair, 'old' | 'new'>

/**
 * What two lists do not agree on, entry by entry. Their order does not count. Entries that only one has are paired
 * where they are alike, or are the only ones left; the rest was added or removed.
 */
export function compareItems(old: readonly Item[], next: readonly Item[]): readonly ItemPair[] {
  const equal = matchBy(old, next, ({ key, shown }) => `${key}\n${shown}`)
  const respelt = matchBy(equal.onlyOld, equal.onlyNew, ({ key }) => key)
  return [...respelt.pairs, ...pairLeft(respelt.onlyOld, respelt.onlyNew)].map((pair) => ({
    ...pair,
    oldIndex: pair.old === null ? null : old.indexOf(pair.old),
    newIndex: pair.new === null ? null : next.indexOf(pair.new),
  }))
}

/** Pairs entries of one key, the first of one list with the first of the other. */
function matchBy(old: readonly Item[], next: readonly Item[], keyOf: (item: Item) => string) {
  const waiting = new Map<string, Item[]>()
  for (const item of [...next].sort(byKey)) waiting.set(keyOf(item), [...(waiting.get(keyOf(item)) ?? []), item])
  const pairs: { readonly old: Item; readonly new: Item }[] = []
  for (const item of [...old].sort(byKey)) {
    const same = waiting.get(keyOf(item))?.shift()
    if (same !== undefined) pairs.push({ old: item, new: same })
  }
  const paired = new Set(pairs.flatMap((pair) => [pair.old, pair.new]))
  return {
    pairs,
    onlyOld: old.filter((item) => !paired.has(item)),
    onlyNew: next.filter((item) => !paired.has(item)),
  }
}

/** Least share of common pairs of letters with which an entry counts as an edited one. */
const ALIKE = 0.4

function pairLeft(old: readonly Item[], next: readonly Item[]): readonly Pair[] {
  const [onlyOld] = old
  const [onlyNew] = next
  if (old.length === 1 && next.length === 1 && onlyOld && onlyNew) return [{ old: onlyOld, new: onlyNew }]
  // The assignment takes one of several that are as good by their order, so that order is fixed.
  const a = [...old].sort(byKey)
  const b = [...next].sort(byKey)
  const isTurned = a.map(({ key }) => key).join('\n') > b.map(({ key }) => key).join('\n')
  const [rows, columns] = isTurned ? [b, a] : [a, b]
  const found = assign(rows.map((row) => columns.map((column) => scoreOf(row, column))))
  const pairs = found.flatMap((column, row) => {
    const [one, other] = [rows[row], columns[column ?? -1]]
    return one && other ? [isTurned ? { old: other, new: one } : { old: one, new: other }] : []
  })
  const paired = new Set(pairs.flatMap((pair) => [pair.old, pair.new]))
  return [
    ...pairs,
    ...old.filter((item) => !paired.has(item)).map((item) => ({ old: item, new: null })),
    ...next.filter((item) => !paired.has(item)).map((item) => ({ old: null, new: item })),
  ]
}

function byKey(a: Item, b: Item): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.shown < b.shown ? -1 : 1
}

function scoreOf(a: Item, b: Item): number {
  const [left, right] = [lettersOf(a.key), lettersOf(b.key)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  const score = left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
  return score >= ALIKE ? score : 0
}

/** Pairs of letters that follow each other, `ab` and `bc` of `abc`. */
function lettersOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, start) => text.slice(start, start + 2)))
}
