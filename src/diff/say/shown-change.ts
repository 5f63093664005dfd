import { groupBy } from '../../layout/group-by.ts'
import type { PlacedChange, PlacedSpot } from '../diff-reports.ts'
import { compareWords, type Stretch } from '../compare/compare-words.ts'
import { shownValue } from './shown-value.ts'

/** A change as every format for people shows it. */
export interface ShownChange {
  readonly change: PlacedChange
  /** Where it is, from its chapter on; the whole path for what belongs to none. */
  readonly place: string
  /** Null where there is no value on that side. */
  readonly before: string | null
  readonly after: string | null
  /** What stayed and what changed within a text; null where the sides have too little in common, or one is missing. */
  readonly words: readonly Stretch[] | null
  /** Why it was taken for one thing, or why it has its level; what the change itself does not say. */
  readonly remarks: readonly string[]
}

/** Share of the shorter text that must have stayed for both to be shown as one. */
const SHARED = 0.3

export function showChange(change: PlacedChange): ShownChange {
  const { subject, path, entity } = change
  const [before, after] = [change.before, change.after].map((value) =>
    value === null ? null : shownValue(value, subject),
  )
  const isText = typeof before === 'string' && typeof after === 'string' && subject === 'field'
  return {
    change,
    place: placeOf(path, entity),
    before: before ?? null,
    after: after ?? null,
    words: isText ? sharedWords(before, after) : null,
    remarks: [...pairingRemarks(change), ...levelRemarks(change)],
  }
}

/** `cities/auental/programme/goals` is `programme/goals`; `cities/auental` stays as it is. */
function placeOf(path: string, entity: string | null): string {
  const steps = path.split('/')
  return entity !== null && steps.length > 2 ? steps.slice(2).join('/') : path
}

/** What stayed and what changed within a text; null where too little stayed. */
export function sharedWords(before: string, after: string): readonly Stretch[] | null {
  const words = compareWords(before, after)
  return sharedLength(words) >= SHARED * Math.min(before.length, after.length) ? words : null
}

function sharedLength(words: readonly Stretch[]): number {
  return words.reduce((sum, { isSame, before }) => (isSame ? sum + before.length : sum), 0)
}

function pairingRemarks({ pairing, old, new: next, kind }: PlacedChange): readonly string[] {
  if (pairing === null) return []
  const from = kind === 'renamed' && old !== null && next !== null ? [`was ${old.path}`] : []
  if (pairing.score === null) return [...from, `paired by hand: ${pairing.why ?? ''}`]
  const parts = pairing.reasons.map(({ part, score }) => `${part} ${percent(score)}`).join(', ')
  return [...from, `${percent(pairing.score)} alike (${parts})`]
}

function levelRemarks({ judgement, why, isSameContent }: PlacedChange): readonly string[] {
  if (why !== null) return [`level set: ${why}`]
  if (judgement === 'rows-fell') return ['many rows of this table are gone']
  if (judgement === 'text-shrank') return ['only a fragment is left']
  return isSameContent ? ['the same content'] : []
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`
}

/** `page 5`, `page 5 → 7`, `line 12`; nothing where it is not known. */
export function shownSpots({ old, new: next }: PlacedChange): readonly string[] {
  const [from, to] = [shownSpot(old), shownSpot(next)]
  const known = [from, to].filter((spot) => spot !== null)
  const units = groupBy(known, ({ unit }) => unit)
  return [...units].map(([unit, spots]) => `${unit} ${[...new Set(spots.map(({ number }) => number))].join(' → ')}`)
}

/** The unit that a document counts its places in, and which of them it is; null where that is not known. */
export function shownSpot(spot: PlacedSpot | null): { readonly unit: string; readonly number: number } | null {
  if (spot === null) return null
  if (spot.page !== null) return { unit: 'page', number: spot.page }
  return spot.line === null ? null : { unit: 'line', number: spot.line }
}

/** Words of what stayed that are shown on either side of a change. */
const CONTEXT = 6

/** What stayed between two changes, without its middle: `… sechs Worte davor`. */
export function elided(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/u)
  const kept = (isAfterChange ? CONTEXT : 0) + (isBeforeChange ? CONTEXT : 0)
  if (words.length <= kept + 2) return text
  const head = isAfterChange ? words.slice(0, CONTEXT).join('') : ''
  const tail = isBeforeChange ? words.slice(-CONTEXT).join('') : ''
  return `${head}… ${tail}`
}

/** Characters of each value in one line. */
const LONGEST = 200

/** `changed programme/goals: “alt” → “neu” (the same content)`, on one line. */
export function oneLine({ change, place, before, after, remarks }: ShownChange): string {
  const values = [before, after]
    .filter((value) => value !== null && value !== '')
    .map((value) => `“${cut(value ?? '')}”`)
  const said = values.length === 0 ? '' : `: ${values.join(' → ')}`
  const notes = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`
  return `${change.kind} ${place}${said}${notes}`
}

function cut(text: string): string {
  const points = [...text.replaceAll(/\s+/gu, ' ')]
  return points.length <= LONGEST ? points.join('') : `${points.slice(0, LONGEST).join('')} …`
}
