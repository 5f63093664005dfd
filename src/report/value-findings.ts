import type { Finding } from '../diagnostics/diagnostic.ts'
import type { KnownByWord } from '../layout/by-word.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { FieldValue } from '../values/field-value.ts'
import type { EntityValue, SectionValue } from '../values/read-entities.ts'
import type { PlacedWord } from './provenance.ts'

/** What the readers of values had to say: close calls, undecided hyphens, odd contacts, references without a target. */
export function valueFindings(
  entities: readonly EntityValue[],
  rules: Rules,
  words: KnownByWord<PlacedWord>,
): readonly Finding[] {
  const pageOf = (word: number | undefined) => (word === undefined ? null : (words.get(word)?.page ?? null))
  return entities.flatMap((entity, index) =>
    entity.sections.flatMap((section) => {
      const pointer = `/${rules.outline.entity.key}/${String(index)}/${section.fields.region.rule.key}`
      return sectionFindings(section, pointer, pageOf)
    }),
  )
}

type PageOf = (word: number | undefined) => number | null

function sectionFindings(
  { values, tables, unassigned }: SectionValue,
  base: string,
  pageOf: PageOf,
): readonly Finding[] {
  const inTables = tables.flatMap(({ part, field, records }) => {
    const pointer = `${base}/${part.key}`
    const calls = field.table.closeCalls.map(({ page, text, chosen, other }): Finding => ({
      code: 'table/close-call',
      args: { text, chosen, other },
      page,
      pointer,
    }))
    const cells = records.flatMap((record, index) =>
      record.cells.flatMap(({ column, value }) => said(value, `${pointer}/${String(index)}/${column.key}`, pageOf)),
    )
    return [...calls, ...cells]
  })
  return [
    ...values.flatMap(({ part, value }) => said(value, `${base}/${part.key}`, pageOf)),
    ...inTables,
    ...unassigned.flatMap(({ value }, index) => said(value, `${base}/unassigned/${String(index)}/text`, pageOf)),
  ]
}

/** What there is to say about one value. */
function said({ joins, notices }: FieldValue, pointer: string, pageOf: PageOf): readonly Finding[] {
  const undecided = joins
    .filter((join) => join.close)
    .map(({ printed, joined, wordBefore }): Finding => ({
      code: 'repair/undecided',
      args: { printed, joined },
      page: pageOf(wordBefore),
      pointer,
    }))
  return [...undecided, ...notices.map((notice): Finding => ({ ...notice.said, page: pageOf(notice.word), pointer }))]
}
