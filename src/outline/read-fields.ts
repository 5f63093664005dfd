import { inlineValues } from '../blocks/inline-values.ts'
import { labelValues, type LabelledValue } from '../blocks/label-values.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledGroup, CompiledTable } from '../rules/load-rules.ts'
import { isField } from '../rules/load-rules.ts'
import type { PageFrame } from '../source/source-document.ts'
import { readFlowedTable } from '../tables/read-flowed-table.ts'
import { readPlacedTable } from '../tables/read-placed-table.ts'
import type { TableHints } from '../tables/table-hints.ts'
import type { Table } from '../tables/table-types.ts'
import type { NearWording } from './near-wording.ts'
import type { EntityRegion, Outline, SectionRegion } from './split-outline.ts'
import {
  fieldsAt,
  partHeadingStyle,
  type PartRegion,
  type SectionParts,
  setUnknownPartsApart,
  splitParts,
} from './split-parts.ts'
import type { UnknownPart } from './unknown-headings.ts'

/** A chart with its caption. */
export interface FigureField {
  readonly caption: string
  readonly label: readonly Line[]
  readonly near: NearWording | null
  /** Text inside the chart. */
  readonly lines: readonly Line[]
}

/** A heading that only groups what follows it. */
export interface GroupHeading {
  readonly part: CompiledGroup
  readonly label: readonly Line[]
  readonly near: NearWording | null
}

export interface TableField {
  readonly part: CompiledTable
  readonly label: readonly Line[]
  readonly near: NearWording | null
  readonly table: Table
}

/** The fields of a section as printed lines. */
export interface SectionFields {
  readonly region: SectionRegion
  readonly values: readonly LabelledValue[]
  readonly figures: readonly FigureField[]
  readonly tables: readonly TableField[]
  readonly groups: readonly GroupHeading[]
  /** What stands below, or beside, headings that no rule knows. */
  readonly unassigned: readonly UnknownPart[]
  /** Lines that print a heading of the section again. */
  readonly repeated: readonly (readonly Line[])[]
  /** Lines that no field claims. */
  readonly rest: readonly Line[]
}

/** What reading the fields of a section needs besides the section. */
export interface FieldContext {
  readonly pages: ReadonlyMap<number, PageFrame>
  readonly layout: 'placed' | 'flowed'
  readonly hints: TableHints
  /** How wide the text of the document is set, in points. */
  readonly textWidth: number
  readonly closeCall: number
  /** Share of differences up to which two wordings count as one. */
  readonly nearMatch: number
}

/** The fields of an entity, section by section. */
export interface EntityFields {
  readonly region: EntityRegion
  readonly sections: readonly SectionFields[]
}

/** Reads the fields of all entities. How the headings of parts are set is learned from all of them. */
export function readFields(outline: Outline, body: readonly Line[], context: FieldContext): readonly EntityFields[] {
  const split = outline.entities.map(({ sections }) =>
    sections.map((section) => ({ section, parts: splitParts(section.lines, section.rule, context.nearMatch) })),
  )
  const known = split.flat().map(({ parts }) => parts)
  const style = context.layout === 'placed' ? partHeadingStyle(known, body, outline.bodySize) : null
  return outline.entities.map((region, index) => ({
    region,
    sections: (split[index] ?? []).map(({ section, parts }) =>
      readSection(section, setUnknownPartsApart(parts, style, section.rule), context),
    ),
  }))
}

/** Reads the fields of a section from its parts: texts below headings, texts beside or after labels, figures and tables. */
function readSection(
  region: SectionRegion,
  { regions, lead, unknown, repeated }: SectionParts,
  context: FieldContext,
): SectionFields {
  const labelled = readLabelled(
    [lead, ...regions.flatMap((part) => (part.part.kind === 'group' ? [part.lines] : []))],
    region,
    context,
  )
  const figures = regions.filter(({ part }) => part.kind === 'figure')
  return {
    region,
    values: [...labelled.flatMap(({ values }) => values), ...regions.flatMap(valueBelow)],
    figures: figures.map(({ known, near, label, lines }) => ({ caption: known, near, label, lines })),
    tables: regions.flatMap((part) => readTable(part, context)),
    groups: regions.flatMap(({ part, label, near }) => (part.kind === 'group' ? [{ part, label, near }] : [])),
    unassigned: [...region.unknown, ...unknown, ...labelled.flatMap((part) => part.unknown)],
    repeated,
    rest: labelled.flatMap(({ rest }) => rest),
  }
}

/** A section's lines, column after column: each line follows the one it goes on from. */
export function linesInColumns(fields: SectionFields): readonly Line[] {
  const { region, values, figures, tables, groups, unassigned, rest } = fields
  const cells = tables.flatMap(({ table }) => table.rows.flatMap((row) => row.cells.flat()))
  return [
    ...region.heading.lines,
    ...groups.flatMap(({ label }) => label),
    ...values.flatMap(({ label, lines }) => [...label, ...lines]),
    ...figures.flatMap(({ label, lines }) => [...label, ...lines]),
    ...cells,
    ...unassigned.flatMap(({ heading, lines }) => [...heading, ...lines]),
    ...rest,
  ]
}

interface Labelled {
  readonly values: readonly LabelledValue[]
  readonly unknown: readonly UnknownPart[]
  readonly rest: readonly Line[]
}

/** Reads the stretches in which labels stand beside their texts or before them on the same line. */
function readLabelled(
  stretches: readonly (readonly Line[])[],
  { rule }: SectionRegion,
  { pages, nearMatch }: FieldContext,
): readonly Labelled[] {
  const beside = fieldsAt(rule, 'beside')
  const inline = fieldsAt(rule, 'inline')
  return stretches
    .filter((lines) => lines.length > 0)
    .map((lines): Labelled => {
      const besides =
        beside.length === 0 ? { values: [], unknown: [], rest: lines } : labelValues(lines, beside, pages, nearMatch)
      if (inline.length === 0) return besides
      const { values, unknown, rest } = inlineValues(besides.rest, inline, nearMatch)
      return { values: [...besides.values, ...values], unknown: [...besides.unknown, ...unknown], rest }
    })
}

function valueBelow({ part, label, near, lines }: PartRegion): readonly LabelledValue[] {
  return isField(part) ? [{ part, label, near, lines }] : []
}

function readTable({ part, label, near, lines }: PartRegion, context: FieldContext): readonly TableField[] {
  if (part.kind !== 'table') return []
  const { layout, hints, textWidth, closeCall, pages, nearMatch } = context
  const table =
    layout === 'flowed'
      ? readFlowedTable(lines, part.columns, hints, textWidth, closeCall, nearMatch)
      : readPlacedTable(lines, part.columns, pages, hints.cannotEnd, nearMatch)
  return [{ part, label, near, table }]
}
