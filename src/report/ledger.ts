import type { Finding } from '../diagnostics/diagnostic.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { Furniture } from '../layout/strip-furniture.ts'
import type { Outline } from '../outline/split-outline.ts'
import { valuesOf } from '../values/all-values.ts'
import { wordIds } from '../values/field-value.ts'
import type { EntityValue, SectionValue } from '../values/read-entities.ts'

/** Where a word of the source ended. */
export type Account = 'value' | 'label' | 'furniture' | 'contents' | 'figure' | 'outside'

/** Words of one account. */
type Entry = readonly [account: Account, ids: readonly number[]]

/** Each word's account. A word that is missing here was read by nothing. */
export function openLedger(
  furniture: readonly Furniture[],
  outline: Outline,
  entities: readonly EntityValue[],
): ReadonlyMap<number, Account> {
  const entries: readonly Entry[] = [
    ['furniture', furniture.flatMap(({ lines }) => wordIds(lines))],
    ['contents', wordIds(outline.contents)],
    ['outside', wordIds(outline.before)],
    ...entities.flatMap(({ region, sections }): readonly Entry[] => [
      ['value', wordIds(region.heading.lines)],
      ...sections.flatMap(sectionEntries),
    ]),
  ]
  return new Map(entries.flatMap(([account, ids]) => ids.map((id) => [id, account] as const)))
}

function sectionEntries(section: SectionValue): readonly Entry[] {
  const { fields, values, tables, unassigned } = section
  return [
    ['value', wordIds(fields.region.heading.lines)],
    ['label', wordIds([...fields.groups, ...fields.region.repeats.flatMap(({ lines }) => lines)])],
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

/** The lines of which a word was read by nothing, and the text that stands outside all entities. */
export function ledgerFindings(
  lines: readonly Line[],
  ledger: ReadonlyMap<number, Account>,
  outline: Outline,
): readonly Finding[] {
  const outside: readonly Finding[] =
    outline.before.length === 0
      ? []
      : [
          {
            code: 'outline/text-outside',
            args: {
              text: outline.before
                .map((line) => line.text)
                .join(' ')
                .slice(0, SHOWN),
            },
            page: outline.before[0]?.page ?? null,
            pointer: null,
          },
        ]
  const unread = lines.flatMap((line) => {
    const words = line.words.filter((word) => !ledger.has(word.id))
    return words.length === 0 ? [] : [{ page: line.page, text: words.map((word) => word.text).join(' ') }]
  })
  const passages = [...groupBy(unread, ({ page }) => page)].map(([page, parts]): Finding => {
    const text = parts.map((part) => part.text).join(' ')
    return {
      code: 'text/unclaimed',
      args: { text: text.slice(0, SHOWN), characters: text.replaceAll(' ', '').length },
      page,
      pointer: null,
    }
  })
  return [...outside, ...passages]
}
