import { boxOf } from '../layout/box.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Word } from '../layout/line.ts'
import type { Join } from '../repair/repaired-text.ts'
import type { EntityValue } from '../values/read-entities.ts'
import { valuesOf } from '../values/all-values.ts'
import type { Place } from './report.ts'

/** A word with its page. */
export interface PlacedWord {
  readonly word: Word
  readonly page: number
}

/** What was done at line ends, by the id of the word before each. Line ends that were white space are left out. */
export function joinsByWord(entities: readonly EntityValue[]): ReadonlyMap<number, Join> {
  const joins = entities.flatMap((entity) => entity.sections.flatMap(valuesOf)).flatMap((value) => value.joins)
  return new Map(joins.filter(({ action }) => action !== 'blank').map((join) => [join.wordBefore, join]))
}

/**
 * Where words stand: a box per page and baseline for a PDF, a line number for a text. Each place once, in order. Where
 * the value goes on in the next place, a line end that was more than white space is told.
 */
export function placesOf(
  ids: readonly number[],
  words: ReadonlyMap<number, PlacedWord>,
  joins: ReadonlyMap<number, Join>,
): readonly Place[] {
  const placed = ids.flatMap((id) => words.get(id) ?? [])
  const lines = groupBy(placed, ({ word, page }) =>
    word.textLine === null ? `${String(page)} ${String(word.baseline)}` : String(word.textLine),
  )
  return [...lines.values()].map((onLine, index): Place => {
    const join = index + 1 < lines.size ? joinAfter(onLine, joins) : undefined
    const told = join === undefined ? {} : { join }
    const { textLine } = onLine[0]?.word ?? { textLine: null }
    if (textLine !== null) return { line: textLine, ...told }
    const { x0, y0, x1, y1 } = boxOf(onLine.map(({ word }) => word.box))
    return { page: onLine[0]?.page ?? 0, bbox: [x0, y0, x1, y1], ...told }
  })
}

function joinAfter(onLine: readonly PlacedWord[], joins: ReadonlyMap<number, Join>): Place['join'] {
  const join = onLine.map(({ word }) => joins.get(word.id)).find((known) => known !== undefined)
  if (join === undefined) return undefined
  const { action, printed, joined, evidence } = join
  return { action, printed, joined, evidence }
}
