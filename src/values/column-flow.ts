import { type ColumnFlow, cutsWord, inSameBlock, isGap } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'
import type { Settings } from '../rules/settings-rules.ts'

/** Share of a column's lines that reach no further than what counts as its right edge. */
const REACH = 0.97

/** Least share of line ends with a gap for gaps to mean that paragraphs are set apart. */
const SPACED_SHARE = 0.02

/** How lines of one kind of text follow one another. */
export type Pitch = Pick<ColumnFlow, 'layout' | 'pitch' | 'spaced' | 'tagged'>

/** Measures the distances between lines of one kind on all of its texts, each in printed order. */
export function measurePitch(
  texts: readonly (readonly Line[])[],
  layout: 'placed' | 'flowed',
  settings: Settings,
): Pitch {
  const steps = texts.flatMap((lines) => stepsOf(mergeBaselines(lines)))
  const pitch = usualPitch(
    steps.map(({ distance, size }) => distance / size),
    layout === 'placed' ? COMMON : 1,
  )
  const gaps = steps.filter(({ distance, size }) => isGap(distance, pitch * size, settings))
  return {
    layout,
    pitch,
    tagged: areTagged(texts),
    spaced: layout === 'placed' && gaps.length > 0 && gaps.length >= steps.length * SPACED_SHARE,
  }
}

/** Least share of neighbouring lines in one block, and in two, for tags to say where paragraphs end. */
const TAGGED_SHARE = 0.05

/** Share of the words cut at line ends that tags may set apart before they are not believed. */
const BELIED = 0.1

/** Whether tags tell the paragraphs of some texts apart. */
function areTagged(texts: readonly (readonly Line[])[]): boolean {
  const pairs = texts.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const above = lines[index]
      const isSame = above?.page === line.page ? inSameBlock(above, line) : null
      return above === undefined || isSame === null ? [] : [{ isSame, isCut: cutsWord(above, line) }]
    }),
  )
  const same = pairs.filter(({ isSame }) => isSame).length
  const cut = pairs.filter(({ isCut }) => isCut)
  const belied = cut.filter(({ isSame }) => !isSame).length > BELIED * cut.length
  return !belied && Math.min(same, pairs.length - same) > TAGGED_SHARE * pairs.length
}

/** x up to which the text of a column reaches; a few lines that stick out are left out of account. */
export function measureRight(texts: readonly (readonly Line[])[]): number {
  const rights = texts
    .flat()
    .map((line) => line.box.x1)
    .sort((a, b) => a - b)
  return rights[Math.max(0, Math.ceil(rights.length * REACH) - 1)] ?? 0
}

/** Distances between baselines of lines on one page, with the font size. */
function stepsOf(lines: readonly Line[]): readonly { readonly distance: number; readonly size: number }[] {
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index]
    if (above?.page !== line.page) return []
    return [{ distance: line.baseline - above.baseline, size: Math.max(above.size, line.size) }]
  })
}

/** Width of the classes in which pitches are counted. */
const CLASS = 0.04

/** Where most paragraphs are single lines, the gap between paragraphs is commoner than the distance between lines. */
const COMMON = 0.1

/** @param share how often the smallest distance must occur to be that between lines, as a share of the commonest */
function usualPitch(pitches: readonly number[], share: number): number {
  const counts = new Map<number, number[]>()
  for (const pitch of pitches) {
    const key = Math.round(pitch / CLASS)
    const alike = counts.get(key)
    if (alike === undefined) counts.set(key, [pitch])
    else alike.push(pitch)
  }
  const around = (key: number) => [key - 1, key, key + 1].flatMap((other) => counts.get(other) ?? [])
  const sums = new Map(Array.from(counts.keys(), (key) => [key, around(key).length]))
  const most = Math.max(0, ...sums.values())
  const common = [...sums].filter(([, count]) => count >= share * most).map(([key]) => key)
  const smallest = Math.min(...common)
  // The middle of the class: its neighbours may hold more of it.
  const best = [smallest, smallest + 1].sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0))[0]
  const values = best === undefined ? [] : around(best).sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 1.2
}
