import { type Markup, markup } from '../../pages/markup.ts'
import { type Level, LEVELS } from '../../rules/levels.ts'
import { type Edition, type EditionDiff, openChanges } from '../diff-reports.ts'
import { causeWords, findingWords } from './diff-words.ts'
import { countLevels } from './grouped-changes.ts'
import { levelBadge } from './html-change.ts'
import { LEVEL_WORDS } from './level-words.ts'

/** What is compared, where the changes come from, how many there are of each level, and what keeps this from being sure. */
export function pageHead(diff: EditionDiff): Markup {
  const open = openChanges(diff)
  const accepted = diff.changes.length - open.length
  const counts = countLevels(open)
  const total = `${counted(open.length, 'change')}${accepted === 0 ? '' : `, and ${String(accepted)} accepted`}`
  return markup`<header class="head">
<h1>What changed: ${shortName(diff.old)} → ${shortName(diff.new)}</h1>
<div class="editions">${edition('Old edition', diff.old)}${edition('New edition', diff.new)}</div>
<p class="cause">${causeWords(diff.cause)}</p>
<h2 class="total">${total}</h2>
<dl class="levels">${LEVELS.map((level) => levelCount(level, counts[level]))}</dl>
${findingList(diff)}
</header>
`
}

/** `1 change`, `3 changes`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** The id of an edition; its name where it has none. */
export function shortName({ name, report }: Edition): string {
  return report.edition.id ?? name
}

function edition(title: string, { name, report }: Edition): Markup {
  const { id, title: reportTitle, source, extraction } = report.edition
  const facts: readonly (readonly [string, Markup | null])[] = [
    ['Edition', id === null ? null : markup`${id}`],
    ['Report', markup`${reportTitle}`],
    ['Compared', markup`<code>${name}</code>`],
    ['Document', markup`<code>${source.file}</code> ${shortHash(source.sha256)}`],
    ['Program', extraction === undefined ? null : markup`${extraction.program.name} ${extraction.program.version}`],
    ['Rules', extraction === undefined ? null : markup`${extraction.rules.id} ${shortHash(extraction.rules.sha256)}`],
  ]
  const known = facts.flatMap(([term, fact]) => (fact === null ? [] : [markup`<dt>${term}</dt><dd>${fact}</dd>`]))
  return markup`<section><h2>${title}</h2><dl>${known}</dl></section>`
}

/** Hexadecimal digits that tell two documents apart at a glance. */
const SHORT = 12

function shortHash(sha256: string): Markup {
  return markup`<code class="hash" title="SHA-256 ${sha256}">${sha256.slice(0, SHORT)}</code>`
}

function levelCount(level: Level, count: number): Markup {
  const quiet = count === 0 ? ' none' : ''
  return markup`<div class="level${quiet}"><dt>${levelBadge(level)} <b>${count}</b></dt><dd>${LEVEL_WORDS[level]}</dd></div>`
}

/** What keeps the comparison from being sure; null where nothing does. */
export function findingList(diff: EditionDiff): Markup | null {
  const all = findingWords(diff)
  if (all.length === 0) return null
  const items = all.map(
    ({ severity, words }) => markup`<li class="${severity}"><b class="severity">${severity}</b> ${words}</li>`,
  )
  return markup`<section class="findings"><h2>To look at first</h2><ul>${items}</ul></section>`
}
