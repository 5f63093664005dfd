import { markup } from '../../pages/markup.ts'
import { selfContainedPage } from '../../pages/self-contained-page.ts'
import type { Format } from './format.ts'
import { groupChanges } from './grouped-changes.ts'
import type { ChangeControl } from './html-change.ts'
import { controlBar, filterPanel } from './html-controls.ts'
import { changeGroup } from './html-group.ts'
import { pageHead, shortName } from './html-head.ts'

/** Changes from which on a browser takes seconds to lay all of them out. */
const MANY = 500

/** A page to look through the changes: one file, which asks for nothing, and can be read and printed without scripts. */
export const formatHtml: Format = (diff, { rules, showsAccepted }) => {
  const groups = groupChanges(diff.changes, diff, rules.outline.entity.key)
  const hasChanges = diff.changes.length > 0
  return selfContainedPage({
    title: `${shortName(diff.old)} → ${shortName(diff.new)}: what changed`,
    styles: ['base.css', 'change.css', 'diff.css'],
    scripts: ['base.js', 'found.js', 'diff.js'],
    body: markup`<a class="skip" href="#changes">To the changes</a>
${pageHead(diff)}
${hasChanges ? controlBar(diff) : null}
<div class="columns">
${hasChanges ? filterPanel(diff, groups, rules, showsAccepted) : null}
<main id="changes"${diff.changes.length > MANY ? markup` class="many"` : null} tabindex="-1" aria-label="Changes">
${hasChanges ? groups.map((group) => changeGroup(group, rules, permalink)) : markup`<p class="empty">Nothing changed.</p>`}
${hasChanges ? markup`<p class="empty" id="no-match" hidden>No change is like that. <button type="button" id="reset-all">Show all</button></p>` : null}
</main>
</div>`,
  })
}

const permalink: ChangeControl = ({ fingerprint }, words) =>
  markup`<a class="permalink" href="#${fingerprint}" title="Link to this change" aria-label="Link to this change: ${words}">#</a>`
