import { type ContentKey } from '../diff/compare/content-key.ts'
import { itemsOfContact } from '../diff/compare/contact-items.ts'
import {
  type EntityNode,
  fieldsOf,
  type FieldNode,
  listOf,
  type RecordNode,
  type SectionNode,
  shownText,
  type TableNode,
  textOf,
  toTree,
} from '../diff/compare/report-tree.ts'
import type { Block, Contact, Report } from '../report/report.ts'
import type { CompiledSection, Rules } from '../rules/load-rules.ts'
import type { RegionKind } from './review-data.ts'

/** What can be selected: a value, an entry of a list, or text that ended nowhere. */
export interface ReviewedValue {
  /** Ids that lead to it, as a correction names it; null where it cannot be corrected. */
  readonly path: string | null
  readonly pointer: string
  readonly label: string
  /** As a correction has it; null where the report has nothing there. */
  readonly text: string | null
  /** Paragraphs and items; null where it is no rich text. */
  readonly blocks: readonly Block[] | null
  readonly isEntry: boolean
  readonly kind: RegionKind
}

/** A list that an entry can be added to. */
export interface OpenList {
  readonly path: string
  readonly label: string
}

/** Values that stand together: a field, a row. */
export interface ReviewedCard {
  /** Null where its only value says it. */
  readonly title: string | null
  readonly values: readonly ReviewedValue[]
  readonly lists: readonly OpenList[]
}

export interface ReviewedSection {
  readonly title: string
  readonly cards: readonly ReviewedCard[]
}

export interface ReviewedEntity {
  readonly id: string
  readonly name: string
  readonly pointer: string
  readonly cards: readonly ReviewedCard[]
  readonly sections: readonly ReviewedSection[]
}

/** A report as a person looks through it, with the paths by which values are corrected. */
export function reviewedEntities(report: Report, rules: Rules): readonly ReviewedEntity[] {
  return toTree({ ...report }, rules).entities.map((entity) => ({
    id: entity.id,
    name: entity.name,
    pointer: entity.pointer,
    cards: [headCard(entity)],
    sections: entity.sections.map((section) => reviewedSection(section, rules)),
  }))
}

const CONTACT_WORDS: Readonly<Record<string, string>> = {
  organisations: 'Office',
  persons: 'Person',
  addresses: 'Address',
  phones: 'Phone',
  emails: 'E-mail',
  urls: 'Web address',
  notes: 'Note',
}

/** Entries are told by what they show, so how they compare does not matter. */
const AS_IT_IS: ContentKey = (text) => text

function headCard({ path, pointer, json, name }: EntityNode): ReviewedCard {
  const number = fieldsOf(json)['number']
  const named = { path: `${path}/name`, pointer: `${pointer}/name`, label: 'Its name', text: name }
  const counted = { path: null, pointer: `${pointer}/number`, label: 'Number', text: String(number) }
  return {
    title: null,
    values: [
      { ...PLAIN, ...named, kind: 'name' },
      ...(number === undefined || number === null ? [] : [{ ...PLAIN, ...counted }]),
    ],
    lists: [],
  }
}

const PLAIN = { blocks: null, isEntry: false, kind: 'value' } as const

function reviewedSection(section: SectionNode, rules: Rules): ReviewedSection {
  const rule = rules.outline.sections.find(({ key }) => key === section.key)
  const heading = fieldsOf(fieldsOf(section.json)['heading'])
  const number = textOf(heading['number'])
  const pointer = `${section.pointer}/heading/number`
  const numbered = number === '' ? [] : [{ ...PLAIN, path: null, pointer, label: 'Number', text: number }]
  const [titled, ...fields] = section.fields
  return {
    title: textOf(heading['title']) || (rule?.title ?? section.key),
    cards: [
      {
        title: null,
        values: [...numbered, ...(titled === undefined ? [] : valuesOf(titled, 'Title').values)],
        lists: [],
      },
      ...fields.map((field) => (isFigure(field, rule) ? figureCard(field) : fieldCard(field, labelOf(field, rule)))),
      ...section.tables.flatMap((table) => table.records.map((record) => recordCard(record, table))),
    ].filter(({ values, lists }) => values.length + lists.length > 0),
  }
}

