import type { ExtractResult } from '../interpret.ts'
import type { Ledger } from '../evidence/ledger.ts'
import type { DrawnPages } from '../evidence/draw-pages.ts'
import type { Place, Report } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import { framedPage } from './page-frame.ts'
import type { ReviewData } from './review-data.ts'
import { type ReviewedEntity, reviewedEntities, type ReviewedValue } from './reviewed-values.ts'
import { controlBar, helpDialog, READING_FILTERS, READING_KEYS } from './review-controls.ts'
import { correctionForm, correctionPanel, diagnosticPanel, valuePanel } from './review-panels.ts'
import { sheetPanel } from './sheet-panel.ts'
import { placeOfSpot, placesOfValue, toSheets, unclaimedPointer, valueFinder } from './sheets.ts'
import type { Tab } from './tabs.ts'

/** A report with all that its page shows. */
export type Reviewed = Pick<ExtractResult, 'report' | 'provenance'> & {
  readonly ledger: Ledger
  readonly drawnPages: DrawnPages
}

/** What a page shows of a report. */
export interface ShownReading {
  readonly entities: readonly ReviewedEntity[]
  /** In the order in which they are numbered. */
  readonly values: readonly ReviewedValue[]
  readonly data: ReviewData
  readonly tabs: readonly [Tab, ...Tab[]]
}

/**
 * A page on which a person checks a report: one file that asks for nothing but the pictures of its pages,
 * `pages/1.webp` and so on beside it.
 */
export function reviewPage(reviewed: Reviewed, rules: Rules): string {
  const { report } = reviewed
  const { entities, data, tabs } = shownReading(reviewed, rules)
  const title = titleOf(report)
  return framedPage({
    title,
    styles: [],
    scripts: [],
    bar: controlBar(title, entities, READING_FILTERS, rules),
    documents: sheetPanel(data, report),
    tabs,
    rest: correctionForm(),
    help: helpDialog(READING_KEYS),
    data,
  })
}

/** `Fokusbericht 2026`. */
export function titleOf({ edition: { id, title } }: Report): string {
  return id === null ? title : `${title} ${id}`
}

/** The lists about one report, and what scripts know of it. */
export function shownReading(reviewed: Reviewed, rules: Rules): ShownReading {
  const { report, ledger } = reviewed
  const entities = reviewedEntities(report, rules)
  const unclaimed = unclaimedValues(ledger)
  const values = [...unclaimed, ...entities.flatMap(valuesOfEntity)]
  const data = toData(reviewed, values)
  const language = null
  const { diagnostics } = report
  return {
    entities,
    values,
    data,
    tabs: [
      {
        name: 'values',
        title: 'Values',
        count: values.length,
        language: rules.family.language,
        content: valuePanel(entities, unclaimed, data),
      },
      {
        name: 'diagnostics',
        title: 'Diagnostics',
        count: diagnostics.length,
        language,
        content: diagnosticPanel(diagnostics, data, entities),
      },
      { name: 'corrections', title: 'Corrections', count: 0, language, content: correctionPanel() },
    ],
  }
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
