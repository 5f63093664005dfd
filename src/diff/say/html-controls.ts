import { type Markup, markup } from '../../pages/markup.ts'
import type { Rules } from '../../rules/load-rules.ts'
import { LEVELS } from '../../rules/levels.ts'
import type { EditionDiff } from '../diff-reports.ts'
import { CHANGE_KINDS } from '../compare/difference.ts'
import { entityField } from './diff-schema.ts'
import type { ChangeGroup } from './grouped-changes.ts'
import { counted } from './html-head.ts'

/** A value that changes can be filtered by. */
interface Choice {
  readonly value: string
  readonly label: string
  readonly count: number
}

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['j', 'n'], 'next change'],
  [['k', 'p'], 'previous change'],
  [['/'], 'search'],
  [['f'], 'to the filters, or away from them'],
  [['Esc'], 'leave the search or the filters'],
  [['?'], 'this help'],
]

/** The bar above the changes; hidden until the script runs, as nothing in it works without. */
export function controlBar({ changes }: EditionDiff): Markup {
  return markup`<div class="bar" hidden>
<label class="search">Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<p class="count"><span id="count" role="status">${counted(changes.length, 'change')}</span> <span id="position"></span></p>
<button type="button" id="previous" title="Previous change (k)" aria-label="Previous change">↑</button>
<button type="button" id="next" title="Next change (j)" aria-label="Next change">↓</button>
<button type="button" id="toggle-filters" aria-expanded="true" aria-controls="filters" title="Filters (f)">Filters</button>
<button type="button" id="toggle-theme">Dark</button>
<button type="button" id="show-help" title="Keys (?)" aria-label="Help: keys">?</button>
</div>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<dl>${KEYS.map(([keys, words]) => markup`<div><dt>${keys.map((key) => markup`<kbd>${key}</kbd> `)}</dt><dd>${words}</dd></div>`)}</dl>
<p>In the search every word has to be found, in any place of a change or in the name above it.</p>
<button type="button" id="close-help">Close</button>
</dialog>
`
}

/** Filters by level, kind and chapter, each value with how many changes it has. */
export function filterPanel(
  { changes }: EditionDiff,
  groups: readonly ChangeGroup[],
  rules: Rules,
  showsAccepted: boolean,
): Markup {
  const choices = (key: 'level' | 'kind', values: readonly string[]): readonly Choice[] =>
    values
      .map((value) => ({ value, label: value, count: changes.filter((change) => change[key] === value).length }))
      .filter(({ count }) => count > 0)
  const entities = groups.map(({ entity, name, changes: { length } }) => ({
    value: entity ?? '',
    label: entity === null ? 'the whole report' : name,
    count: length,
  }))
  const accepted = changes.filter((change) => change.accepted !== null).length
  return markup`<div class="filters" id="filters" role="group" aria-label="Filters" hidden>
${facet('level', 'Level', choices('level', LEVELS))}
${facet('kind', 'Kind', choices('kind', CHANGE_KINDS))}
${accepted === 0 ? null : acceptedSwitch(accepted, showsAccepted)}
${facet('entity', entityField(rules), entities)}
<button type="button" id="reset">Show all</button>
</div>
`
}

function facet(name: string, title: string, choices: readonly Choice[]): Markup {
  const items = choices.map(
    ({ value, label, count }) =>
      markup`<li><label><input type="checkbox" name="${name}" value="${value}"> <span class="label">${label}</span> <span class="number">${count}</span></label></li>`,
  )
  return markup`<fieldset class="facet ${name}"><legend>${title}</legend><ul>${items}</ul></fieldset>`
}

function acceptedSwitch(count: number, showsAccepted: boolean): Markup {
  const state = showsAccepted ? null : markup` checked`
  return markup`<label class="switch"><input type="checkbox" id="hide-accepted"${state}> <span class="label">hide accepted</span> <span class="number">${count}</span></label>`
}
