import { groupBy } from '../layout/group-by.ts'
import type { Line, Word } from '../layout/line.ts'
import { UNRELATED } from '../outline/near-wording.ts'
import type { Account } from '../report/ledger.ts'
import { type EntityNote, entityNote, isUnweighed, sectionNote, type SectionNote } from './heading-notes.ts'
import { type LineEnd, toLineEnd } from './line-end.ts'
import { type KnownWording, knownWordings, nearestMiss, type NearMiss } from './near-miss.ts'
import type { RuleUse } from './rule-use.ts'
import type { Trails } from './trails.ts'

/** Where words ended; `unclaimed` where nothing has read them. */
export type LineAccount = Account | 'unclaimed'

/** Neighbouring words of a line of which the same became. */
export interface Stretch {
  readonly text: string
  readonly account: LineAccount
  /** JSON Pointers of the values they went into, the most specific ones; empty where they went into none. */
  readonly pointers: readonly string[]
  /** What decided; null where nothing did. */
  readonly rule: RuleUse | null
}

/** A printed line, and what became of it. */
export interface LineExplanation {
  readonly text: string
  /** 1-based line of a text; null for a PDF. */
  readonly textLine: number | null
  /** That of most of its characters. */
  readonly account: LineAccount
  /** All its words, in order. */
  readonly stretches: readonly Stretch[]
  /** What was done at its end; one for each value that goes on in another line. White space is left out. */
  readonly ends: readonly LineEnd[]
  /** Where it is neither heading, label nor contents, and no rule knows it as furniture: the known wording that comes nearest. */
  readonly nearest: NearMiss | null
  /** Where it was weighed as the heading of an entity. */
  readonly entity: EntityNote | null
  /** It is worded like the heading of an entity, but no section heading stands close below. */
  readonly isUnweighed: boolean
  /** Where it looks like the heading of a section and is not taken for that of one. */
  readonly section: SectionNote | null
  /** Id of a rule of `furniture.json` that knows its words, not numbers alone, though it was not taken for furniture. */
  readonly furniture: string | null
}

/** A page with all its lines in reading order. `explain --at --json` prints it as it is. */
export interface PageExplanation {
  readonly page: number
  /** First and last page of the document. */
  readonly pages: readonly [number, number]
  readonly lines: readonly LineExplanation[]
}

/** The numbers of the first and the last page; null where a document has none. */
export function pageRange({ document, pages }: Trails): readonly [number, number] | null {
  if (document.kind === 'pdf') return document.pages.length === 0 ? null : [1, document.pages.length]
  const numbers = [...pages.keys()]
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)]
}

/** @returns null where the document has no such page */
export function explainPage(trails: Trails, page: number): PageExplanation | null {
  const pages = pageRange(trails)
  if (pages === null || page < pages[0] || page > pages[1]) return null
  const names = trails.reading.entities.map(({ region }) => region.heading.title)
  const wordings = knownWordings(trails.rules, names)
  return { page, pages, lines: (trails.pages.get(page) ?? []).map((line) => explainLine(line, trails, wordings)) }
}

function explainLine(line: Line, trails: Trails, wordings: readonly KnownWording[]): LineExplanation {
  const { reading, rules, ends } = trails
  const stretches = stretchesOf(line, trails)
  const account = mostOf(stretches)
  const inText = stretches.every(({ rule }) => rule?.role !== 'aside')
  const isNamed = stretches.some(({ rule }) => rule?.role === 'heading' || rule?.role === 'label')
  const isUnknown = stretches.some(({ rule }) => rule?.role === 'heading' && rule.found?.by === 'style')
  const isKnown = account === 'contents' || stretches.some(({ rule }) => rule?.file === 'furniture.json')
  const notTaken = inText || account === 'outside'
  return {
    text: line.text,
    textLine: line.words[0]?.textLine ?? null,
    account,
    stretches,
    ends: line.words
      .flatMap(({ id }) => ends.get(id) ?? [])
      .flatMap((join) => (join.action === 'blank' ? [] : [toLineEnd(join)])),
    nearest: (isNamed && !isUnknown) || isKnown ? null : nearestTo(line, account, trails, wordings),
    entity: entityNote(line, reading.outline),
    isUnweighed: notTaken && !isNamed && isUnweighed(line, reading.outline, rules),
    section: notTaken && !isNamed ? sectionNote(line, reading.outline, rules) : null,
    furniture:
      inText && /\p{L}/u.test(line.text)
        ? (rules.furniture.find(({ expression }) => expression.test(line.text))?.id ?? null)
        : null,
  }
}

function stretchesOf({ words }: Line, trails: Trails): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const word of words) {
    const account = trails.reading.ledger.get(word.id) ?? 'unclaimed'
    const rule = ruleOf(word, trails)
    const pointers = trails.pointers.get(word.id) ?? []
    const last = stretches.at(-1)
    if (last?.account === account && sameRule(last.rule, rule)) {
      const text = `${last.text} ${word.text}`
      stretches[stretches.length - 1] = { ...last, text, pointers: [...new Set([...last.pointers, ...pointers])] }
    } else stretches.push({ text: word.text, account, pointers, rule })
  }
  return stretches
}

function ruleOf({ id }: Word, { uses, markers }: Trails): RuleUse | null {
  const use = uses.get(id) ?? null
  const marker = markers.get(id)
  if (marker === undefined) return use
  return { file: 'lists.json', key: marker, role: 'marker', pointer: use?.pointer ?? null, found: null }
}

function sameRule(a: RuleUse | null, b: RuleUse | null): boolean {
  return a?.file === b?.file && a?.key === b?.key && a?.role === b?.role && a?.pointer === b?.pointer
}

function mostOf(stretches: readonly Stretch[]): LineAccount {
  const sums = [...groupBy(stretches, ({ account }) => account)].map(([account, alike]) => ({
    account,
    characters: alike.reduce((sum, { text }) => sum + text.length, 0),
  }))
  return sums.sort((a, b) => b.characters - a.characters)[0]?.account ?? 'unclaimed'
}

/** How far beyond the limit a wording is still told for a line that went into a value: most lines are just text. */
const JUST_MISSED = 2

function nearestTo(
  line: Line,
  account: LineAccount,
  { rules }: Trails,
  wordings: readonly KnownWording[],
): NearMiss | null {
  const limit = rules.settings.nearMatchDistance
  if (account !== 'value' && account !== 'figure') return nearestMiss(line.text, wordings, UNRELATED, limit)
  const labels = wordings.filter(({ kind }) => kind !== 'entity')
  return nearestMiss(line.text, labels, Math.min(UNRELATED, JUST_MISSED * limit), limit)
}
