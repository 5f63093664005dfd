import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'
import type { Settings } from '../rules/settings-rules.ts'

/** Share of a column's lines that reach no further than what counts as its right edge. */
const REACH = 0.97

/** Least share of line ends with a gap for gaps to mean that paragraphs are set apart. */
const SPACED_SHARE = 0.02

/**
 * How text of one kind is set, measured on all of its columns.
 *
 * @param sameKind the texts of the kind, each in printed order: their common pitch tells what a gap is
 * @param sameColumn those of them that stand in one column: they tell how far the column reaches
 */
export function measureFlow(
  sameKind: readonly (readonly Line[])[],
  sameColumn: readonly (readonly Line[])[],
  layout: 'placed' | 'flowed',
  settings: Settings,
): ColumnFlow {
  const pitches = sameKind.flatMap((lines) => pitchesOf(mergeBaselines(lines)))
  const pitch = mostCommon(pitches)
  const gaps = pitches.filter((value) => value > pitch * settings.paragraphGap)
  const rights = sameColumn.flat().map((line) => line.box.x1).sort((a, b) => a - b)
  return {
    layout,
    right: rights[Math.max(0, Math.ceil(rights.length * REACH) - 1)] ?? 0,
    pitch,
    spaced: layout === 'placed' && gaps.length > 0 && gaps.length >= pitches.length * SPACED_SHARE,
  }
}

/** Distances between baselines of lines on one page, as multiples of the font size. */
function pitchesOf(lines: readonly Line[]): readonly number[] {
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index]
    return above === undefined || above.page !== line.page ? [] : [(line.baseline - above.baseline) / Math.max(above.size, line.size)]
  })
}

/** Width of the classes in which pitches are counted. */
const CLASS = 0.04

function mostCommon(pitches: readonly number[]): number {
  const counts = new Map<number, number[]>()
  for (const pitch of pitches) {
    const key = Math.round(pitch / CLASS)
    counts.set(key, [...(counts.get(key) ?? []), pitch])
  }
  const neighbours = (key: number) => [key - 1, key, key + 1].flatMap((other) => counts.get(other) ?? [])
  const [best] = [...counts.keys()].sort((a, b) => neighbours(b).length - neighbours(a).length || a - b)
  const values = best === undefined ? [] : [...neighbours(best)].sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 1.2
}
