import type { ItemPair } from './compare-items.ts'
import type { ContentKey } from './content-key.ts'
import type { ChangeKind } from './difference.ts'

/** What two values of one kind do not agree on. */
export interface ValueDifference {
  readonly kind: ChangeKind
  /** Keys from the value to what differs: empty for the whole, `emails` for a list in a contact. */
  readonly within: readonly string[]
  /** Of an entry of a list, its place on both sides, from 0; null where one side has none, or it is no entry. */
  readonly oldIndex: number | null
  readonly newIndex: number | null
  readonly before: unknown
  readonly after: unknown
  readonly isSameContent: boolean
}

/** What comparing values needs besides them. */
export interface ValueContext {
  readonly content: ContentKey
  /** Whether an id of the old table and one of the new one stand for the same row. */
  readonly areSameRow: (oldId: string, newId: string) => boolean
}

/** A difference of the whole value. */
export function wholeDifference(before: unknown, after: unknown, isSameContent: boolean): ValueDifference {
  return { kind: 'changed', within: [], oldIndex: null, newIndex: null, before, after, isSameContent }
}

export function compareTexts(before: string, after: string, content: ContentKey): readonly ValueDifference[] {
  const [a, b] = [before, after].map((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
  if (a === b) return []
  return [wholeDifference(before, after, content(before) === content(after))]
}

/** A difference of an entry of a list. */
export function itemDifference(pair: ItemPair, within: readonly string[]): ValueDifference {
  return {
    kind: pair.old === null ? 'added' : pair.new === null ? 'removed' : 'changed',
    within,
    oldIndex: pair.oldIndex,
    newIndex: pair.newIndex,
    before: pair.old?.value ?? null,
    after: pair.new?.value ?? null,
    isSameContent: pair.old?.says === pair.new?.says,
  }
}
