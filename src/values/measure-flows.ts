import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import type { TableField } from '../outline/read-fields.ts'
import type { CompiledTable, CompiledText } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { measurePitch, measureRight } from './column-flow.ts'
import type { EntityFields } from './read-entities.ts'

/** How the texts of a document are set: by the place of their labels, and by table and column. */
export interface Flows {
  readonly texts: ReadonlyMap<CompiledText['place'], ColumnFlow>
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
  const texts = (['beside', 'below'] as const).map((place) => {
    const alike = sections.flatMap((section) =>
      section.texts.filter(({ part }) => part.place === place).map(({ lines }) => lines),
    )
    return [place, { ...measurePitch(alike, layout, settings), right: measureRight(alike) }] as const
  })
  const tables = sections.flatMap((section) => section.tables)
  const parts = [...new Set(tables.map(({ part }) => part))]
  const pitches = new Map(parts.map((part) => [part, columnPitches(part, tables, layout, settings)]))
  const cells = tables.map((table) => {
    const flows = table.part.columns.map((_, column) => ({
      ...(pitches.get(table.part)?.[column] ?? { layout, pitch: 1.2, spaced: false }),
      right: measureRight(cellsOf(table, column)),
    }))
    return [table, flows] as const
  })
  return { texts: new Map(texts), cells: new Map(cells) }
}

function columnPitches(
  part: CompiledTable,
  tables: readonly TableField[],
  layout: 'placed' | 'flowed',
  settings: Settings,
) {
  const pitches = part.columns.map((_, column) => {
    const alike = tables.filter((table) => table.part === part).flatMap((table) => cellsOf(table, column))
    return measurePitch(alike, layout, settings)
  })
  // Contacts are short lines, most of them paragraphs of their own: what is usual among them may be the gap.
  const closest = Math.min(...pitches.map(({ pitch }) => pitch))
  return part.columns.map(({ role }, column) => {
    const own = pitches[column] ?? { layout, pitch: 1.2, spaced: false }
    return role === 'contact' ? { ...own, pitch: closest } : own
  })
}

/** The cells of one column of a table. */
export function cellsOf({ table }: TableField, column: number): readonly (readonly Line[])[] {
  return table.rows.map(({ cells }) => cells[column] ?? [])
}
