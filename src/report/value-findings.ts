import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Join } from '../repair/repaired-text.ts'
import type { CompiledTable, Rules } from '../rules/load-rules.ts'
import type { CellValue, EntityValue, RecordValue } from '../values/read-entities.ts'
import { resolveReferences } from '../values/resolve-references.ts'
import { joinsOf, type PlacedWord } from './provenance.ts'

/** What the readers of values had to say: close calls, undecided hyphens, odd contacts, references without a target. */
export function valueFindings(
  entities: readonly EntityValue[],
  rules: Rules,
  words: ReadonlyMap<number, PlacedWord>,
): readonly Finding[] {
  const pageOf = (word: number | undefined) => (word === undefined ? null : (words.get(word)?.page ?? null))
  return entities.flatMap((entity, index) =>
    entity.sections.flatMap(({ fields, texts, tables }) => {
      const base = `/${rules.outline.entity.key}/${String(index)}/${fields.region.rule.key}`
      const undecidedTexts = texts.flatMap(({ part, value }) => undecided(value.joins, `${base}/${part.key}`, pageOf))
      const inTables = tables.flatMap(({ part, field, records }) => {
        const pointer = `${base}/${part.key}`
        const calls = field.table.closeCalls.map(({ page, text, chosen, other }): Finding => ({
          code: 'table/close-call',
          args: { text, chosen, other },
          page,
          pointer,
        }))
        return [...calls, ...recordFindings(part, records, pointer, pageOf)]
      })
      return [...undecidedTexts, ...inTables]
    }),
  )
}

type PageOf = (word: number | undefined) => number | null

function undecided(joins: readonly Join[], pointer: string, pageOf: PageOf): readonly Finding[] {
  return joins
    .filter((join) => join.close)
    .map(({ printed, joined, wordBefore }) => ({
      code: 'repair/undecided',
      args: { printed, joined },
      page: pageOf(wordBefore),
      pointer,
    }))
}

function recordFindings(
  part: CompiledTable,
  records: readonly RecordValue[],
  pointer: string,
  pageOf: PageOf,
): readonly Finding[] {
  const column = part.columns.findIndex(({ role }) => role === 'contact')
  const resolved = resolveReferences(records, column)
  return records.flatMap((record, index) => {
    const at = `${pointer}/${String(index)}`
    const lost = resolved[index]
    const nothingAbove: readonly Finding[] =
      lost?.nothingAbove === true && lost.text !== null
        ? [
            {
              code: 'contact/nothing-above',
              args: { record: record.id, text: lost.text.value },
              page: pageOf(lost.text.words[0]),
              pointer: `${at}/${part.columns[column]?.key ?? ''}`,
            },
          ]
        : []
    return [...record.cells.flatMap((cell) => cellFindings(cell, `${at}/${cell.key}`, pageOf)), ...nothingAbove]
  })
}

function cellFindings(cell: CellValue, pointer: string, pageOf: PageOf): readonly Finding[] {
  const notices = cell.role === 'contact' ? (cell.value?.notices ?? []) : []
  return [
    ...undecided(joinsOf(cell), pointer, pageOf),
    ...notices.map(({ code, text, words }): Finding => ({ code, args: { text }, page: pageOf(words[0]), pointer })),
  ]
}
