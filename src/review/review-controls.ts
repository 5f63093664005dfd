import { type Markup, markup } from '../pages/markup.ts'
import type { Rules } from '../rules/load-rules.ts'

/** A chapter that a page can be narrowed to. */
export interface Chapter {
  readonly id: string
  readonly name: string
}

/** The bar above the panes. */
export function controlBar(
  name: string,
  chapters: readonly Chapter[],
  filters: Markup,
  { outline: { entity } }: Rules,
): Markup {
  return markup`<header class="bar">
<h1 title="${name}">${name}</h1>
<label class="search"><span>Search</span> <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<label><span>Chapter</span> <select id="entity" aria-label="Only one ${entity.singular}"><option value="">All ${entity.plural}</option>${chapters.map(
    ({ id, name: title }) => markup`<option value="${id}">${title}</option>`,
  )}</select></label>
${filters}
<button type="button" id="reset">Show all</button>
<span class="spring"></span>
<button type="button" id="toggle-theme">Dark</button>
<button type="button" id="show-help" title="Keys (?)" aria-label="Help: keys">?</button>
</header>`
}

/** What narrows values and diagnostics. */
export const READING_FILTERS: Markup = markup`<label><span>Severity</span> <select id="severity" aria-label="Only what has diagnostics of a severity"><option value="">Any severity</option><option value="error">Errors</option><option value="warning">Warnings</option><option value="info">Remarks</option></select></label>
<label class="switch"><input type="checkbox" id="unclaimed"> Unclaimed only</label>`

/** Keys that do one thing, and what that is. */
export type KeyWords = readonly [readonly string[], string]

export const READING_KEYS: readonly KeyWords[] = [
  [['j', 'k'], 'next and previous value'],
  [['n', 'p'], 'next and previous diagnostic'],
  [['e'], 'correct the selected value'],
  [['/'], 'search'],
  [['1', '2', '3'], 'values, diagnostics, corrections'],
  [['+', '−', '0'], 'pages larger, smaller, as wide as the pane'],
  [['Esc'], 'leave the search or a correction; select nothing'],
  [['?'], 'this help'],
]

export function helpDialog(keys: readonly KeyWords[]): Markup {
  return markup`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<dl>${keys.map(([signs, words]) => markup`<div><dt>${signs.map((sign) => markup`<kbd>${sign}</kbd> `)}</dt><dd>${words}</dd></div>`)}</dl>
<p>A value that is selected is marked on its page; a click on the page selects the value that was read there. In the search every word has to be found.</p>
<button type="button" id="close-help">Close</button>
</dialog>`
}
