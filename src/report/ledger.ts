import type { Finding } from '../diagnostics/diagnostic.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { Furniture } from '../layout/strip-furniture.ts'
import type { Outline } from '../outline/split-outline.ts'
import type { CellValue, EntityValue } from '../values/read-entities.ts'
import { wordIds } from '../values/read-entities.ts'

/** Where a word of the source ended. */
export type Account = 'value' | 'label' | 'furniture' | 'contents' | 'figure' | 'outside'

/** Each word's account. A word that is missing here was read by nothing. */
export function openLedger(furniture: readonly Furniture[], outline: Outline, entities: readonly EntityValue[]): ReadonlyMap<number, Account> {
  const ledger = new Map<number, Account>()
  const enter = (account: Account, ids: readonly number[]): void => {
    for (const id of ids) ledger.set(id, account)
  }
  enter('furniture', furniture.flatMap(({ lines }) => wordIds(lines)))
  enter('contents', wordIds(outline.contents))
  enter('outside', wordIds(outline.before))
  for (const { region, sections } of entities) {
    enter('value', wordIds(region.heading.lines))
    for (const { fields, texts, tables } of sections) {
      enter('value', wordIds(fields.region.heading.lines))
      enter('label', wordIds(fields.groups))
      for (const { label, lines } of fields.figures) {
        enter('value', wordIds(label))
        enter('figure', wordIds(lines))
      }
      for (const { label, value } of texts) {
        enter('label', [...wordIds(label), ...value.markers])
        enter('value', value.words.flat())
      }
      for (const { field, records } of tables) {
        enter('label', [...wordIds(field.label), ...wordIds(field.table.header)])
        for (const { cells } of records) for (const cell of cells) enterCell(cell, enter)
      }
    }
  }
  return ledger
}

function enterCell(cell: CellValue, enter: (account: Account, ids: readonly number[]) => void): void {
  switch (cell.role) {
    case 'name':
      enter('value', cell.value.words)
      break
    case 'text':
      enter('value', cell.value.words.flat())
      enter('label', cell.value.markers)
      break
    case 'contact':
      enter('value', wordIds(cell.lines))
  }
}

/** Characters of an unread passage that its diagnostic shows. */
const SHOWN = 120

/** The lines of which a word was read by nothing, and the text that stands outside all entities. */
export function ledgerFindings(lines: readonly Line[], ledger: ReadonlyMap<number, Account>, outline: Outline): readonly Finding[] {
  const outside: readonly Finding[] =
    outline.before.length === 0
      ? []
      : [
          {
            code: 'outline/text-outside',
            args: { words: wordIds(outline.before).length, text: outline.before.map((line) => line.text).join(' ').slice(0, SHOWN) },
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
    return { code: 'text/unclaimed', args: { text: text.slice(0, SHOWN), characters: text.replaceAll(' ', '').length }, page, pointer: null }
  })
  return [...outside, ...passages]
}
