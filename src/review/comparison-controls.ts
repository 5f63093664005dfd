import type { EditionDiff } from '../diff/diff-reports.ts'
import type { ChangeGroup } from '../diff/say/grouped-changes.ts'
import { CHANGE_KINDS } from '../diff/compare/difference.ts'
import { type Markup, markup } from '../pages/markup.ts'
import { LEVELS } from '../rules/levels.ts'
import { type Chapter, type KeyWords, READING_FILTERS } from './review-controls.ts'
import type { ReviewedEntity } from './reviewed-values.ts'

/** Chapters of the new edition, then those that are gone. */
export function comparedChapters(
  entities: readonly ReviewedEntity[],
  groups: readonly ChangeGroup[],
): readonly Chapter[] {
  const known = new Set(entities.map(({ id }) => id))
  const gone = groups.flatMap(({ entity, name }) =>
    entity === null || known.has(entity) ? [] : [{ id: entity, name }],
  )
  return [...entities, ...gone]
}

/** What narrows changes, and what narrows the other lists; only those of the open list are shown. */
export function comparisonFilters({ changes }: EditionDiff): Markup {
  const accepted = changes.filter((change) => change.accepted !== null).length
  return markup`<span class="filters of-changes">
<label><span>Level</span> <select id="level" aria-label="Only changes of a level"><option value="">Any level</option>${options(changes, 'level', LEVELS)}</select></label>
<label><span>Kind</span> <select id="kind" aria-label="Only changes of a kind"><option value="">Any kind</option>${options(changes, 'kind', CHANGE_KINDS)}</select></label>
${accepted === 0 ? null : markup`<label class="switch"><input type="checkbox" id="hide-accepted"> Hide accepted (${accepted})</label>`}</span>
<span class="filters of-reading">${READING_FILTERS}</span>`
}

function options<Key extends 'level' | 'kind'>(
  changes: EditionDiff['changes'],
  key: Key,
  values: readonly EditionDiff['changes'][number][Key][],
): readonly Markup[] {
  return values
    .map((value) => ({ value, count: changes.filter((change) => change[key] === value).length }))
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => markup`<option value="${value}">${value} (${count})</option>`)
}

export const COMPARISON_KEYS: readonly KeyWords[] = [
  [['j', 'k'], 'next and previous change; elsewhere, value'],
  [['n', 'p'], 'next and previous page of the change; elsewhere, diagnostic'],
  [['e'], 'correct what the new edition says there'],
  [['/'], 'search'],
  [['1', '2', '3', '4'], 'changes, values, diagnostics, corrections'],
  [['+', '−', '0'], 'pages larger, smaller, as wide as the pane'],
  [['Esc'], 'leave the search or a correction; select nothing'],
  [['?'], 'this help'],
]
