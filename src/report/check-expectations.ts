import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledField, CompiledPart, CompiledSection, Rules } from '../rules/load-rules.ts'
import type { EntityValue, SectionValue } from '../values/read-entities.ts'
import { checkTable } from './check-table.ts'
import { inWords, isWithin } from './expectation.ts'
import { headingText } from '../outline/unknown-headings.ts'
import type { PartPlace } from './part-place.ts'

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
  const unworded: readonly Finding[] = heading.isWorded
    ? []
    : [
        {
          code: 'outline/entity-heading',
          args: { printed: heading.lines.map((line) => line.text).join(' '), singular: rules.outline.entity.singular },
          page,
          pointer,
        },
      ]
  return [
    ...outOfOrder,
    ...unworded,
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
  const { heading, sections } = entity.region
  const section = entity.sections.find(({ fields }) => fields.region.rule === rule)
  const pointer = `${parent}/${rule.key}`
  if (section === undefined) {
    const after = above?.title ?? heading.title
    const where = pagesOf([...heading.lines, ...sections.flatMap(({ lines }) => lines)])
    return [
      {
        code: 'section/missing',
        args: { entity: heading.title, title: rule.title, after, where },
        page: heading.lines[0]?.page ?? null,
        pointer,
      },
    ]
  }
  const { repeats, mentions } = section.fields.region
  const { number, title, lines } = section.fields.region.heading
  const page = lines[0]?.page ?? null
  const expected = rule.ordinal === null ? null : `${String(heading.number)}.${String(rule.ordinal)}`
  const misnumbered: readonly Finding[] =
    number !== null && heading.number !== null && expected !== null && number !== expected
      ? [
          {
            code: 'section/number',
            args: { title, printed: number, expected },
            page,
            pointer: `${pointer}/heading/number`,
          },
        ]
      : []
  const again = [...repeats, ...mentions].map((repeated): Finding => ({
    code: 'section/repeated',
    args: { entity: heading.title, title: repeated.title },
    page: repeated.lines[0]?.page ?? null,
    pointer,
  }))
  const place = {
    entity: heading.title,
    section: title,
    page,
    pointer,
    where: pagesOf([...lines, ...section.fields.region.lines]),
  }
  return [
    ...misnumbered,
    ...again,
    ...nearFindings(section, page, pointer),
    ...unknownHeadings(section, place),
    ...repeatedHeadings(section, place),
    ...rule.parts.flatMap((part) => checkPart(section, part, place)),
  ]
}

/** The pages of some lines in words: `page 3`, `pages 3 to 5`. */
function pagesOf(lines: readonly Line[]): string {
  const pages = lines.map(({ page }) => page)
  const first = Math.min(...pages)
  const last = Math.max(...pages)
  return first === last ? `page ${String(first)}` : `pages ${String(first)} to ${String(last)}`
}

/** Headings, labels and columns that differ a little from the wording in the rules. */
function nearFindings({ fields }: SectionValue, page: number | null, pointer: string): readonly Finding[] {
  const labels = [...fields.groups, ...fields.values, ...fields.figures, ...fields.tables].map(({ near, label }) => ({
    near,
    page: label[0]?.page ?? page,
  }))
  const columns = fields.tables.flatMap(({ table }) =>
    table.nearColumns.map((near) => ({ near, page: table.header[0]?.page ?? page })),
  )
  const all = [{ near: fields.region.heading.near, page }, ...labels, ...columns]
  return all.flatMap(({ near, page: at }): readonly Finding[] =>
    near === null ? [] : [{ code: 'heading/near-match', args: near, page: at, pointer }],
  )
}

function unknownHeadings({ fields }: SectionValue, { entity, section, pointer }: PartPlace): readonly Finding[] {
  return fields.unassigned.map(({ heading, nearest }, index) => ({
    code: 'heading/unknown',
    args: { printed: headingText(heading), entity, section, nearest: nearest?.known ?? null },
    page: heading[0]?.page ?? null,
    pointer: `${pointer}/unassigned/${String(index)}`,
  }))
}

function repeatedHeadings({ fields }: SectionValue, { entity, section, pointer }: PartPlace): readonly Finding[] {
  return fields.repeated.map((lines) => ({
    code: 'heading/repeated',
    args: { printed: lines.map((line) => line.text).join(' '), entity, section },
    page: lines[0]?.page ?? null,
    pointer,
  }))
}

function checkPart(section: SectionValue, part: CompiledPart, place: PartPlace): readonly Finding[] {
  switch (part.kind) {
    case 'group':
      return []
    case 'figure':
      return part.captions
        .filter((caption) => !section.fields.figures.some((figure) => figure.caption === caption))
        .map((caption) => ({
          code: 'figure/missing',
          args: { entity: place.entity, caption, where: place.where },
          page: place.page,
          pointer: `${place.pointer}/${part.key}`,
        }))
    case 'table':
      return checkTable(section, part, place)
    default:
      return checkField(section, part, place)
  }
}

function checkField({ values }: SectionValue, part: CompiledField, place: PartPlace): readonly Finding[] {
  const { entity, section, page, where } = place
  const field = values.find((other) => other.part === part)
  const pointer = `${place.pointer}/${part.key}`
  const { label } = part
  if (field === undefined) {
    const isOptional = part.mayBeEmpty && part.place === 'inline'
    return isOptional ? [] : [{ code: 'field/missing', args: { entity, section, label, where }, page, pointer }]
  }
  if (field.value.text !== '' || part.mayBeEmpty) return []
  return [{ code: 'field/empty', args: { entity, section, label }, page: field.label[0]?.page ?? page, pointer }]
}
