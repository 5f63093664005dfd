import { createHash } from 'node:crypto'
import type { Difference } from '../compare/difference.ts'
import { fieldsOf } from '../compare/report-tree.ts'

/** Hexadecimal digits: enough that two changes of one file hardly ever share them. */
const LENGTH = 16

/**
 * Names a change by its kind, its identity and its values, so that it is known again in the next run. Levels, words of
 * messages, pages and positions do not count.
 *
 * @param occurrence 0 for the first of several changes that are alike in all of this
 */
export function fingerprintOf(difference: Difference, occurrence: number): string {
  const { kind, old, new: next, before, after } = difference
  const values = [before, after].map((value) => hash(valueOf(value, difference)))
  return hash([kind, old?.path ?? null, next?.path ?? null, ...values, occurrence]).slice(0, LENGTH)
}

/** Numbers of chapters and sections, and pages, change when something is put in before them; messages are wording. */
function valueOf(value: unknown, { subject }: Difference): unknown {
  if (value === null) return null
  if (subject === 'error') return fieldsOf(value)['code']
  if (subject === 'section') return { ...fieldsOf(value), heading: titleOf(value) }
  if (subject !== 'entity' || typeof value === 'string') return value
  const sections = Object.entries(fieldsOf(value)).map(([key, section]) => [
    key,
    'heading' in fieldsOf(section) ? { ...fieldsOf(section), heading: titleOf(section) } : section,
  ])
  return { ...(Object.fromEntries(sections) as object), number: null, pages: null }
}

function titleOf(section: unknown): unknown {
  return fieldsOf(fieldsOf(section)['heading'])['title']
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
