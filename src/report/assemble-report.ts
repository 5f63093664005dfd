import { type Ink, inkOfLines } from '../layout/ink.ts'
import type { Line } from '../layout/line.ts'
import { distinctIds, entityId } from '../outline/entity-id.ts'
import type { FigureField } from '../outline/read-fields.ts'
import type { SectionHeading } from '../outline/find-section-headings.ts'
import { headingText } from '../outline/unknown-headings.ts'
import type { CompiledPart, Rules } from '../rules/load-rules.ts'
import { wordIds } from '../values/field-value.ts'
import { KINDS } from '../values/kinds.ts'
import type { EntityValue, RecordValue, SectionValue } from '../values/read-entities.ts'
import { leaf, type Traced, tracedList, tracedObject } from '../values/traced.ts'

/** What is known of a figure beside its caption. */
export type DrawnFigures = ReadonlyMap<FigureField, Readonly<Record<string, Traced>>>

/**
 * The list of entities of `report.json`.
 *
 * @param drawn what else to tell of figures; nothing where left out
 */
export function assembleEntities(
  entities: readonly EntityValue[],
  rules: Rules,
  hasPages: boolean,
  drawn: DrawnFigures = new Map(),
): Traced {
  const ids = entityIds(entities, rules)
  return tracedList(
    entities.map((entity, index) => assembleEntity(entity, { id: ids[index] ?? '', index, rules, hasPages, drawn })),
  )
}

/** The ids of entities, in their order. */
export function entityIds(entities: readonly EntityValue[], rules: Rules): readonly string[] {
  return distinctIds(entities.map(({ region }) => entityId(region.heading.title, rules.outline)))
}

/** What an entity of the report is made of beside its values. */
interface Setting {
  readonly id: string
  readonly index: number
  readonly rules: Rules
  readonly hasPages: boolean
  readonly drawn: DrawnFigures
}

function assembleEntity(entity: EntityValue, { id, index, rules, hasPages, drawn }: Setting): Traced {
  const { heading } = entity.region
  const sections = rules.outline.sections.map((rule) => {
    const value = entity.sections.find(({ fields }) => fields.region.rule === rule)
    return [rule.key, value === undefined ? leaf(null) : assembleSection(value, drawn)] as const
  })
  const printed = headingInk(heading.lines, heading.number === null ? null : NUMBER, heading.title)
  return tracedObject({
    id: leaf(id),
    ...(rules.outline.entity.isNumbered ? { number: leaf(heading.number ?? index + 1, printed.number) } : {}),
    name: leaf(heading.title, printed.title),
    pages: leaf(hasPages ? pageRange(entity) : null),
    ...Object.fromEntries(sections),
  })
}

function pageRange(entity: EntityValue): readonly [number, number] {
  const { heading, lead, sections } = entity.region
  const pages = [
    ...heading.lines,
    ...lead,
    ...sections.flatMap((section) => [...section.heading.lines, ...section.lines]),
  ].map((line) => line.page)
  return [Math.min(...pages), Math.max(...pages)]
}

function assembleSection(section: SectionValue, drawn: DrawnFigures): Traced {
  const { rule, heading } = section.fields.region
  const parts = rule.parts.flatMap((part): readonly (readonly [string, Traced])[] =>
    part.kind === 'group' ? [] : [[part.key, assemblePart(section, part, drawn)]],
  )
  const unassigned = section.unassigned.map(({ heading: lines, value }) =>
    tracedObject({ heading: leaf(headingText(lines), wordIds(lines)), text: value.traced }),
  )
  return tracedObject({
    heading: assembleHeading(heading),
    ...Object.fromEntries(parts),
    ...(unassigned.length === 0 ? {} : { unassigned: tracedList(unassigned) }),
  })
}

function assembleHeading({ number, title, lines }: SectionHeading): Traced {
  const printed = headingInk(lines, number, title)
  return tracedObject({ number: leaf(number ?? '', printed.number), title: leaf(title, printed.title) })
}

/** The number of an entity, without the zeros that may stand before it. */
const NUMBER = /[1-9]\d*/u

/** The characters of a heading's number and of its title, which stands behind it. */
function headingInk(
  lines: readonly Line[],
  number: string | RegExp | null,
  title: string,
): Readonly<Record<'number' | 'title', Ink>> {
  const text = lines.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
  const printed = number instanceof RegExp ? (number.exec(text)?.[0] ?? '') : (number ?? '')
  const from = text.indexOf(printed)
  const to = from + printed.length
  const behind = text.indexOf(title, to)
  const start = behind < 0 ? text.indexOf(title) : behind
  return { number: inkOfLines(lines, from, to), title: inkOfLines(lines, start, start + title.length) }
}

function assemblePart(
  { fields, values, tables }: SectionValue,
  part: Exclude<CompiledPart, { kind: 'group' }>,
  drawn: DrawnFigures,
): Traced {
  switch (part.kind) {
    case 'figure': {
      const shown = fields.figures.filter(({ caption }) => part.captions.includes(caption))
      return tracedList(
        shown.map((figure) =>
          tracedObject({ title: leaf(figure.caption, wordIds(figure.label)), ...drawn.get(figure) }),
        ),
      )
    }
    case 'table':
      return tracedList(
        tables.filter((table) => table.part === part).flatMap(({ records }) => records.map(assembleRecord)),
      )
    default:
      return values.find((other) => other.part === part)?.value.traced ?? leaf(KINDS[part.kind].empty)
  }
}

function assembleRecord({ id, cells }: RecordValue): Traced {
  const traced = cells.map(({ column, value }) => [column.key, value.traced] as const)
  return tracedObject({ id: leaf(id), ...Object.fromEntries(traced) })
}
