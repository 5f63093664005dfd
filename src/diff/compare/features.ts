import type { Contact } from '../../report/report.ts'
import type { ContentKey } from './content-key.ts'
import { itemsOfContact } from './contact-items.ts'
import { type EntityNode, type FieldNode, fieldsOf, listOf, type RecordNode, shownText, textOf } from './report-tree.ts'

/** What parts weigh when two things are compared. */
export type Role = 'name' | 'text' | 'contact' | 'other'

/** One part of a thing as a bag of what can be compared: words, pieces of words, values. */
export interface Part {
  readonly key: string
  readonly role: Role
  readonly features: ReadonlyMap<string, number>
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The parts of a row: one for each column. */
export function partsOfRecord(
  { cells, identity }: RecordNode,
  keys: readonly string[],
  content: ContentKey,
): readonly Part[] {
  const names: Part = {
    key: keys.join(' + '),
    role: 'name',
    features: bag(identity.flatMap(piecesOf)),
  }
  return [names, ...cells.filter(({ key }) => !keys.includes(key)).map((cell) => partOfCell(cell, content))]
}

/** The parts of a chapter: its name, and all it says with the names of its rows. */
export function partsOfEntity({ name, sections }: EntityNode, content: ContentKey): readonly Part[] {
  const fields = sections.flatMap(({ fields: own }) => own).filter(({ key }) => !key.startsWith('heading/'))
  const texts = fields.flatMap(({ json }) => wordsOf(shownText(json)))
  const rows = sections.flatMap(({ tables }) =>
    tables.flatMap(({ records }) => records.map((record) => content(record.name))),
  )
  return [
    { key: 'name', role: 'name', features: bag(piecesOf(name)) },
    { key: 'text', role: 'text', features: bag([...texts, ...rows]) },
  ]
}

function partOfCell({ key, kind, json }: FieldNode, content: ContentKey): Part {
  switch (kind) {
    case 'contact':
      return { key, role: 'contact', features: bag(contactFeatures(json, content)) }
    case 'richText':
    case 'text':
      return { key, role: 'text', features: bag(wordsOf(shownText(json))) }
    case 'list':
      return { key, role: 'text', features: bag(listOf(json).flatMap((entry) => wordsOf(textOf(entry)))) }
    case 'number':
    case 'money':
    case 'date':
    case 'reference':
      return { key, role: 'other', features: bag([content(shownText(json))].filter((value) => value !== '')) }
  }
}

function contactFeatures(json: unknown, content: ContentKey): readonly string[] {
  if (Object.keys(fieldsOf(json)).length === 0) return []
  return itemsOfContact(json as Contact, content).flatMap(({ key, items }) => items.map((item) => `${key} ${item.key}`))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** Words of a name and their pieces of three letters, so that `Kulturherbst` is like `Kulturfrühling`. */
function piecesOf(name: string): readonly string[] {
  return wordsOf(name).flatMap((word) => {
    const whole = `^${word}$`
    return [
      whole,
      ...Array.from({ length: Math.max(0, whole.length - 2) }, (_, start) => whole.slice(start, start + 3)),
    ]
  })
}

function bag(features: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}
