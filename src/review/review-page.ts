import type { ExtractResult } from '../interpret.ts'
import type { Ledger } from '../evidence/ledger.ts'
import type { DrawnPages } from '../evidence/draw-pages.ts'
import { type Markup, markup } from '../pages/markup.ts'
import { selfContainedPage } from '../pages/self-contained-page.ts'
import type { Place } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { ReviewData } from './review-data.ts'
import { type ReviewedEntity, reviewedEntities, type ReviewedValue } from './reviewed-values.ts'
import { controlBar, helpDialog } from './review-controls.ts'
import { correctionPanel, diagnosticPanel, valuePanel } from './review-panels.ts'
import { sheetPanel } from './sheet-panel.ts'
import { placeOfSpot, placesOfValue, toSheets, unclaimedPointer, valueFinder } from './sheets.ts'

/** A report with all that its page shows. */
export type Reviewed = Pick<ExtractResult, 'report' | 'provenance'> & {
  readonly ledger: Ledger
  readonly drawnPages: DrawnPages
}

/**
 * A page on which a person checks a report: one file that asks for nothing but the pictures of its pages,
 * `pages/1.webp` and so on beside it.
 */
export function reviewPage(reviewed: Reviewed, rules: Rules): string {
  const { report } = reviewed
  const entities = reviewedEntities(report, rules)
  const unclaimed = unclaimedValues(reviewed.ledger)
  const values = [...unclaimed, ...entities.flatMap(valuesOfEntity)]
  const data = toData(reviewed, values)
  const { language } = rules.family
  return selfContainedPage({
    title: `${report.edition.title}${report.edition.id === null ? '' : ` ${report.edition.id}`}: review`,
    styles: ['base.css', 'review.css', 'review-sheets.css'],
    scripts: [
      'base.js',
      'found.js',
      'review-tabs.js',
      'review-pointer.js',
      'review-sheets.js',
      'review-correction-list.js',
      'review-corrections.js',
      'review.js',
    ],
    hasPictures: true,
    body: markup`<a class="skip" href="#values">To the values</a>
${controlBar(report, entities, rules)}
<div class="panes">
${sheetPanel(data, report)}
<main class="pane" aria-label="What was read">
${tabs(values.length, report.diagnostics.length)}
${valuePanel(entities, unclaimed, data, language)}
${diagnosticPanel(report.diagnostics, data, entities)}
${correctionPanel()}
</main>
</div>
<p id="status" class="status" role="status"></p>
${helpDialog()}
<script type="application/json" id="data">${island(data)}</script>`,
  })
}

function tabs(values: number, diagnostics: number): Markup {
  return markup`<div class="tabs" role="tablist" aria-label="What was read">
<button type="button" role="tab" id="tab-values" aria-controls="values" aria-selected="true">Values <span class="number">${values}</span></button>
<button type="button" role="tab" id="tab-diagnostics" aria-controls="diagnostics" aria-selected="false" tabindex="-1">Diagnostics <span class="number">${diagnostics}</span></button>
<button type="button" role="tab" id="tab-corrections" aria-controls="corrections" aria-selected="false" tabindex="-1">Corrections <span class="number">0</span></button>
</div>`
}

/** Values in the order in which they are shown. */
export function valuesOfEntity({ cards, sections }: ReviewedEntity): readonly ReviewedValue[] {
  return [...cards, ...sections.flatMap((section) => section.cards)].flatMap((card) => card.values)
}

/** Text that ended nowhere is looked at like a value. */
function unclaimedValues({ runs }: Ledger): readonly ReviewedValue[] {
  return runs
    .filter(({ account }) => account === 'unclaimed')
    .map((run) => ({
      path: null,
      pointer: unclaimedPointer(run),
      label: 'page' in run ? `Page ${String(run.page)}` : `Line ${String(run.line)}`,
      text: run.text,
      blocks: null,
      isEntry: false,
      kind: 'unclaimed',
    }))
}

function toData({ report, provenance, ledger, drawnPages }: Reviewed, values: readonly ReviewedValue[]): ReviewData {
  const finder = valueFinder(values)
  const sheets = toSheets(ledger.runs, drawnPages.pages, values)
  const unclaimedAt = new Map(
    ledger.runs.filter(({ account }) => account === 'unclaimed').map((run) => [unclaimedPointer(run), run]),
  )
  return {
    document: report.edition.source.sha256,
    kind: report.edition.source.kind,
    sheets,
    values: values.map((value) => {
      const run = unclaimedAt.get(value.pointer)
      const places = run === undefined ? placesOfValue(value, provenance) : [run]
      const { path, text: before, isEntry } = value
      return { path, before, isEntry, places: places.map(placeOfSpot), notes: [...new Set(places.flatMap(notesOf))] }
    }),
    diagnostics: report.diagnostics.map(({ page, pointer }) => {
      const sheet = page === null || page > sheets.length || report.edition.source.kind === 'text' ? null : page - 1
      const first = values.findIndex((value) => value.pointer.startsWith(`unclaimed/${String(sheet)}/`))
      const loose = first < 0 ? null : first
      return { sheet, value: pointer === null ? loose : finder.value(pointer) }
    }),
  }
}

/** What was done to the characters of a place, in words. */
function notesOf({ join, inheritedFrom }: Pick<Place, 'join' | 'inheritedFrom'>): readonly string[] {
  const joined = join === undefined ? [] : [`${join.printed} → ${join.joined} (${join.action}: ${join.evidence})`]
  return inheritedFrom === undefined ? joined : [...joined, `taken over from “${inheritedFrom}”`]
}

/** JSON that cannot end the script that holds it. */
function island(data: ReviewData): Markup {
  return { markup: JSON.stringify(data).replaceAll('<', '\\u003c') }
}
