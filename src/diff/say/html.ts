import { type Markup, markup } from '../../pages/markup.ts'
import { selfContainedPage } from '../../pages/self-contained-page.ts'
import type { Rules } from '../../rules/load-rules.ts'
import type { Format } from './format.ts'
import { type ChangeGroup, groupChanges } from './grouped-changes.ts'
import { changeCard } from './html-change.ts'
import { controlBar, filterPanel } from './html-controls.ts'
import { counted, pageHead, shortName } from './html-head.ts'

/** Changes from which on a browser takes seconds to lay all of them out. */
const MANY = 500

/** A page to look through the changes: one file, which asks for nothing, and can be read and printed without scripts. */
export const formatHtml: Format = (diff, { rules, showsAccepted }) => {
  const groups = groupChanges(diff.changes, diff, rules.outline.entity.key)
  const hasChanges = diff.changes.length > 0
  return selfContainedPage({
    title: `${shortName(diff.old)} → ${shortName(diff.new)}: what changed`,
    styles: ['base.css', 'diff.css'],
    scripts: ['base.js', 'found.js', 'diff.js'],
    body: markup`<a class="skip" href="#changes">To the changes</a>
${pageHead(diff)}
${hasChanges ? controlBar(diff) : null}
<div class="columns">
${hasChanges ? filterPanel(diff, groups, rules, showsAccepted) : null}
<main id="changes"${diff.changes.length > MANY ? markup` class="many"` : null} tabindex="-1" aria-label="Changes">
${hasChanges ? groups.map((group) => groupSection(group, rules)) : markup`<p class="empty">Nothing changed.</p>`}
${hasChanges ? markup`<p class="empty" id="no-match" hidden>No change is like that. <button type="button" id="reset-all">Show all</button></p>` : null}
</main>
</div>`,
  })
}

function groupSection({ entity, name, changes }: ChangeGroup, rules: Rules): Markup {
  const id = `group-${entity ?? ''}`
  return markup`<section class="group" aria-labelledby="${id}">
<h2 id="${id}"><span lang="${rules.family.language}">${name}</span> <span class="number">${counted(changes.length, 'change')}</span></h2>
${changes.map((change) => changeCard(change, rules))}</section>
`
}
