import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'

/** Difference, in font sizes, that is none between left edges of one column. */
const SAME_EDGE = 0.5

/**
 * Joins what justification drove apart in the narrow column of the labels; all other lines stay as they are.
 *
 *     Durchführung           der  Amt für Teilhabe
 *     Seniorenhilfe               am Fluss
 */
export function joinLabelPieces(lines: readonly Line[]): readonly Line[] {
  const edge = textEdge(lines)
  if (edge === null) return lines
  const labelLines = lines.filter((line) => line.box.x1 <= edge)
  const joined = new Map(mergeBaselines(labelLines).map((line) => [line.words[0], line]))
  return lines.flatMap((line) => {
    if (line.box.x1 > edge) return [line]
    const whole = joined.get(line.words[0])
    return whole === undefined ? [] : [whole]
  })
}

/** x at which the texts beside the labels begin: where most lines do that are set in. */
function textEdge(lines: readonly Line[]): number | null {
  const left = Math.min(...lines.map(({ box }) => box.x0))
  const inner = lines.filter(({ box, size }) => box.x0 - left > size)
  const edges = groupBy(inner, ({ box, size }) => Math.round(box.x0 / (SAME_EDGE * size)))
  const most = [...edges.values()].reduce<readonly Line[]>((a, b) => (b.length > a.length ? b : a), [])
  return most.length === 0 ? null : Math.min(...most.map(({ box }) => box.x0))
}
