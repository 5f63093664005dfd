import type { Line } from '../../src/layout/line.ts'
import type { Reading } from '../../src/pipeline.ts'
import type { CellValue } from '../../src/values/read-entities.ts'

/** Ids of the words that values and labels are made of, each as often as something claims it. */
export function claimedWords({ entities }: Reading): readonly number[] {
  return entities.flatMap(({ region, sections }) => [
    ...idsOf(region.heading.lines),
    ...sections.flatMap(({ fields, texts, tables }) => [
      ...idsOf(fields.region.heading.lines),
      ...idsOf(fields.groups),
      ...fields.figures.flatMap(({ label, lines }) => idsOf([...label, ...lines])),
      ...texts.flatMap(({ label, value }) => [...idsOf(label), ...value.markers, ...value.words.flat()]),
      ...tables.flatMap(({ field, records }) => [
        ...idsOf([...field.label, ...field.table.header]),
        ...records.flatMap(({ cells }) => cells.flatMap(idsOfCell)),
      ]),
    ]),
  ])
}

function idsOf(lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ words }) => words.map(({ id }) => id))
}

function idsOfCell(cell: CellValue): readonly number[] {
  switch (cell.role) {
    case 'name':
      return cell.value.words
    case 'text':
      return [...cell.value.markers, ...cell.value.words.flat()]
    case 'contact':
      return idsOf(cell.lines)
  }
}
