import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { Reading } from '../pipeline.ts'

/** All lines of a document by page, in reading order: text, furniture, footnotes. */
export function linesByPage({
  body,
  furniture,
  footnotes,
}: Pick<Reading, 'body' | 'furniture' | 'footnotes'>): ReadonlyMap<number, readonly Line[]> {
  const read = [...body, ...furniture.flatMap(({ lines }) => lines)]
  const inOrder = read.sort((a, b) => firstWord(a) - firstWord(b))
  const notes = groupBy(footnotes, ({ page }) => page)
  const pages = new Map(groupBy(inOrder, ({ page }) => page))
  for (const [page, lines] of notes) pages.set(page, withNotes(pages.get(page) ?? [], lines))
  return new Map([...pages].sort(([a], [b]) => a - b))
}

/** Words are numbered as they are read; those of footnotes, which are set aside before, behind all others. */
function firstWord({ words }: Line): number {
  return words[0]?.id ?? 0
}

/** Footnotes and their marks stand where their baselines put them. */
function withNotes(lines: readonly Line[], notes: readonly Line[]): readonly Line[] {
  return notes.reduce<readonly Line[]>((placed, note) => {
    const below = placed.findIndex(({ baseline }) => baseline > note.baseline)
    return placed.toSpliced(below < 0 ? placed.length : below, 0, note)
  }, lines)
}
