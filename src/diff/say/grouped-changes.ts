import { groupBy } from '../../layout/group-by.ts'
import { type Level, LEVELS } from '../../rules/levels.ts'
import type { EditionDiff, PlacedChange } from '../diff-reports.ts'
import { fieldsOf, listOf, textOf } from '../compare/report-tree.ts'

/** The changes of one chapter, or of the report as a whole. */
export interface ChangeGroup {
  /** Id of the chapter; null for the whole report. */
  readonly entity: string | null
  /** Its name as printed. */
  readonly name: string
  readonly changes: readonly PlacedChange[]
}

/** Changes by chapter, in their order; what belongs to none comes first. */
export function groupChanges(
  changes: readonly PlacedChange[],
  diff: EditionDiff,
  entityKey: string,
): readonly ChangeGroup[] {
  const names = new Map([...namesOf(diff.old.report[entityKey]), ...namesOf(diff.new.report[entityKey])])
  const groups = [...groupBy(changes, ({ entity }) => entity)].map(([entity, group]) => ({
    entity,
    name: entity === null ? diff.new.report.edition.title : (names.get(entity) ?? entity),
    changes: group,
  }))
  return [...groups.filter(({ entity }) => entity === null), ...groups.filter(({ entity }) => entity !== null)]
}

function namesOf(entities: unknown): readonly (readonly [string, string])[] {
  return listOf(entities).map((entity) => [textOf(fieldsOf(entity)['id']), textOf(fieldsOf(entity)['name'])])
}

/** How many changes there are of each level. */
export function countLevels(changes: readonly { readonly level: Level }[]): Readonly<Record<Level, number>> {
  const count = (level: Level): number => changes.filter((change) => change.level === level).length
  return Object.fromEntries(LEVELS.map((level) => [level, count(level)])) as Record<Level, number>
}

/** `3 changes: 1 breaking, 2 content`; `no changes`. */
export function summaryOf(changes: readonly { readonly level: Level }[]): string {
  if (changes.length === 0) return 'no changes'
  const counts = countLevels(changes)
  const parts = LEVELS.filter((level) => counts[level] > 0).map((level) => `${String(counts[level])} ${level}`)
  return `${String(changes.length)} ${changes.length === 1 ? 'change' : 'changes'}: ${parts.join(', ')}`
}
