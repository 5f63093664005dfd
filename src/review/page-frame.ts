import { type Markup, markup } from '../pages/markup.ts'
import { selfContainedPage } from '../pages/self-contained-page.ts'
import type { ReviewData } from './review-data.ts'
import { type Tab, tabbed } from './tabs.ts'

/** What differs between the pages on which reports are checked. */
export interface ReviewFrame {
  readonly title: string
  /** Names of style sheets beside those that every such page wears. */
  readonly styles: readonly string[]
  /** Names of scripts that run before those that own the keys. */
  readonly scripts: readonly string[]
  readonly bar: Markup
  readonly documents: Markup
  readonly tabs: readonly [Tab, ...Tab[]]
  /** What stands behind the tabs. */
  readonly rest: Markup
  readonly help: Markup
  readonly data: ReviewData
}

/** A page with documents on the left and lists about them on the right. */
export function framedPage({ title, styles, scripts, bar, documents, tabs, rest, help, data }: ReviewFrame): string {
  const [first] = tabs
  return selfContainedPage({
    title: `${title}: review`,
    styles: ['base.css', 'review.css', 'review-sheets.css', ...styles],
    scripts: [
      'base.js',
      'found.js',
      'review-tabs.js',
      'review-pointer.js',
      'review-sheets.js',
      'review-sheet-tools.js',
      'review-places.js',
      ...scripts,
      'review-correction-list.js',
      'review-corrections.js',
      'review.js',
    ],
    hasPictures: true,
    body: markup`<a class="skip" href="#${first.name}">To the ${first.title.toLowerCase()}</a>
${bar}
<div class="panes">
${documents}
<main class="pane" aria-label="What was read">
${tabbed(tabs)}${rest}
</main>
</div>
<p id="status" class="status" role="status"></p>
${help}
<script type="application/json" id="data">${island(data)}</script>`,
  })
}

/** JSON that cannot end the script that holds it. */
function island(data: ReviewData): Markup {
  return { markup: JSON.stringify(data).replaceAll('<', '\\u003c') }
}
