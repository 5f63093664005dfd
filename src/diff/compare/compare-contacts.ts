import type { Contact } from '../../report/report.ts'
import { compareItems } from './compare-items.ts'
import {
  compareTexts,
  itemDifference,
  type ValueContext,
  type ValueDifference,
  wholeDifference,
} from './value-difference.ts'
import { itemsOfContact } from './contact-items.ts'

/**
 * Contacts differ by what they hold: offices, persons, numbers, addresses. The text of the cell is compared only where
 * these agree, and a cell that refers to the row above only by the row it means: what changed there is told there.
 */
export function compareContacts(before: Contact, after: Contact, context: ValueContext): readonly ValueDifference[] {
  const refersAlike = before.sameAs !== null && after.sameAs !== null && context.areSameRow(before.sameAs, after.sameAs)
  const values = refersAlike ? [] : compareHeld(before, after, context)
  if (values.length > 0) return values
  const isReferenceNew = (before.sameAs === null) !== (after.sameAs === null)
  if (isReferenceNew) return [{ ...wholeDifference(before.text, after.text, true), within: ['text'] }]
  return compareTexts(before.text, after.text, context.content).map((difference) => ({
    ...difference,
    within: ['text'],
    isSameContent: difference.isSameContent || hasSameWords(before, after, context),
  }))
}

function compareHeld(before: Contact, after: Contact, { content }: ValueContext): readonly ValueDifference[] {
  const next = itemsOfContact(after, content)
  return itemsOfContact(before, content).flatMap(({ key, items }) =>
    compareItems(items, next.find((list) => list.key === key)?.items ?? []).map((pair) => itemDifference(pair, [key])),
  )
}

/** The same words in another order. */
function hasSameWords(before: Contact, after: Contact, { content }: ValueContext): boolean {
  const [a, b] = [before, after].map(({ text }) =>
    text
      .split(/\s+/u)
      .map(content)
      .filter((word) => word !== '')
      .sort()
      .join(' '),
  )
  return a === b
}
