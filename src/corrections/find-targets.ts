import type { ContactItems } from '../diff/compare/contact-items.ts'
import { type FieldNode, fieldsOf, toTree } from '../diff/compare/report-tree.ts'
import type { Report } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'

/** The lists of a contact. */
export const CONTACT_LISTS: readonly ContactItems['key'][] = [
  'organisations',
  'persons',
  'addresses',
  'phones',
  'emails',
  'urls',
  'notes',
]

/** A value that a correction may be about. */
export interface Target {
  readonly field: FieldNode
  /** Within a contact: one of its lists, or its text; null for the field as a whole. */
  readonly within: ContactItems['key'] | 'text' | null
}

/**
 * The value at a path, and with an entry of a contact those that took it over (`s. o.`).
 *
 * @returns none where the report has no such value
 */
export function findTargets(path: string, report: Report, rules: Rules): readonly Target[] {
  const fields = fieldsOfReport(report, rules)
  const whole = fields.find((field) => field.path === path)
  if (whole !== undefined) return [{ field: whole, within: null }]
  const [, parent = '', last = ''] = /^(.+)\/([^/]+)$/u.exec(path) ?? []
  const within = [...CONTACT_LISTS, 'text' as const].find((key) => key === last)
  const contact = fields.find((field) => field.path === parent && field.kind === 'contact' && field.json !== null)
  if (contact === undefined || within === undefined) return []
  const followers = within === 'text' ? [] : fields.filter((field) => refersTo(field, contact))
  return [contact, ...followers].map((field) => ({ field, within }))
}

function fieldsOfReport(report: Report, rules: Rules): readonly FieldNode[] {
  return toTree(report, rules).entities.flatMap(({ path, pointer, name, sections }) => [
    { path: `${path}/name`, pointer: `${pointer}/name`, key: 'name', kind: 'text' as const, json: name },
    ...sections.flatMap(({ fields, tables }) => [
      ...fields,
      ...tables.flatMap(({ records }) => records.flatMap(({ cells }) => cells)),
    ]),
  ])
}

/** Whether a contact has the values of another one of its column. */
function refersTo({ path, key, json }: FieldNode, contact: FieldNode): boolean {
  const { sameAs } = fieldsOf(json)
  return typeof sameAs === 'string' && siblingOf(path, key, sameAs) === contact.path
}

/** `…/offers/a/contact` of the row `b` is `…/offers/b/contact`. */
function siblingOf(path: string, key: string, id: string): string {
  const row = path.slice(0, -key.length - 1)
  return `${row.slice(0, row.lastIndexOf('/'))}/${id}/${key}`
}
