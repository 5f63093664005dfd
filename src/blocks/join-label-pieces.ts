import type { Line } from '../layout/line.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'

/**
 * Joins what justification drove apart in the narrow column of the labels; all other lines stay as they are.
 *
 *     Durchführung           der  Amt für Teilhabe
 *     Aufgaben                    am Fluss
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

/**
 * x at which the texts beside the labels begin: the leftmost at which a line begins that is set in and has nothing to
 * its left. A piece of a label has the label's beginning there. Null where there is no such line.
 */
function textEdge(lines: readonly Line[]): number | null {
  const left = Math.min(...lines.map(({ box }) => box.x0))
  const alone = mergeBaselines(lines).filter(({ box, size }) => box.x0 - left > size)
  return alone.length === 0 ? null : Math.min(...alone.map(({ box }) => box.x0))
}
