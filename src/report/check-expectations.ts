import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Expectation } from '../rules/outline-rules.ts'
import type { CompiledColumn, CompiledPart, CompiledSection, Rules } from '../rules/load-rules.ts'
import type { EntityValue, RecordValue, SectionValue } from '../values/read-entities.ts'

/** Compares what was found with what the rules expect. */
export function checkExpectations(entities: readonly EntityValue[], rules: Rules): readonly Finding[] {
  const { entity } = rules.outline
  const { plural, expected } = entity
  const count: readonly Finding[] =
    entities.length === 0
      ? [{ code: 'outline/no-entity', args: { plural }, page: null, pointer: null }]
      : isWithin(entities.length, expected)
        ? []
        : [
            {
              code: 'outline/entity-count',
              args: { plural, found: entities.length, expected: inWords(expected) },
              page: null,
              pointer: null,
            },
          ]
  return [
    ...count,
    ...entities.flatMap((value, index) =>
      checkEntity(value, entities[index - 1], `/${entity.key}/${String(index)}`, rules),
    ),
  ]
}

function isWithin(count: number, { min, max }: Expectation): boolean {
  return count >= min && (max === null || count <= max)
}

function inWords({ min, max }: Expectation): string {
  return max === null ? `at least ${String(min)}` : min === max ? String(min) : `${String(min)} to ${String(max)}`
}

function checkEntity(
  value: EntityValue,
  previous: EntityValue | undefined,
  pointer: string,
  rules: Rules,
): readonly Finding[] {
  const { heading } = value.region
  const page = heading.lines[0]?.page ?? null
  const before = previous?.region.heading.number ?? null
  const outOfOrder: readonly Finding[] =
    before !== null && heading.number !== null && heading.number !== before + 1
      ? [
          {
            code: 'outline/entity-number',
            args: { title: heading.title, printed: heading.number, expected: before + 1 },
            page,
            pointer,
          },
        ]
      : []
  return [
    ...outOfOrder,
    ...rules.outline.sections.flatMap((section, index) =>
      checkSection(value, section, rules.outline.sections[index - 1], pointer),
    ),
  ]
}

function checkSection(
  entity: EntityValue,
  rule: CompiledSection,
  above: CompiledSection | undefined,
  parent: string,
): readonly Finding[] {
  const { heading } = entity.region
  const found = entity.sections.filter(({ fields }) => fields.region.rule === rule)
  const pointer = `${parent}/${rule.key}`
  const [section, ...repeated] = found
  if (section === undefined) {
    const after = above?.title ?? heading.title
    return [
      {
        code: 'section/missing',
        args: { entity: heading.title, title: rule.title, after },
        page: heading.lines[0]?.page ?? null,
        pointer,
      },
    ]
  }
  const { number, title, lines } = section.fields.region.heading
  const page = lines[0]?.page ?? null
  const expected = `${String(heading.number)}.${String(rule.ordinal)}`
  const misnumbered: readonly Finding[] =
    number !== null && heading.number !== null && number !== expected
      ? [
          {
            code: 'section/number',
            args: { title, printed: number, expected },
            page,
            pointer: `${pointer}/heading/number`,
          },
        ]
      : []
  const again = repeated.map(({ fields }): Finding => ({
    code: 'section/repeated',
    args: { entity: heading.title, title },
    page: fields.region.heading.lines[0]?.page ?? null,
    pointer,
  }))
  const near = nearFindings(section, page, pointer)
  const parts = rule.parts.flatMap((part) =>
    checkPart(section, part, { entity: heading.title, section: title, page, pointer }),
  )
  return [...misnumbered, ...again, ...near, ...parts]
}

/** Headings and labels that differ a little from the wording in the rules. */
function nearFindings({ fields }: SectionValue, page: number | null, pointer: string): readonly Finding[] {
  const labels = [...fields.texts, ...fields.figures, ...fields.tables].map(({ near, label }) => ({
    near,
    page: label[0]?.page ?? page,
  }))
  return [{ near: fields.region.heading.near, page }, ...labels].flatMap(({ near, page: at }): readonly Finding[] =>
    near === null ? [] : [{ code: 'heading/near-match', args: near, page: at, pointer }],
  )
}

interface PartPlace {
  readonly entity: string
  readonly section: string
  readonly page: number | null
  readonly pointer: string
}

function checkPart({ fields, texts, tables }: SectionValue, part: CompiledPart, place: PartPlace): readonly Finding[] {
  const { entity, section, page } = place
  switch (part.kind) {
    case 'group':
      return []
    case 'figures':
      return part.captions
        .filter((caption) => !fields.figures.some((figure) => figure.caption === caption))
        .map((caption) => ({
          code: 'figure/missing',
          args: { entity, caption },
          page,
          pointer: `${place.pointer}/${part.key}`,
        }))
    case 'text': {
      const text = texts.find((other) => other.part === part)
      const pointer = `${place.pointer}/${part.key}`
      const args = { entity, section, label: part.label }
      if (text === undefined) return [{ code: 'field/missing', args, page, pointer }]
      const empty = text.value.value.text === '' && !part.mayBeEmpty
      return empty ? [{ code: 'field/empty', args, page: text.label[0]?.page ?? page, pointer }] : []
    }
    case 'table': {
      const table = tables.find((other) => other.part === part)
      const pointer = `${place.pointer}/${part.key}`
      const args = { entity, label: part.label }
      if (table === undefined) return [{ code: 'table/missing', args, page, pointer }]
      const start = table.field.label[0]?.page ?? table.field.table.header[0]?.page ?? page
      const few: readonly Finding[] = isWithin(table.records.length, part.rows)
        ? []
        : [{ code: 'table/no-rows', args, page: start, pointer }]
      const columns = table.field.table.missingColumns.map((index): Finding => ({
        code: 'table/column-missing',
        args: { ...args, column: part.columns[index]?.label ?? '' },
        page: start,
        pointer,
      }))
      return [
        ...few,
        ...columns,
        ...table.records.flatMap((record, index) =>
          checkRecord(record, part.columns, entity, `${pointer}/${String(index)}`),
        ),
      ]
    }
  }
}

function checkRecord(
  record: RecordValue,
  columns: readonly CompiledColumn[],
  entity: string,
  pointer: string,
): readonly Finding[] {
  const name = record.cells.find((cell) => cell.role === 'name')?.value.value ?? ''
  if (name !== '') return emptyCells(record, columns, name, pointer)
  const text = record.cells.find((cell) => cell.role === 'text')?.value.value.text ?? ''
  return [{ code: 'table/row-without-name', args: { entity, text: text.slice(0, 80) }, page: null, pointer }]
}

/** Cells that the rules do not expect to be empty. */
function emptyCells(
  record: RecordValue,
  columns: readonly CompiledColumn[],
  name: string,
  pointer: string,
): readonly Finding[] {
  return record.cells.flatMap((cell, index): readonly Finding[] => {
    const column = columns[index]
    const empty = cell.role === 'text' ? cell.value.value.text === '' : cell.role === 'contact' && cell.value === null
    if (column === undefined || column.mayBeEmpty || !empty) return []
    return [
      {
        code: 'table/cell-empty',
        args: { record: name, column: column.label },
        page: null,
        pointer: `${pointer}/${cell.key}`,
      },
    ]
  })
}
