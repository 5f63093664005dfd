import type { EditionDiff } from '../diff/diff-reports.ts'
import { groupChanges } from '../diff/say/grouped-changes.ts'
import { shortName } from '../diff/say/html-head.ts'
import type { Rules } from '../rules/load-rules.ts'
import { changePanel } from './change-panel.ts'
import { placesOfChanges } from './change-places.ts'
import { comparedChapters, COMPARISON_KEYS, comparisonFilters } from './comparison-controls.ts'
import { framedPage } from './page-frame.ts'
import { controlBar, helpDialog } from './review-controls.ts'
import type { ComparisonData, ShownDocument } from './review-data.ts'
import { correctionForm } from './review-panels.ts'
import { type Reviewed, shownReading } from './review-page.ts'
import { comparedPanel } from './sheet-panel.ts'
import { valueFinder } from './sheets.ts'

/**
 * The page of the new edition with what changed since the old one: both documents side by side. It shows pictures of the
 * old one from `pages-old/1.webp` and so on, besides those of `pages`.
 *
 * @param diff of these two
 */
export function comparisonPage(old: Reviewed, next: Reviewed, diff: EditionDiff, rules: Rules): string {
  const { entities, values, data: read, tabs } = shownReading(next, rules)
  const groups = groupChanges(diff.changes, diff, rules.outline.entity.key)
  const listed = groups.flatMap(({ changes }) => changes)
  const changes = placesOfChanges(old, next, listed, valueFinder(values), rules)
  const data: ComparisonData = { ...read, old: shownDocument(old, rules), changes }
  const title = `${shortName(diff.old)} → ${shortName(diff.new)}: ${next.report.edition.title}`
  const count = diff.changes.length
  return framedPage({
    title,
    styles: ['change.css', 'review-changes.css'],
    scripts: ['review-change-filters.js', 'review-changes.js'],
    bar: controlBar(title, comparedChapters(entities, groups), comparisonFilters(diff), rules),
    documents: comparedPanel(data, old.report, next.report),
    tabs: [
      { name: 'changes', title: 'Changes', count, language: null, content: changePanel(diff, groups, rules) },
      ...tabs,
    ],
    rest: correctionForm(),
    help: helpDialog(COMPARISON_KEYS),
    data,
  })
}

/** Its pages with what became of all ink; its values are not listed, so no ink leads to one. */
function shownDocument(old: Reviewed, rules: Rules): ShownDocument {
  const { kind, sheets } = shownReading(old, rules).data
  return {
    kind,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      regions: sheet.regions.map((region) => ({ ...region, value: null, block: null })),
    })),
  }
}