/** As printed, where the rules know it. */
function labelOf({ key, pointer }: FieldNode, rule: CompiledSection | undefined): string {
  if (key.startsWith('unassigned/')) return `Below a heading that no rule knows (${pointer.split('/').at(-2) ?? ''})`
  const part = rule?.parts.find((one) => one.kind !== 'group' && one.key === key)
  return part !== undefined && 'label' in part ? part.label : key
}

function isFigure({ key }: FieldNode, rule: CompiledSection | undefined): boolean {
  return rule?.parts.some((part) => part.kind === 'figure' && part.key === key) === true
}

/** Captions are worded as in the rules, so there is nothing to correct. */
function figureCard(field: FieldNode): ReviewedCard {
  const { values } = listValues(field, 'Figure')
  return { title: null, values: values.map((value) => ({ ...value, path: null })), lists: [] }
}

function fieldCard(field: FieldNode, label: string): ReviewedCard {
  const { values, lists } = valuesOf(field, label)
  return { title: values.length === 1 && lists.length === 0 ? null : label, values, lists }
}

function recordCard({ name, cells }: RecordNode, { rule }: TableNode): ReviewedCard {
  const read = cells.map((cell) => {
    const label = rule.columns.find(({ key }) => key === cell.key)?.label ?? cell.key
    const isName = cell.key === rule.rowName
    const { values, lists } = valuesOf(cell, label)
    return { values: isName ? values.map((value) => ({ ...value, kind: 'name' as const })) : values, lists }
  })
  return { title: name, values: read.flatMap(({ values }) => values), lists: read.flatMap(({ lists }) => lists) }
}

type Values = Pick<ReviewedCard, 'values' | 'lists'>

function valuesOf(field: FieldNode, label: string): Values {
  if (field.kind === 'contact') return contactValues(field, label)
  if (field.kind === 'list') return listValues(field, label)
  const { path, pointer, json } = field
  const text = json === null || json === undefined ? null : shownText(json)
  const blocks = field.kind === 'richText' ? (listOf(fieldsOf(json)['blocks']) as readonly Block[]) : null
  const kind = field.kind === 'richText' ? 'text' : 'value'
  return { values: [{ path, pointer, label, text, blocks, isEntry: false, kind }], lists: [] }
}

function listValues({ path, pointer, json }: FieldNode, label: string): Values {
  const values = listOf(json).map((entry, index) => {
    const place = { path, pointer: `${pointer}/${String(index)}` }
    return { ...PLAIN, ...place, label, text: shownText(entry), isEntry: true }
  })
  return { values, lists: [{ path, label }] }
}

function contactValues({ path, pointer, json }: FieldNode, label: string): Values {
  if (json === null || json === undefined) return { values: [], lists: [] }
  const lists = Object.entries(CONTACT_WORDS).map(([key, word]) => ({ path: `${path}/${key}`, label: word }))
  const contact = json as Contact
  const printed = {
    path: `${path}/text`,
    pointer: `${pointer}/text`,
    label: `${label}, as printed`,
    text: contact.text,
  }
  const entries = itemsOfContact(contact, AS_IT_IS).flatMap(({ key, items }) =>
    items.map(({ shown }, index) => ({
      ...PLAIN,
      path: `${path}/${key}`,
      pointer: `${pointer}/${key}/${String(index)}`,
      label: CONTACT_WORDS[key] ?? key,
      text: shown,
      isEntry: true,
      kind: 'contact' as const,
    })),
  )
  return { values: [...entries, { ...PLAIN, ...printed, kind: 'contact' }], lists }
}
