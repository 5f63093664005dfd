import type { Reading } from '../../src/pipeline.ts'
import { valuesOf } from '../../src/values/all-values.ts'
import { wordIds } from '../../src/values/field-value.ts'

/** Ids of the words that values and labels are made of, each as often as something claims it. */
export function claimedWords({ entities }: Reading): readonly number[] {
  return entities.flatMap(({ region, sections }) => [
    ...wordIds(region.heading.lines),
    ...sections.flatMap((section) => [
      ...wordIds(section.fields.region.heading.lines),
      ...section.fields.groups.flatMap(({ label }) => wordIds(label)),
      ...section.fields.figures.flatMap(({ label, lines }) => wordIds([...label, ...lines])),
      ...section.values.flatMap(({ label }) => wordIds(label)),
      ...section.tables.flatMap(({ field }) => wordIds([...field.label, ...field.table.header])),
      ...valuesOf(section).flatMap(({ words, markers }) => [...words, ...markers]),
    ]),
  ])
}
