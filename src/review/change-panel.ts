import type { EditionDiff } from '../diff/diff-reports.ts'
import { openChanges } from '../diff/diff-reports.ts'
import { causeWords } from '../diff/say/diff-words.ts'
import { type ChangeGroup, summaryOf } from '../diff/say/grouped-changes.ts'
import type { ChangeControl } from '../diff/say/html-change.ts'
import { changeGroup } from '../diff/say/html-group.ts'
import { findingList } from '../diff/say/html-head.ts'
import { type Markup, markup } from '../pages/markup.ts'
import type { Rules } from '../rules/load-rules.ts'

/** All changes by chapter; each leads to its places in both documents. */
export function changePanel(diff: EditionDiff, groups: readonly ChangeGroup[], rules: Rules): Markup {
  return markup`<div class="explained"><p>${totalOf(diff)}. ${causeWords(diff.cause)}</p>${findingList(diff)}</div>
${groups.map((group) => changeGroup(group, rules, picker))}<p class="empty" id="no-change"${diff.changes.length === 0 ? null : markup` hidden`}>${diff.changes.length === 0 ? 'Nothing changed.' : 'No change is like that.'}</p>`
}

function totalOf(diff: EditionDiff): string {
  const open = openChanges(diff)
  const accepted = diff.changes.length - open.length
  const summary = summaryOf(open)
  const words = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`
  return accepted === 0 ? words : `${words}; ${String(accepted)} accepted`
}

const picker: ChangeControl = (_, words) =>
  markup`<button type="button" class="pick" aria-label="Show ${words}">Show</button>`
