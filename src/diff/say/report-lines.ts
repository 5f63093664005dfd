import type { Contact } from '../../report/report.ts'
import type { FieldNode, ReportTree } from '../compare/report-tree.ts'
import { fieldsOf, listOf } from '../compare/report-tree.ts'
import { itemsOfContact } from '../compare/contact-items.ts'
import { shownValue } from './shown-value.ts'

/**
 * A report as lines of a path and a value, in the order of the report: `cities/auental/programme/goals: …`. Two of them
 * can be compared by any program that compares lines. What only tells where something stands is left out.
 */
export function reportLines({ schemaVersion, title, entities }: ReportTree): readonly string[] {
  const fields = entities.flatMap((entity) => [
    { path: `${entity.path}/name`, text: entity.name },
    ...entity.sections.flatMap((section) => [
      ...section.fields.flatMap(valuesOf),
      ...section.tables.flatMap((table) => table.records.flatMap(({ cells }) => cells.flatMap(valuesOf))),
    ]),
  ])
  return [
    `schemaVersion: ${schemaVersion}`,
    `edition/title: ${title}`,
    ...fields.flatMap(({ path, text }) => text.split('\n').map((line) => `${path}: ${line}`)),
  ]
}

interface PlacedText {
  readonly path: string
  readonly text: string
}

function valuesOf({ path, kind, json }: FieldNode): readonly PlacedText[] {
  if (kind === 'contact' && Object.keys(fieldsOf(json)).length > 0) {
    const lists = itemsOfContact(json as Contact, (text) => text)
    return lists.flatMap(({ key, items }) => items.map(({ shown }) => ({ path: `${path}/${key}`, text: shown })))
  }
  if (kind === 'richText')
    return [{ path, text: shownValue(fieldsOf(json)['blocks'], 'field').replaceAll(/^¶ /gmu, '') }].filter(isPrinted)
  const texts = kind === 'list' ? listOf(json) : [json]
  return texts.map((text) => ({ path, text: shownValue(text, 'field') })).filter(isPrinted)
}

function isPrinted({ text }: PlacedText): boolean {
  return text !== ''
}
