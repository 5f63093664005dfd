import { type Markup, markup } from '../pages/markup.ts'

/** A list that a person looks through, one of several. */
export interface Tab {
  /** Id of its panel. */
  readonly name: string
  readonly title: string
  /** Entries of the list. */
  readonly count: number
  /** Language of the content; null where it is that of the page. */
  readonly language: string | null
  readonly content: Markup
}

/** The tabs with their panels; the first is open. */
export function tabbed(tabs: readonly Tab[]): Markup {
  return markup`<div class="tabs" role="tablist" aria-label="What was read">
${tabs.map(tabOf)}</div>
${tabs.map(panelOf)}`
}

function tabOf({ name, title, count }: Tab, index: number): Markup {
  const state = index === 0 ? markup`aria-selected="true"` : markup`aria-selected="false" tabindex="-1"`
  return markup`<button type="button" role="tab" id="tab-${name}" aria-controls="${name}" ${state}>${title} <span class="number">${count}</span></button>
`
}

function panelOf({ name, language, content }: Tab, index: number): Markup {
  const lang = language === null ? null : markup` lang="${language}"`
  return markup`<div class="panel" id="${name}" role="tabpanel" aria-labelledby="tab-${name}" tabindex="-1"${lang}${index === 0 ? null : markup` hidden`}>
${content}
</div>
`
}
