import { type Markup, markup } from '../pages/markup.ts'
import type { Report } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { ReviewedEntity } from './reviewed-values.ts'

/** The bar above both panes. */
export function controlBar({ edition }: Report, entities: readonly ReviewedEntity[], { outline }: Rules): Markup {
  const { singular, plural } = outline.entity
  const name = edition.id === null ? edition.title : `${edition.title} ${edition.id}`
  return markup`<header class="bar">
<h1 title="${name}">${name}</h1>
<label class="search"><span>Search</span> <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<label><span>Chapter</span> <select id="entity" aria-label="Only one ${singular}"><option value="">All ${plural}</option>${entities.map(
    ({ id, name: title }) => markup`<option value="${id}">${title}</option>`,
  )}</select></label>
<label><span>Severity</span> <select id="severity" aria-label="Only what has diagnostics of a severity"><option value="">Any severity</option><option value="error">Errors</option><option value="warning">Warnings</option><option value="info">Remarks</option></select></label>
<label class="switch"><input type="checkbox" id="unclaimed"> Unclaimed only</label>
<button type="button" id="reset">Show all</button>
<span class="spring"></span>
<button type="button" id="toggle-theme">Dark</button>
<button type="button" id="show-help" title="Keys (?)" aria-label="Help: keys">?</button>
</header>`
}

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['j', 'k'], 'next and previous value'],
  [['n', 'p'], 'next and previous diagnostic'],
  [['e'], 'correct the selected value'],
  [['/'], 'search'],
  [['1', '2', '3'], 'values, diagnostics, corrections'],
  [['+', '−', '0'], 'pages larger, smaller, as wide as the pane'],
  [['Esc'], 'leave the search or a correction; select nothing'],
  [['?'], 'this help'],
]

export function helpDialog(): Markup {
  return markup`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<dl>${KEYS.map(([keys, words]) => markup`<div><dt>${keys.map((key) => markup`<kbd>${key}</kbd> `)}</dt><dd>${words}</dd></div>`)}</dl>
<p>A value that is selected is marked on its page; a click on the page selects the value that was read there. In the search every word has to be found.</p>
<button type="button" id="close-help">Close</button>
</dialog>`
}
