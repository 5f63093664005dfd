import { compareFields, type Owner } from './compare-fields.ts'
import type { ContentKey } from './content-key.ts'
import { type Difference, difference, spotOf } from './difference.ts'
import type { Matches, TablePair } from './match-reports.ts'
import type { NodePair } from './pair-nodes.ts'
import type { RecordNode } from './report-tree.ts'

/** Rows of a table, in the order of the new report; those that came from another table with what changed in them. */
export function compareRecords(
  table: TablePair,
  { moves, sameRows }: Matches,
  content: ContentKey,
): readonly Difference[] {
  const { records, old, new: next } = table
  const pairs = new Map(records.pairs.map((pair) => [pair.new, pair]))
  const come = new Map(moves.map((pair) => [pair.new, pair]))
  const ownerOf = ({ id }: RecordNode): Owner => ({ entity: table.entities.new.id, id })
  const onlyNew = new Set(records.onlyNew)
  const isFilled = old.records.length === 0 && records.onlyNew.length > 0
  const isEmptied = next.records.length === 0 && records.onlyOld.length > 0
  const kept = next.records.flatMap((record): readonly Difference[] => {
    const moved = come.get(record)
    const pair = pairs.get(record) ?? moved
    const owner = ownerOf(record)
    if (pair === undefined)
      return isFilled || !onlyNew.has(record)
        ? []
        : [difference({ ...RECORD, kind: 'added', new: spotOf(record), after: record.json, ...owner })]
    const own = cellsToCompare(pair, table)
    return [
      ...(moved === undefined ? renamedRecord(pair, owner) : [movedRecord(moved, owner)]),
      ...compareFields(own.old, own.new, owner, { content, areSameRow: areSameRow(pair, sameRows) }),
    ]
  })
  const gone = isEmptied
    ? []
    : records.onlyOld.map((record) =>
        difference({ ...RECORD, kind: 'removed', old: spotOf(record), before: record.json, ...ownerOf(record) }),
      )
  const whole = { subject: 'table', entity: table.entities.new.id } as const
  return [
    ...(isFilled ? [difference({ ...whole, kind: 'added', new: spotOf(next), after: next.json })] : []),
    ...(isEmptied ? [difference({ ...whole, kind: 'removed', old: spotOf(old), before: old.json })] : []),
    ...kept,
    ...gone,
  ]
}

/** Contacts refer to rows of their own table. */
function areSameRow(
  { old, new: next }: NodePair<RecordNode>,
  sameRows: Matches['sameRows'],
): (oldId: string, newId: string) => boolean {
  return (oldId, newId) => sameRows.get(siblingOf(old, oldId)) === siblingOf(next, newId)
}

function siblingOf({ path }: RecordNode, id: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + id
}

const RECORD = { subject: 'record' } as const

/** What tells a row from others is told by the row itself where it changed. */
function cellsToCompare({ old, new: next, pairing }: NodePair<RecordNode>, { new: table }: TablePair) {
  if (pairing === null) return { old: old.cells, new: next.cells }
  const isOwn = ({ key }: { readonly key: string }): boolean => !table.rule.identity.includes(key)
  return { old: old.cells.filter(isOwn), new: next.cells.filter(isOwn) }
}

function renamedRecord({ old, new: next, pairing }: NodePair<RecordNode>, owner: Owner): readonly Difference[] {
  if (pairing === null) return []
  const [before, after] = [namesOf(old), namesOf(next)]
  return [
    difference({ ...RECORD, kind: 'renamed', old: spotOf(old), new: spotOf(next), before, after, pairing, ...owner }),
  ]
}

/** The table it left and the one it came to. */
function movedRecord({ old, new: next, pairing }: NodePair<RecordNode>, owner: Owner): Difference {
  const [before, after] = [old.path, next.path]
  return difference({ ...RECORD, kind: 'moved', old: spotOf(old), new: spotOf(next), before, after, pairing, ...owner })
}

function namesOf({ identity }: RecordNode): string {
  return identity.join(' / ')
}
