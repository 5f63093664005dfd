import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import type { EntityFields, TableField } from '../outline/read-fields.ts'
import type { CompiledField, CompiledTable } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { measurePitch, measureRight } from './column-flow.ts'

/** How the texts of a document are set: by the place of their labels, and by table and column. */
export interface Flows {
  readonly fields: ReadonlyMap<CompiledField['place'], ColumnFlow>
  /** For each table of an entity, by column. */
  readonly cells: ReadonlyMap<TableField, readonly ColumnFlow[]>
}

/** Measures texts of one kind together, so that a gap or a short line is known as such. */
export function measureFlows(
  entities: readonly EntityFields[],
  layout: 'placed' | 'flowed',
  settings: Settings,
): Flows {
  const sections = entities.flatMap((entity) => entity.sections)
  const fields = (['beside', 'below', 'inline'] as const).map((place) => {
    const alike = sections.flatMap((section) =>
      section.values.filter(({ part }) => part.place === place).map(({ lines }) => lines),
    )
    return [place, { ...measurePitch(alike, layout, settings), right: measureRight(alike) }] as const
  })
  const tables = sections.flatMap((section) => section.tables)
  const parts = [...new Set(tables.map(({ part }) => part))]
  const pitches = new Map(parts.map((part) => [part, columnPitches(part, tables, layout, settings)]))
  const cells = tables.map((table) => {
    const flows = table.table.columns.map((_, column) => ({
      ...(pitches.get(table.part)?.[column] ?? { layout, pitch: 1.2, spaced: false, tagged: false }),
      right: measureRight(cellsOf(table, column)),
    }))
    return [table, flows] as const
  })
  return { fields: new Map(fields), cells: new Map(cells) }
}

function columnPitches(
  part: CompiledTable,
  tables: readonly TableField[],
  layout: 'placed' | 'flowed',
  settings: Settings,
) {
  const own = tables.filter((table) => table.part === part)
  const width = Math.max(part.columns.length, ...own.map(({ table }) => table.columns.length))
  const columns = Array.from({ length: width }, (_, column) => own.flatMap((table) => cellsOf(table, column)))
  const pitches = columns.map((cells) => measurePitch(cells, layout, settings))
  // Contacts are short lines, most of them paragraphs of their own: what is usual among them may be the gap.
  const measured = pitches.filter((_, column) => columns[column]?.some((lines) => lines.length > 1) === true)
  const closest = Math.min(...measured.map(({ pitch }) => pitch))
  return pitches.map((pitch, column) =>
    part.columns[column]?.role === 'contact' && measured.length > 0 ? { ...pitch, pitch: closest } : pitch,
  )
}

/** The cells of one column of a table. */
export function cellsOf({ table }: TableField, column: number): readonly (readonly Line[])[] {
  return table.rows.map(({ cells }) => cells[column] ?? [])
}
