import type { Severity } from '../../report/report.ts'
import type { CompiledSection, CompiledTable, Rules } from '../../rules/load-rules.ts'
import type { FieldKind } from '../../rules/outline-rules.ts'
import { distinctIds, slug } from '../../outline/entity-id.ts'

/** A value with its place in the report. */
export interface Node {
  /** Ids from the list of entities to here. */
  readonly path: string
  readonly pointer: string
  readonly json: unknown
}

/** A value that is read as its kind asks. */
export interface FieldNode extends Node {
  readonly key: string
  readonly kind: FieldKind
}

/** A row of a table. */
export interface RecordNode extends Node {
  readonly id: string
  /** The values that tell it from other rows. */
  readonly identity: readonly string[]
  readonly name: string
  readonly cells: readonly FieldNode[]
}

export interface TableNode extends Node {
  readonly rule: CompiledTable
  readonly records: readonly RecordNode[]
}

export interface SectionNode extends Node {
  readonly key: string
  readonly fields: readonly FieldNode[]
  readonly tables: readonly TableNode[]
}

export interface EntityNode extends Node {
  readonly id: string
  readonly identity: string
  readonly name: string
  /** Those that the report holds. */
  readonly sections: readonly SectionNode[]
}

/** A diagnostic with the path of what it is about. */
export interface DiagnosticNode {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly page: number | null
  readonly pointer: string | null
  readonly path: string
  readonly entity: string | null
}

/** A report as it is compared: what is content, by ids. Numbers of chapters, pages and hashes are left out. */
export interface ReportTree {
  readonly schemaVersion: string
  readonly title: string
  readonly entities: readonly EntityNode[]
  readonly diagnostics: readonly DiagnosticNode[]
  /** Characters that ended nowhere; null where the report does not say. */
  readonly unclaimed: number | null
}

type Fields = Readonly<Record<string, unknown>>

/** @param report of the shape that the rules give it; what a neighbouring version of the shape lacks counts as empty */
export function toTree(report: Fields, rules: Rules): ReportTree {
  const { key } = rules.outline.entity
  const edition = fieldsOf(report['edition'])
  const entities = listOf(report[key]).map((json, index) =>
    toEntity(fieldsOf(json), { path: key, pointer: `/${key}/${String(index)}` }, rules),
  )
  const unclaimed = fieldsOf(edition['extraction'])['unclaimed']
  return {
    schemaVersion: textOf(report['schemaVersion']),
    title: textOf(edition['title']),
    entities,
    diagnostics: listOf(report['diagnostics']).map((json) => toDiagnostic(json as DiagnosticNode, entities)),
    unclaimed: typeof unclaimed === 'number' ? unclaimed : null,
  }
}

type Place = Omit<Node, 'json'>

function below({ path, pointer }: Place, id: string, step = id): Place {
  return { path: `${path}/${id}`, pointer: `${pointer}/${step}` }
}

function toEntity(json: Fields, list: Place, { outline }: Rules): EntityNode {
  const id = textOf(json['id'])
  const place = { path: `${list.path}/${id}`, pointer: list.pointer }
  return {
    ...place,
    json,
    id,
    identity: String(json[outline.entity.identity]),
    name: textOf(json['name']),
    sections: outline.sections.flatMap((rule) => {
      const section = json[rule.key]
      return isFields(section) ? [toSection(section, below(place, rule.key), rule)] : []
    }),
  }
}

function toSection(json: Fields, place: Place, rule: CompiledSection): SectionNode {
  const heading = fieldsOf(json['heading'])
  const titled = below(below(place, 'heading'), 'title')
  const fields = rule.parts.flatMap((part): readonly FieldNode[] => {
    if (part.kind === 'group' || part.kind === 'table') return []
    if (part.kind !== 'figure') return [toField(part.key, part.kind, json[part.key], place)]
    const titles = listOf(json[part.key]).map((figure) => textOf(fieldsOf(figure)['title']))
    return [toField(part.key, 'list', titles, place)]
  })
  return {
    ...place,
    json,
    key: rule.key,
    fields: [
      { ...titled, key: 'heading/title', kind: 'text', json: heading['title'] },
      ...fields,
      ...toUnassigned(json, place),
    ],
    tables: rule.parts.flatMap((part) => (part.kind === 'table' ? [toTable(json[part.key], place, part)] : [])),
  }
}

/** Texts below headings that the rules do not know, by their headings. */
function toUnassigned(json: Fields, place: Place): readonly FieldNode[] {
  const entries = listOf(json['unassigned']).map(fieldsOf)
  const ids = distinctIds(entries.map(({ heading }) => slug(textOf(heading))))
  return entries.map(({ text }, index) => {
    const key = `unassigned/${ids[index] ?? ''}`
    const pointer = `${place.pointer}/unassigned/${String(index)}/text`
    return { path: `${place.path}/${key}`, pointer, key, kind: 'richText', json: text }
  })
}

function toField(key: string, kind: FieldKind, json: unknown, place: Place): FieldNode {
  return { ...below(place, key), key, kind, json }
}

function toTable(json: unknown, section: Place, rule: CompiledTable): TableNode {
  const place = below(section, rule.key)
  const records = listOf(json).map((record, index) => toRecord(fieldsOf(record), place, index, rule))
  return { ...place, json, rule, records }
}

function toRecord(json: Fields, table: Place, index: number, rule: CompiledTable): RecordNode {
  const id = textOf(json['id'])
  const place = below(table, id, String(index))
  const known = rule.columns.map(({ key, kind }) => toField(key, kind, json[key], place))
  const others = Object.keys(json).filter((key) => key !== 'id' && !rule.columns.some((column) => column.key === key))
  return {
    ...place,
    json,
    id,
    identity: rule.identity.map((key) => shownText(json[key])),
    name: textOf(json[rule.rowName]),
    cells: [...known, ...others.map((key) => toField(key, 'richText', json[key], place))],
  }
}

/** Pointers lead by positions; paths by ids. What a diagnostic points to may be a leaf of a value. */
function toDiagnostic(json: DiagnosticNode, entities: readonly EntityNode[]): DiagnosticNode {
  const { code, severity, message, page, pointer } = json
  const found = pointer === null ? null : pathTo(pointer, entities)
  return { code, severity, message, page, pointer, path: found?.path ?? '', entity: found?.entity ?? null }
}

function pathTo(pointer: string, entities: readonly EntityNode[]): { path: string; entity: string } | null {
  const entity = entities[Number(pointer.split('/')[2])]
  if (entity === undefined) return null
  const inside: readonly Node[] = entity.sections.flatMap((section) => [
    section,
    ...section.fields,
    ...section.tables.flatMap((table) => [table, ...table.records.flatMap((record) => [record, ...record.cells])]),
  ])
  const holders = [entity, ...inside].filter(
    (node) => pointer === node.pointer || pointer.startsWith(`${node.pointer}/`),
  )
  const nearest = holders.reduce<Node>(
    (best, node) => (node.pointer.length > best.pointer.length ? node : best),
    entity,
  )
  return { path: nearest.path, entity: entity.id }
}

/** The words of a value that has words, whatever its kind. */
export function shownText(json: unknown): string {
  if (typeof json === 'string') return json
  return isFields(json) ? textOf(json['text']) : ''
}

function isFields(json: unknown): json is Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** An object's fields; none where it is something else. */
export function fieldsOf(json: unknown): Fields {
  return isFields(json) ? json : {}
}

/** A list's entries; none where it is something else. */
export function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : []
}

/** A text; empty where it is something else. */
export function textOf(json: unknown): string {
  return typeof json === 'string' ? json : ''
}
