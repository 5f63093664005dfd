import type { Rules } from '../../rules/load-rules.ts'
import type { Aliases } from './aliases.ts'
import { type ContentKey, contentKeyOf } from './content-key.ts'
import { compareFields, differencesOf } from './compare-fields.ts'
import { compareErrors, compareUnclaimed } from './compare-findings.ts'
import { compareRecords } from './compare-records.ts'
import { compareTexts } from './value-difference.ts'
import { type DiffFinding, type Difference, difference, type Pairing, spotOf, type Subject } from './difference.ts'
import { matchFindings } from './match-findings.ts'
import { type Matches, matchReports } from './match-reports.ts'
import type { NodePair } from './pair-nodes.ts'
import type { EntityNode, FieldNode, Node, ReportTree, SectionNode } from './report-tree.ts'

/** What two reports do not agree on, in the order of the new one, and what keeps the comparison from being sure. */
export interface Comparison {
  readonly differences: readonly Difference[]
  readonly findings: readonly DiffFinding[]
  /** Rows of each table on both sides, by the path of the table in either report. */
  readonly rowCounts: ReadonlyMap<string, RowCounts>
}

export interface RowCounts {
  readonly old: number
  readonly new: number
}

/**
 * Compares two reports of one family by ids, never by position, and without any opinion on what matters. Numbers of
 * chapters, pages, and the order of chapters and rows are no content.
 */
export function compareReports(old: ReportTree, next: ReportTree, rules: Rules, aliases: Aliases): Comparison {
  const content = contentKeyOf(rules.diff.sameContent.characters)
  const matches = matchReports(old, next, rules, aliases, content)
  const pairs = new Map(matches.entities.pairs.map((pair) => [pair.new, pair]))
  return {
    differences: [
      ...compareWhole(old, next, content),
      ...next.entities.flatMap((entity) => {
        const pair = pairs.get(entity)
        return pair === undefined ? [wholeAdded('entity', entity, entity.id)] : compareEntities(pair, matches, content)
      }),
      ...matches.entities.onlyOld.map((entity) => wholeRemoved('entity', entity, entity.id)),
      ...compareErrors(old, next, matches),
      ...compareUnclaimed(old, next),
    ],
    findings: matchFindings(old, next, matches, aliases),
    rowCounts: new Map(
      matches.tables.flatMap((table) => {
        const counts = { old: table.old.records.length, new: table.new.records.length }
        return [table.old.path, table.new.path].map((path) => [path, counts] as const)
      }),
    ),
  }
}

function compareWhole(old: ReportTree, next: ReportTree, content: ContentKey): readonly Difference[] {
  const compare = (subject: 'schema' | 'title', path: string, before: string, after: string): readonly Difference[] => {
    const spot = spotOf({ path, pointer: `/${path}` })
    const isSameContent = subject === 'title' && content(before) === content(after)
    return before === after
      ? []
      : [difference({ kind: 'changed', subject, old: spot, new: spot, before, after, isSameContent })]
  }
  return [
    ...compare('schema', 'schemaVersion', old.schemaVersion, next.schemaVersion),
    ...compare('title', 'edition/title', old.title, next.title),
  ]
}

function wholeAdded(subject: Subject, node: Node, entity: string): Difference {
  return difference({ kind: 'added', subject, new: spotOf(node), after: node.json, entity })
}

function wholeRemoved(subject: Subject, node: Node, entity: string): Difference {
  return difference({ kind: 'removed', subject, old: spotOf(node), before: node.json, entity })
}

function compareEntities(pair: NodePair<EntityNode>, matches: Matches, content: ContentKey): readonly Difference[] {
  const { old, new: next, pairing } = pair
  const keys = [...new Set([...next.sections, ...old.sections].map(({ key }) => key))]
  return [
    ...(pairing === null ? compareNames(pair, content) : [renamedEntity(old, next, pairing)]),
    ...keys.flatMap((key) => {
      const [a, b] = [old, next].map(({ sections }) => sections.find((section) => section.key === key))
      if (a === undefined) return b === undefined ? [] : [wholeAdded('section', b, next.id)]
      return b === undefined ? [wholeRemoved('section', a, next.id)] : compareSections(a, b, pair, matches, content)
    }),
  ]
}

function renamedEntity(old: EntityNode, next: EntityNode, pairing: Pairing): Difference {
  const names = { before: old.name, after: next.name }
  return difference({
    kind: 'renamed',
    subject: 'entity',
    old: spotOf(old),
    new: spotOf(next),
    ...names,
    entity: next.id,
    pairing,
  })
}

function compareNames({ old, new: next }: NodePair<EntityNode>, content: ContentKey): readonly Difference[] {
  const [a, b] = [nameOf(old), nameOf(next)]
  return differencesOf(a, b, compareTexts(old.name, next.name, content), { entity: next.id, id: null })
}

function nameOf({ path, pointer, name }: EntityNode): FieldNode {
  return { path: `${path}/name`, pointer: `${pointer}/name`, key: 'name', kind: 'text', json: name }
}

function compareSections(
  old: SectionNode,
  next: SectionNode,
  pair: NodePair<EntityNode>,
  matches: Matches,
  content: ContentKey,
): readonly Difference[] {
  const tables = matches.tables.filter((table) => next.tables.includes(table.new) && table.entities === pair)
  return [
    ...compareFields(old.fields, next.fields, { entity: pair.new.id, id: null }, { content, areSameRow: areEqual }),
    ...tables.flatMap((table) => compareRecords(table, matches, content)),
  ]
}

/** Outside tables a contact refers to nothing. */
function areEqual(oldId: string, newId: string): boolean {
  return oldId === newId
}
