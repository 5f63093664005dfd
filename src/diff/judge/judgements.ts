import type { DiffRules, JudgementId } from '../../rules/diff-rules.ts'
import type { RowCounts } from '../compare/compare-reports.ts'
import type { Difference } from '../compare/difference.ts'

/** What a judgement asks besides the difference. */
export interface JudgementContext {
  readonly suspicions: DiffRules['suspicions']
  /** Rows of each table on both sides, by the path of the table in either report. */
  readonly rowCounts: ReadonlyMap<string, RowCounts>
}

interface Judgement {
  readonly id: JudgementId
  readonly applies: (difference: Difference, context: JudgementContext) => boolean
}

/**
 * What differences mean, the gravest first; the first that applies decides. `diff.json` of the rules gives each its
 * level and says why.
 */
export const JUDGEMENTS: readonly Judgement[] = [
  { id: 'schema-changed', applies: ({ subject }) => subject === 'schema' },
  { id: 'entity-gone', applies: ({ subject, kind }) => subject === 'entity' && kind === 'removed' },
  { id: 'section-gone', applies: ({ subject, kind }) => subject === 'section' && kind === 'removed' },
  { id: 'field-emptied', applies: isEmptied },
  { id: 'error-new', applies: ({ subject, kind }) => subject === 'error' && kind === 'added' },
  {
    id: 'unclaimed-grew',
    applies: ({ subject, before, after }) => subject === 'unclaimed' && Number(after) > Number(before),
  },
  { id: 'rows-fell', applies: haveRowsFallen },
  { id: 'text-shrank', applies: hasShrunk },
  { id: 'error-gone', applies: ({ subject }) => subject === 'error' || subject === 'unclaimed' },
  { id: 'same-content', applies: ({ isSameContent }) => isSameContent },
  { id: 'other-content', applies: () => true },
]

/** A text that moved to another field left its own empty. */
function isEmptied({ subject, kind, old, new: next }: Difference): boolean {
  if (subject === 'table') return kind === 'removed'
  return subject === 'field' && (kind === 'removed' || (kind === 'moved' && old?.path !== next?.path))
}

function haveRowsFallen({ subject, kind, old }: Difference, { rowCounts, suspicions }: JudgementContext): boolean {
  if (subject !== 'record' || kind !== 'removed' || old === null) return false
  const counts = rowCounts.get(old.path.slice(0, old.path.lastIndexOf('/')))
  if (counts === undefined) return false
  const fallen = counts.old - counts.new
  return fallen >= suspicions.rowsFellLeast.value && fallen > counts.old * suspicions.rowsFell.value
}

function hasShrunk(
  { subject, kind, before, after, isSameContent }: Difference,
  { suspicions }: JudgementContext,
): boolean {
  if (subject !== 'field' || kind !== 'changed' || isSameContent) return false
  if (typeof before !== 'string' || typeof after !== 'string') return false
  const [many, few] = [before, after].map((text) => text.split(/\s+/u).filter((word) => word !== '').length)
  if (many === undefined || few === undefined) return false
  return many >= suspicions.textShrankLeast.value && few <= many * suspicions.textShrank.value
}
