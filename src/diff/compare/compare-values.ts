import type { Contact, DateValue, MoneyValue, NumberValue, Reference, RichText } from '../../report/report.ts'
import type { FieldKind } from '../../rules/outline-rules.ts'
import { compareContacts } from './compare-contacts.ts'
import { compareItems, itemOfText } from './compare-items.ts'
import type { ContentKey } from './content-key.ts'
import { listOf, textOf } from './report-tree.ts'
import {
  compareTexts,
  itemDifference,
  type ValueContext,
  type ValueDifference,
  wholeDifference,
} from './value-difference.ts'

type Compare = (before: unknown, after: unknown, context: ValueContext) => readonly ValueDifference[]

/** How values of each kind are compared. Both sides hold a value: what is empty was added or removed. */
const COMPARISONS: Readonly<Record<FieldKind, Compare>> = {
  richText: (before, after, context) => compareRichTexts(before as RichText, after as RichText, context),
  text: (before, after, { content }) => compareTexts(textOf(before), textOf(after), content),
  list: (before, after, { content }) => compareLists(before, after, content),
  contact: (before, after, context) => compareContacts(before as Contact, after as Contact, context),
  number: (before, after) =>
    compareAmounts(before as NumberValue, after as NumberValue, ({ value, unit }) =>
      value === null ? null : [value, unit],
    ),
  money: (before, after) =>
    compareAmounts(before as MoneyValue, after as MoneyValue, ({ amount, currency }) =>
      amount === null ? null : [amount, currency],
    ),
  date: (before, after) => compareAmounts(before as DateValue, after as DateValue, ({ date }) => date),
  reference: (before, after, { content }) =>
    compareTexts((before as Reference).text, (after as Reference).text, content),
}

/** What two values of one kind that are not empty do not agree on. */
export function compareValues(
  kind: FieldKind,
  before: unknown,
  after: unknown,
  context: ValueContext,
): readonly ValueDifference[] {
  return COMPARISONS[kind](before, after, context)
}

/** Whether a value says nothing. */
export function isEmptyValue(json: unknown): boolean {
  if (json === null || json === undefined || json === '') return true
  if (Array.isArray(json)) return json.length === 0
  return typeof json === 'object' && 'blocks' in json && listOf(json.blocks).length === 0
}

/** Bullets depend on the font; numbers of items, and what stands apart from what, are the author's. */
function compareRichTexts(before: RichText, after: RichText, { content }: ValueContext): readonly ValueDifference[] {
  const [a, b] = [before, after].map((text) => JSON.stringify(text.blocks.map(withoutBullet)))
  if (a === b) return []
  if (before.text === after.text) return [wholeDifference(before.blocks, after.blocks, true)]
  const isSame = content(before.text) === content(after.text)
  const isReordered = !isSame && isPermutation(before, after, content)
  const whole = wholeDifference(before.text, after.text, isSame || isReordered)
  return [isReordered ? { ...whole, kind: 'moved' } : whole]
}

function withoutBullet({ kind, level, marker, text }: RichText['blocks'][number]): readonly unknown[] {
  return [kind, level, /[\p{L}\p{N}]/u.test(marker ?? '') ? marker : '', text.normalize('NFC')]
}

function isPermutation(before: RichText, after: RichText, content: ContentKey): boolean {
  const [a, b] = [before, after].map(({ blocks }) => blocks.map(({ text }) => content(text)).sort())
  return JSON.stringify(a) === JSON.stringify(b)
}

function compareLists(before: unknown, after: unknown, content: ContentKey): readonly ValueDifference[] {
  const [old, next] = [before, after].map((list) => listOf(list).map((entry) => itemOfText(textOf(entry), content)))
  return compareItems(old ?? [], next ?? []).map((pair) => itemDifference(pair, []))
}

/** By value where both have one, else by text. */
function compareAmounts<T extends { readonly text: string }>(
  before: T,
  after: T,
  valueOf: (amount: T) => unknown,
): readonly ValueDifference[] {
  if (before.text === after.text) return []
  const [a, b] = [valueOf(before), valueOf(after)]
  return [wholeDifference(before, after, a !== null && JSON.stringify(a) === JSON.stringify(b))]
}
