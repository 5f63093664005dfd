import { boxOf } from '../layout/box.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Word } from '../layout/line.ts'
import type { Place } from './report.ts'

/** A word with its page. */
export interface PlacedWord {
  readonly word: Word
  readonly page: number
}

/** Where words stand: a box per page and baseline for a PDF, a line number for a text. Each place once, in order. */
export function placesOf(ids: readonly number[], words: ReadonlyMap<number, PlacedWord>): readonly Place[] {
  const placed = ids.flatMap((id) => words.get(id) ?? [])
  const lines = groupBy(placed, ({ word, page }) =>
    word.textLine === null ? `${String(page)} ${String(word.baseline)}` : String(word.textLine),
  )
  return [...lines.values()].flatMap((onLine): Place[] => {
    const [first] = onLine
    if (first === undefined) return []
    if (first.word.textLine !== null) return [{ line: first.word.textLine }]
    const { x0, y0, x1, y1 } = boxOf(onLine.map(({ word }) => word.box))
    return [{ page: first.page, bbox: [x0, y0, x1, y1] }]
  })
}

/** A key or index as a token of a JSON Pointer (RFC 6901). */
export function pointerToken(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1')
}
