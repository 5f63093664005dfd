import { labelValues, type LabelledValue } from '../blocks/label-values.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledPart, CompiledTable, CompiledText } from '../rules/load-rules.ts'
import type { SourcePage } from '../source/source-document.ts'
import { readFlowedTable } from '../tables/read-flowed-table.ts'
import { readPlacedTable } from '../tables/read-placed-table.ts'
import type { TableHints } from '../tables/table-hints.ts'
import type { Table } from '../tables/table-types.ts'
import type { NearWording } from './near-wording.ts'
import type { SectionRegion } from './split-outline.ts'
import { isBeside, type PartRegion, splitParts } from './split-parts.ts'

/** A chart with its caption. */
export interface FigureField {
  readonly caption: string
  readonly label: readonly Line[]
  readonly near: NearWording | null
  /** Text inside the chart. */
  readonly lines: readonly Line[]
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
  readonly texts: readonly LabelledValue[]
  readonly figures: readonly FigureField[]
  readonly tables: readonly TableField[]
  /** Headings that only group. */
  readonly groups: readonly Line[]
  /** Lines that no field claims. */
  readonly rest: readonly Line[]
}

/** What reading the fields of a section needs besides the section. */
export interface FieldContext {
  readonly pages: ReadonlyMap<number, SourcePage>
  readonly layout: 'placed' | 'flowed'
  readonly hints: TableHints
  /** How wide the text of the document is set, in points. */
  readonly textWidth: number
  readonly closeCall: number
  /** Distance up to which two wordings count as one, as a share of the known one's length. */
  readonly nearMatch: number
}

/** Divides a section into its fields: texts below headings, texts beside labels, figures and tables. */
export function readFields(region: SectionRegion, context: FieldContext): SectionFields {
  const { regions, lead } = splitParts(region.lines, region.rule, context.nearMatch)
  const beside = region.rule.parts.filter((part): part is CompiledText => isBeside(part))
  const labelled = besideRegions(regions, lead, beside).map((lines) =>
    labelValues(lines, beside, context.pages, context.nearMatch),
  )
  const figures = regions.filter(({ part }) => part.kind === 'figures')
  return {
    region,
    texts: [...labelled.flatMap(({ values }) => values), ...regions.flatMap(textBelow)],
    figures: figures.map(({ known, near, label, lines }) => ({ caption: known, near, label, lines })),
    tables: regions.flatMap((part) => readTable(part, context)),
    groups: regions.flatMap(({ part, label }) => (part.kind === 'group' ? label : [])),
    rest: [...labelled.flatMap(({ rest }) => rest), ...(beside.length > 0 ? [] : lead)],
  }
}

/** A section's lines, column after column: each line follows the one it goes on from. */
export function linesInColumns({ region, texts, figures, tables, groups, rest }: SectionFields): readonly Line[] {
  const cells = tables.flatMap(({ table }) => table.rows.flatMap((row) => row.cells.flat()))
  return [
    ...region.heading.lines,
    ...groups,
    ...texts.flatMap(({ label, lines }) => [...label, ...lines]),
    ...figures.flatMap(({ label, lines }) => [...label, ...lines]),
    ...cells,
    ...rest,
  ]
}

/** The stretches in which labels stand beside their texts: below group headings, or the whole section without one. */
function besideRegions(
  regions: readonly PartRegion[],
  lead: readonly Line[],
  beside: readonly CompiledPart[],
): readonly (readonly Line[])[] {
  if (beside.length === 0) return []
  return [lead, ...regions.filter(({ part }) => part.kind === 'group').map(({ lines }) => lines)].filter(
    (lines) => lines.length > 0,
  )
}

function textBelow({ part, label, near, lines }: PartRegion): readonly LabelledValue[] {
  return part.kind === 'text' ? [{ part, label, near, lines }] : []
}

function readTable({ part, label, near, lines }: PartRegion, context: FieldContext): readonly TableField[] {
  if (part.kind !== 'table') return []
  const table =
    context.layout === 'flowed'
      ? readFlowedTable(lines, part.columns, context.hints, context.textWidth, context.closeCall)
      : readPlacedTable(lines, part.columns, context.pages, context.hints.cannotEnd)
  return [{ part, label, near, table }]
}
