import type { Finding } from '../diagnostics/diagnostic.ts'
import { ByWord, type KnownByWord } from '../layout/by-word.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { Furniture } from '../layout/strip-furniture.ts'
import type { Outline } from '../outline/split-outline.ts'
import { valuesOf } from '../values/all-values.ts'
import { wordIds } from '../values/field-value.ts'
import type { PlacedWord } from './provenance.ts'
import type { EntityValue, SectionValue } from '../values/read-entities.ts'

/** Where a word of the source ended; `evidence/ledger.ts` tells it of each character. */
export type Account = 'value' | 'label' | 'furniture' | 'footnote' | 'contents' | 'figure' | 'outside'

/** Words of one account. */
type Entry = readonly [account: Account, ids: readonly number[]]

/**
 * Each word's account. A word that is missing here was read by nothing.
 *
 * @param words how many the document has
 */
export function openLedger(
  furniture: readonly Furniture[],
  footnotes: readonly Line[],
  outline: Outline,
  entities: readonly EntityValue[],
  words: number,
): KnownByWord<Account> {
  const entries: readonly Entry[] = [
    ['furniture', furniture.flatMap(({ lines }) => wordIds(lines))],
    ['footnote', wordIds(footnotes)],
    ['contents', wordIds(outline.contents)],
    ['outside', wordIds([...outline.before, ...outline.after])],
    ...entities.flatMap(({ region, sections }): readonly Entry[] => [
      ['value', wordIds(region.heading.lines)],
      ...sections.flatMap(sectionEntries),
    ]),
  ]
  const ledger = new ByWord<Account>(words)
  for (const [account, ids] of entries) for (const id of ids) ledger.set(id, account)
  return ledger
}

function sectionEntries(section: SectionValue): readonly Entry[] {
  const { fields, values, tables, unassigned } = section
  return [
    ['value', wordIds(fields.region.heading.lines)],
    ['label', fields.groups.flatMap(({ label }) => wordIds(label))],
    ['label', fields.region.repeats.flatMap(({ lines }) => wordIds(lines))],
    ...fields.figures.flatMap(({ label, lines }): readonly Entry[] => [
      ['value', wordIds(label)],
      ['figure', wordIds(lines)],
    ]),
    ['label', values.flatMap(({ label }) => wordIds(label))],
    ['label', tables.flatMap(({ field }) => wordIds([...field.label, ...field.table.header]))],
    ['value', unassigned.flatMap(({ heading }) => wordIds(heading))],
    ...valuesOf(section).flatMap(({ words, markers }): readonly Entry[] => [
      ['value', words],
      ['label', markers],
    ]),
  ]
}

/** Characters of an unread passage that its diagnostic shows. */
const SHOWN = 120

/**
 * What the report does not hold: the text outside all entities, the footnotes, and the lines of which a word was read
 * by nothing.
 *
 * @param words all words of the document
 * @param limit share of its characters that may be read by nothing
 */
export function ledgerFindings(
  lines: readonly Line[],
  footnotes: readonly Line[],
  ledger: KnownByWord<Account>,
  outline: Outline,
  words: KnownByWord<PlacedWord>,
  limit: number,
): readonly Finding[] {
  const outside = [outline.before, outline.after].flatMap((part): readonly Finding[] => {
    const text = joinedText(part).slice(0, SHOWN)
    return text === ''
      ? []
      : [{ code: 'outline/text-outside', args: { text }, page: part[0]?.page ?? null, pointer: null }]
  })
  const aside = [...groupBy(footnotes, ({ page }) => page)].map(([page, notes]): Finding => ({
    code: 'text/footnote',
    args: { text: joinedText(notes).slice(0, SHOWN) },
    page,
    pointer: null,
  }))
  const unread = lines.flatMap((line) => {
    const words = line.words.filter((word) => !ledger.has(word.id))
    return words.length === 0 ? [] : [{ page: line.page, text: words.map((word) => word.text).join(' ') }]
  })
  const passages = [...groupBy(unread, ({ page }) => page)].map(([page, parts]): Finding => {
    const text = joinedText(parts)
    return {
      code: 'text/unclaimed',
      args: { text: text.slice(0, SHOWN), characters: text.replaceAll(' ', '').length },
      page,
      pointer: null,
    }
  })
  return [...outside, ...aside, ...passages, ...unclaimedShare(ledger, words, limit)]
}

function unclaimedShare(
  ledger: KnownByWord<Account>,
  words: KnownByWord<PlacedWord>,
  limit: number,
): readonly Finding[] {
  let [all, characters] = [0, 0]
  for (const [id, { word }] of words) {
    all += word.text.length
    if (!ledger.has(id)) characters += word.text.length
  }
  const share = characters / Math.max(1, all)
  if (share <= limit) return []
  return [
    {
      code: 'text/unclaimed-share',
      args: { characters, percent: percent(share), limit: percent(limit) },
      page: null,
      pointer: null,
    },
  ]
}

/** With two digits that count. */
function percent(share: number): number {
  return Number((share * 100).toPrecision(2))
}

function joinedText(parts: readonly { readonly text: string }[]): string {
  return parts.map(({ text }) => text).join(' ')
}
