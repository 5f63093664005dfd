import type { ParsedContact, Read } from '../contacts/parsed-contact.ts'
import { distinctIds, entityId } from '../outline/entity-id.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { CellValue, EntityValue, RecordValue, SectionValue } from '../values/read-entities.ts'
import { wordIds } from '../values/read-entities.ts'
import type { ReadRichText } from '../values/read-rich-text.ts'
import { type ResolvedContact, resolveReferences } from '../values/resolve-references.ts'
import type { Contact, RichText } from './report.ts'

/** JSON with, beside it, the printed words behind each of its values by JSON Pointer. */
export interface Traced {
  readonly json: unknown
  /** JSON Pointer to ids of words; pointers are relative to `json`. */
  readonly words: ReadonlyMap<string, readonly number[]>
}

/** An object whose parts are traced. */
export function tracedObject(parts: Readonly<Record<string, Traced>>): Traced {
  const words = new Map<string, readonly number[]>()
  for (const [key, part] of Object.entries(parts)) addBelow(words, key, part)
  return { json: Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part.json])), words }
}

/** A list whose entries are traced. */
export function tracedList(parts: readonly Traced[]): Traced {
  const words = new Map<string, readonly number[]>()
  for (const [index, part] of parts.entries()) addBelow(words, String(index), part)
  return { json: parts.map((part) => part.json), words }
}

/** A value with the words it was read from. */
export function leaf(json: unknown, words: readonly number[] = []): Traced {
  return { json, words: words.length === 0 ? new Map() : new Map([['', words]]) }
}

function addBelow(words: Map<string, readonly number[]>, key: string, part: Traced): void {
  const token = key.replaceAll('~', '~0').replaceAll('/', '~1')
  for (const [pointer, ids] of part.words) words.set(`/${token}${pointer}`, ids)
}

/** The list of entities of `report.json`. */
export function assembleEntities(entities: readonly EntityValue[], rules: Rules, hasPages: boolean): Traced {
  const ids = distinctIds(entities.map(({ region }) => entityId(region.heading.title, rules.outline)))
  return tracedList(entities.map((entity, index) => assembleEntity(entity, ids[index] ?? '', index, rules, hasPages)))
}

function assembleEntity(entity: EntityValue, id: string, index: number, rules: Rules, hasPages: boolean): Traced {
  const { heading } = entity.region
  const [number, ...title] = wordIds(heading.lines)
  const sections = rules.outline.sections.map((rule) => {
    const value = entity.sections.find(({ fields }) => fields.region.rule === rule)
    return [rule.key, value === undefined ? leaf(null) : assembleSection(value)] as const
  })
  return tracedObject({
    id: leaf(id),
    number: leaf(heading.number ?? index + 1, heading.number === null || number === undefined ? [] : [number]),
    name: leaf(heading.title, heading.number === null ? wordIds(heading.lines) : title),
    pages: leaf(hasPages ? pageRange(entity) : null),
    ...Object.fromEntries(sections),
  })
}

function pageRange(entity: EntityValue): readonly [number, number] {
  const { heading, lead, sections } = entity.region
  const pages = [
    ...heading.lines,
    ...lead,
    ...sections.flatMap((section) => [...section.heading.lines, ...section.lines]),
  ].map((line) => line.page)
  return [Math.min(...pages), Math.max(...pages)]
}

function assembleSection({ fields, texts, tables }: SectionValue): Traced {
  const { rule, heading } = fields.region
  const headingWords = wordIds(heading.lines)
  const parts = rule.parts.flatMap((part): (readonly [string, Traced])[] => {
    if (part.kind === 'group') return []
    if (part.kind === 'figures') {
      const shown = fields.figures.filter(({ caption }) => part.captions.includes(caption))
      return [
        [
          part.key,
          tracedList(shown.map(({ caption, label }) => tracedObject({ title: leaf(caption, wordIds(label)) }))),
        ],
      ]
    }
    if (part.kind === 'text') {
      const text = texts.find((other) => other.part === part)
      return [[part.key, text === undefined ? leaf(EMPTY_TEXT) : assembleText(text.value)]]
    }
    const records = tables.filter((table) => table.part === part).flatMap((table) => assembleRecords(table.records))
    return [[part.key, tracedList(records)]]
  })
  return tracedObject({
    heading: tracedObject({
      number: leaf(heading.number ?? '', heading.number === null ? [] : headingWords.slice(0, 1)),
      title: leaf(heading.title, heading.number === null ? headingWords : headingWords.slice(1)),
    }),
    ...Object.fromEntries(parts),
  })
}

const EMPTY_TEXT: RichText = { text: '', blocks: [] }

function assembleText({ value, words }: ReadRichText): Traced {
  const blocks = value.blocks.map((block, index) =>
    tracedObject({
      kind: leaf(block.kind),
      marker: leaf(block.marker),
      level: leaf(block.level),
      text: leaf(block.text, words[index]),
    }),
  )
  return tracedObject({ text: leaf(value.text, words.flat()), blocks: tracedList(blocks) })
}

function assembleRecords(records: readonly RecordValue[]): readonly Traced[] {
  const column = records[0]?.cells.findIndex((cell) => cell.role === 'contact') ?? -1
  const contacts = resolveReferences(records, column)
  return records.map((record, index) => {
    const cells = record.cells.map((cell): readonly [string, Traced] => [cell.key, assembleCell(cell, contacts[index])])
    return tracedObject({ id: leaf(record.id), ...Object.fromEntries(cells) })
  })
}

function assembleCell(cell: CellValue, contact: ResolvedContact | undefined): Traced {
  switch (cell.role) {
    case 'name':
      return leaf(cell.value.value, cell.value.words)
    case 'text':
      return assembleText(cell.value)
    case 'contact':
      return contact?.text == null || contact.values === null
        ? leaf(null)
        : assembleContact(contact.text, contact.values, contact.sameAs)
  }
}

function assembleContact(text: Read<string>, values: ParsedContact, sameAs: string | null): Traced {
  const list = (reads: readonly Read<unknown>[]) => tracedList(reads.map((read) => leaf(read.value, read.words)))
  const parts: Readonly<Record<keyof Contact, Traced>> = {
    text: leaf(text.value, text.words),
    organisations: list(values.organisations),
    persons: list(values.persons),
    addresses: list(values.addresses),
    phones: list(values.phones),
    emails: list(values.emails),
    urls: list(values.urls),
    notes: list(values.notes),
    sameAs: leaf(sameAs),
  }
  return tracedObject(parts)
}
