import { type Markup, markup } from '../../pages/markup.ts'
import type { Rules } from '../../rules/load-rules.ts'
import type { Level } from '../../rules/levels.ts'
import type { PlacedChange } from '../diff-reports.ts'
import type { Subject } from '../compare/difference.ts'
import { markedText, onlyHere, type Side } from './html-text.ts'
import { wholeValue } from './html-value.ts'
import { LEVEL_WORDS } from './level-words.ts'
import { sharedWords, showChange, type ShownChange, shownSpot } from './shown-change.ts'

/** What a person can do with a change, beside its title. */
export type ChangeControl = (change: PlacedChange, words: string) => Markup

/** A change: what it is and where, and both sides of it. */
export function changeCard(change: PlacedChange, rules: Rules, control: ChangeControl): Markup {
  const { fingerprint, level, kind, entity, accepted } = change
  const shown = showChange(change)
  const id = `title-${fingerprint}`
  const steps = shown.place.split('/')
  const place = markup`${steps.slice(0, -1).map((step) => markup`${step}/<wbr>`)}<b>${steps.at(-1) ?? ''}</b>`
  return markup`<article class="change ${level}" id="${fingerprint}" tabindex="-1" aria-labelledby="${id}"
  data-level="${level}" data-kind="${kind}" data-entity="${entity ?? ''}"${accepted === null ? null : markup` data-accepted`}>
<h3 id="${id}">${levelBadge(level, meaningOf(change, rules))} <span class="kind">${kind}</span> <span class="place">${place}</span></h3>
${control(change, `${kind} ${shown.place}`)}
${notes(change, shown.remarks, rules)}
<div class="sides">${sides(shown, rules.family.language)}</div>
</article>
`
}

/** A level with what it means. */
export function levelBadge(level: Level, meaning = LEVEL_WORDS[level]): Markup {
  return markup`<span class="badge ${level}" title="${meaning}">${level}</span>`
}

function meaningOf({ level, judgement }: PlacedChange, { diff }: Rules): string {
  return judgement === null ? LEVEL_WORDS[level] : diff.levels[judgement].why
}

/** What a person has to know beside the values; of a grave change that nothing else explains, why it is grave. */
function notes(change: PlacedChange, remarks: readonly string[], rules: Rules): Markup | null {
  const { level, accepted } = change
  const isGrave = level === 'breaking' || level === 'suspicious'
  const said = remarks.length === 0 && isGrave ? [meaningOf(change, rules)] : remarks
  const items = [
    ...said.map((remark) => markup`<li>${remark}</li>`),
    ...(accepted === null ? [] : [acceptedNote(accepted)]),
  ]
  return items.length === 0 ? null : markup`<ul class="notes">${items}</ul>`
}

function acceptedNote({ author, reason, expires }: NonNullable<PlacedChange['accepted']>): Markup {
  const until = expires === undefined ? '' : ` (until ${expires})`
  return markup`<li class="accepted"><b>accepted</b> by ${author}: ${reason}${until}</li>`
}

function sides(shown: ShownChange, language: string): Markup {
  const { change, before, after } = shown
  const words = before === null || after === null ? null : sharedWords(before, after)
  return markup`${(['old', 'new'] as const).map((side) => {
    const value = side === 'old' ? change.before : change.after
    const content = words === null ? wholeSide(value, change.subject, side) : markedText(words, side)
    return markup`<div class="side ${side}">${sideTitle(change, side)}<div class="text" lang="${language}">${content}</div></div>`
  })}`
}

function wholeSide(value: unknown, subject: Subject, side: Side): Markup {
  return value === null
    ? markup`<span class="nothing">nothing</span>`
    : onlyHere(wholeValue(value, subject), side, 'whole')
}

/** Where a side was read; of what lies elsewhere in the other edition, and no note tells, also its path. */
function sideTitle(change: PlacedChange, side: Side): Markup {
  const hasMoved = change.pairing === null && change.old?.path !== change.new?.path
  const path = hasMoved && change.old !== null && change.new !== null ? change[side]?.path : undefined
  const spot = shownSpot(change[side])
  const place = spot === null ? '' : `${spot.unit} ${String(spot.number)}`
  const where = [side === 'old' ? 'Old' : 'New', place, path ?? '']
  return markup`<p class="where">${where.filter((part) => part !== '').join(' · ')}</p>`
}
