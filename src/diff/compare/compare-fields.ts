import { compareValues, isEmptyValue } from './compare-values.ts'
import type { ContentKey } from './content-key.ts'
import { type Difference, difference, type Spot, spotOf } from './difference.ts'
import { type FieldNode, shownText } from './report-tree.ts'
import type { ValueContext, ValueDifference } from './value-difference.ts'

/** What fields belong to. */
export interface Owner {
  /** Id of the entity in the new report. */
  readonly entity: string
  /** Id of the record in the new report; null outside tables. */
  readonly id: string | null
}

/** Fields of one section or record, by their keys. What left one field for another has moved. */
export function compareFields(
  old: readonly FieldNode[],
  next: readonly FieldNode[],
  owner: Owner,
  context: ValueContext,
): readonly Difference[] {
  const keys = [...new Set([...next, ...old].map(({ key }) => key))]
  const told = keys.flatMap((key) => {
    const [a, b] = [old, next].map((fields) => fields.find((field) => field.key === key))
    const [isOldEmpty, isNewEmpty] = [isEmptyValue(a?.json), isEmptyValue(b?.json)]
    if (a && b && !isOldEmpty && !isNewEmpty) {
      return differencesOf(a, b, compareValues(b.kind, a.json, b.json, context), owner)
    }
    if (a && !isOldEmpty)
      return [difference({ ...ofField(a, owner), kind: 'removed', old: spotOf(a), before: wholeOf(a) })]
    return b && !isNewEmpty
      ? [difference({ ...ofField(b, owner), kind: 'added', new: spotOf(b), after: wholeOf(b) })]
      : []
  })
  return joinMoved(told, context.content)
}

/** Differences of two values with their places. */
export function differencesOf(
  old: FieldNode,
  next: FieldNode,
  values: readonly ValueDifference[],
  owner: Owner,
): readonly Difference[] {
  return values.map((value) => {
    const { kind, before, after, isSameContent } = value
    const isItem = value.oldIndex !== null || value.newIndex !== null
    return difference({
      ...ofField(next, owner),
      kind,
      subject: isItem ? 'item' : 'field',
      old: kind === 'added' ? null : spotWithin(old, value.within, value.oldIndex),
      new: kind === 'removed' ? null : spotWithin(next, value.within, value.newIndex),
      before,
      after,
      isSameContent,
    })
  })
}

function ofField({ kind }: FieldNode, owner: Owner): Pick<Difference, 'subject' | 'valueKind' | 'entity' | 'id'> {
  return { subject: 'field', valueKind: kind, ...owner }
}

/** The path ends at the list: its entries have no ids. */
function spotWithin({ path, pointer }: FieldNode, within: readonly string[], index: number | null): Spot {
  return {
    path: [path, ...within].join('/'),
    pointer: [pointer, ...within, ...(index === null ? [] : [String(index)])].join('/'),
    page: null,
  }
}

/** A text is told as its words. */
function wholeOf({ kind, json }: FieldNode): unknown {
  return kind === 'richText' ? shownText(json) : json
}

/** A text that one field lost and another gained. */
function joinMoved(told: readonly Difference[], content: ContentKey): readonly Difference[] {
  const gone = told.filter(({ kind, before }) => kind === 'removed' && typeof before === 'string')
  const come = told.filter(({ kind, after }) => kind === 'added' && typeof after === 'string')
  const moves = gone.flatMap((from) => {
    const says = content(String(from.before))
    const [to, ...others] = come.filter(({ after }) => content(String(after)) === says)
    return to === undefined ||
      others.length > 0 ||
      gone.some((one) => one !== from && content(String(one.before)) === says)
      ? []
      : [{ from, to }]
  })
  return told.flatMap((one) => {
    if (moves.some(({ from }) => from === one)) return []
    const from = moves.find(({ to }) => to === one)?.from
    return [from === undefined ? one : { ...one, kind: 'moved' as const, old: from.old, before: from.before }]
  })
}
