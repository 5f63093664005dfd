import { groupBy } from '../../layout/group-by.ts'
import type { DiffRules } from '../../rules/diff-rules.ts'
import type { Rules } from '../../rules/load-rules.ts'
import type { Aliases } from './aliases.ts'
import type { ContentKey } from './content-key.ts'
import { type Part, partsOfEntity, partsOfRecord } from './features.ts'
import { type Alike, likenessBy } from './likeness.ts'
import { type NodePair, pairAlike, pairNodes, pairPinned, type Pairs } from './pair-nodes.ts'
import type { EntityNode, RecordNode, ReportTree, TableNode } from './report-tree.ts'

/** A table that both reports have, with its rows. */
export interface TablePair {
  readonly entities: NodePair<EntityNode>
  readonly old: TableNode
  readonly new: TableNode
  /** Rows that moved are in none of its lists. */
  readonly records: Pairs<RecordNode>
}

/** What stands for the same thing in both reports. */
export interface Matches {
  readonly entities: Pairs<EntityNode>
  readonly tables: readonly TablePair[]
  /** Rows that stand in the table of another entity now. */
  readonly moves: readonly NodePair<RecordNode>[]
  /** Path of each row of the old report that the new one has, with its path there. */
  readonly sameRows: ReadonlyMap<string, string>
}

/** Finds out what stands for the same thing: by keys, by what a person has said, by likeness. */
export function matchReports(
  old: ReportTree,
  next: ReportTree,
  { diff: { renames } }: Rules,
  aliases: Aliases,
  content: ContentKey,
): Matches {
  const threshold = renames.threshold.value
  const entities = pairNodes(old.entities, next.entities, {
    keyOf: ({ identity }) => identity,
    likeness: likenessOf(
      [...old.entities, ...next.entities],
      (entity) => partsOfEntity(entity, content),
      renames.weights,
    ),
    threshold,
    aliases,
  })
  const keyOf = ({ identity }: RecordNode): string => JSON.stringify(identity.map(content))
  const likenesses = new Map(
    [...groupBy([...old.entities, ...next.entities].flatMap(tablesOf), ({ rule }) => rule.key)].map(([key, tables]) => {
      const partsOf = (record: RecordNode): readonly Part[] =>
        partsOfRecord(record, tables[0]?.rule.identity ?? [], content)
      return [
        key,
        likenessOf(
          tables.flatMap(({ records }) => records),
          partsOf,
          renames.weights,
        ),
      ] as const
    }),
  )
  const rulesOf = ({ rule }: TableNode) => ({
    keyOf,
    threshold,
    aliases,
    likeness: likenesses.get(rule.key) ?? NOT_ALIKE,
  })
  const tables = entities.pairs.flatMap((pair) =>
    pairTables(pair).map(([a, b]) => ({
      entities: pair,
      old: a,
      new: b,
      records: pairNodes(a.records, b.records, rulesOf(a)),
    })),
  )
  const moves = [...groupBy(tables, (table) => table.new.rule.key).values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : findMoves(group, { ...rulesOf(first.old), aliases })
  })
  const rows = [...tables.flatMap(({ records }) => records.pairs), ...moves]
  const sameRows = new Map(rows.map((pair) => [pair.old.path, pair.new.path]))
  return { entities, tables: withoutMoved(tables, moves), moves, sameRows }
}

const NOT_ALIKE = (): Alike => ({ score: 0, reasons: [] })

/** Measures nothing before the first question: most reports have nothing that only likeness could pair. */
function likenessOf<T extends { readonly path: string }>(
  all: readonly T[],
  partsOf: (node: T) => readonly Part[],
  weights: DiffRules['renames']['weights'],
): (old: T, next: T) => Alike {
  let known: ((old: T, next: T) => Alike) | null = null
  return (old, next) => (known ??= likenessBy(all, partsOf, weights))(old, next)
}

function tablesOf({ sections }: EntityNode): readonly TableNode[] {
  return sections.flatMap(({ tables }) => tables)
}

/** Tables of sections that both have. */
function pairTables(pair: NodePair<EntityNode>): readonly (readonly [TableNode, TableNode])[] {
  return pair.new.sections.flatMap((section) => {
    const other = pair.old.sections.find(({ key }) => key === section.key)
    return section.tables.flatMap((table) => {
      const twin = other?.tables.find(({ rule }) => rule.key === table.rule.key)
      return twin === undefined ? [] : [[twin, table] as const]
    })
  })
}

/** Rows that only one side has, where an entity lost one and another gained one of the same name that is alike. */
function findMoves(
  tables: readonly TablePair[],
  rules: Parameters<typeof pairNodes<RecordNode>>[2],
): readonly NodePair<RecordNode>[] {
  const gone = tables.flatMap(({ records }) => records.onlyOld)
  const come = tables.flatMap(({ records }) => records.onlyNew)
  const pinned = pairPinned(gone, come, rules.aliases)
  const taken = new Set(pinned.flatMap((pair) => [pair.old, pair.new]))
  const comeByKey = groupBy(
    come.filter((record) => !taken.has(record)),
    rules.keyOf,
  )
  const named = [
    ...groupBy(
      gone.filter((record) => !taken.has(record)),
      rules.keyOf,
    ),
  ].flatMap(([key, group]) => pairAlike(group, comeByKey.get(key) ?? [], rules, rules.threshold))
  return [...pinned, ...named]
}

function withoutMoved(tables: readonly TablePair[], moves: readonly NodePair<RecordNode>[]): readonly TablePair[] {
  const moved = new Set(moves.flatMap((pair) => [pair.old, pair.new]))
  const staying = (records: readonly RecordNode[]): readonly RecordNode[] => records.filter((one) => !moved.has(one))
  return tables.map((table) => {
    const { onlyOld, onlyNew, ...records } = table.records
    return { ...table, records: { ...records, onlyOld: staying(onlyOld), onlyNew: staying(onlyNew) } }
  })
}
