import { boxOf } from '../layout/box.ts'
import { leastGap } from '../layout/line-distance.ts'
import type { Line } from '../layout/line.ts'
import { mergeBaselines } from '../layout/merge-baselines.ts'
import type { Box } from '../source/source-document.ts'
import type { Band } from '../tables/row-bands.ts'

/** Distance of middles, in font sizes, up to which they are one. */
const SAME_MIDDLE = 0.5

/** By how much the gap below its last paragraph may lift a text, in font sizes. */
const WIDEST_SHIFT = 1

/** Distance at which a row is as bad as it can be: a page may tear it anywhere. */
const WORST = 4

/** What a label without a text costs, and text without a label above the first one of a later page. */
const ALONE = 0.5

/** What it costs that a line stands level with a label and is in the row of another. */
const IN_OTHER_ROW = 100

/** How much a gap of one font size in front of a row speaks for a cut there. */
const GAP_BONUS = 0.05

/** What a cut costs between two lines of one paragraph. */
const IN_PARAGRAPH = 1

/** Distance of baselines, as a multiple of the smallest, from which on it sets paragraphs apart. */
const PARAGRAPH_GAP = 1.06

interface Cut {
  /** Lines of text before the cut. */
  readonly at: number
  readonly cost: number
  readonly previous: Cut | null
}

/**
 * The row of each label where labels and texts are centred: of all ways to share the lines out among the labels in
 * printed order, the one in which the middles of texts and labels lie closest together. Lines above the first row go on
 * from the page before. Null where middles do not meet.
 *
 *                         Amt am Fluss,
 *     Steuerung           Referat Türme,
 *                         Zimmer zwei
 *     Durchführung im Ort Der Turmwart
 *
 * A paragraph's gap at the end of each text may move all middles by the same amount.
 *
 * @param labels boxes of the labels on a page, from top to bottom
 * @param texts lines beside them
 * @param goesOn whether a row may go on from the page before
 * @param goesOver whether the last row may go on over the page: what is here of it need not be centred
 */
export function centredLabelBands(
  labels: readonly Box[],
  texts: readonly Line[],
  goesOn: boolean,
  goesOver: boolean,
): readonly Band[] | null {
  const lines = mergeBaselines(texts)
  const size = Math.max(0, ...lines.map((line) => line.size))
  const gap = paragraphGap(lines)
  if (labels.length === 0 || lines.length === 0) return null
  let cuts: readonly Cut[] = lines.map((_, at) => ({ at, cost: at === 0 ? 0 : goesOn ? ALONE : WORST, previous: null }))
  for (const [index, label] of labels.entries()) {
    const last = index === labels.length - 1
    const ends = last ? [lines.length] : [...lines.keys(), lines.length]
    cuts = ends.map((at) => cheapest(cuts, at, label, lines, { size, gap, most: last && goesOver ? ALONE : WORST }))
  }
  const way = unwind(cuts[0] ?? null)
  const misses = labels.map((label, index) => apart(label, lines.slice(way[index], way[index + 1]), size))
  const usual = misses.toSorted((a, b) => Math.abs(a) - Math.abs(b))[Math.floor((misses.length - 1) / 2)] ?? 0
  const odd = misses.filter((miss) => Math.abs(miss - usual) > SAME_MIDDLE)
  const isTorn = labels.length > 1 && odd.length === 1
  return Math.abs(usual) > WIDEST_SHIFT || (odd.length > 0 && !isTorn) ? null : bandsAt(way, lines)
}

interface RowSetting {
  /** Font size. */
  readonly size: number
  /** Distance of baselines, in points, above which a paragraph ends. */
  readonly gap: number
  /** What a row costs at most whose middles lie apart. */
  readonly most: number
}

function cheapest(
  cuts: readonly Cut[],
  at: number,
  label: Box,
  lines: readonly Line[],
  { size, gap, most }: RowSetting,
): Cut {
  const ways = cuts
    .filter((cut) => cut.at <= at)
    .map((cut) => ({
      at,
      cost:
        cut.cost +
        Math.min(most, missOf(label, lines.slice(cut.at, at), size)) +
        (isLevelWithOther(label, lines, cut.at, at) ? IN_OTHER_ROW : 0) +
        (at < lines.length && distanceAbove(at, lines) <= gap ? IN_PARAGRAPH : 0) -
        (GAP_BONUS * distanceAbove(at, lines)) / size,
      previous: cut,
    }))
  return ways.reduce<Cut>((best, way) => (way.cost < best.cost ? way : best), { at, cost: Infinity, previous: null })
}

/** Whether a line beside a label lies outside its row, which reaches from one line to another. */
function isLevelWithOther({ y0, y1 }: Box, lines: readonly Line[], from: number, to: number): boolean {
  const isLevel = ({ box }: Line) => (box.y0 + box.y1) / 2 >= y0 && (box.y0 + box.y1) / 2 < y1
  return lines.some((line, index) => (index < from || index >= to) && isLevel(line))
}

/** How far the middles of a label and its text lie apart, in font sizes. */
function missOf(label: Box, text: readonly Line[], size: number): number {
  return text.length === 0 ? ALONE : Math.min(WORST, Math.abs(apart(label, text, size)))
}

/** By how much a label's middle lies below that of its text, in font sizes. */
function apart(label: Box, text: readonly Line[], size: number): number {
  if (text.length === 0) return 0
  const { y0, y1 } = boxOf(text.map(({ box }) => box))
  return (label.y0 + label.y1 - y0 - y1) / 2 / size
}

/** Distance of baselines, in points, above which lines are not of one paragraph; 0 where all stand equally close. */
function paragraphGap(lines: readonly Line[]): number {
  const distances = lines.map((_, at) => distanceAbove(at, lines)).filter((distance) => distance > 0)
  const gap = leastGap(Math.min(...distances), PARAGRAPH_GAP)
  return distances.some((distance) => distance > gap) ? gap : 0
}

/** Distance between the baselines of a line and the one above it, in points; 0 at the ends of the text. */
function distanceAbove(at: number, lines: readonly Line[]): number {
  const [above, below] = [lines[at - 1], lines[at]]
  return above === undefined || below === undefined ? 0 : below.baseline - above.baseline
}

/** Where each row begins, and where the last one ends. */
function unwind(last: Cut | null): readonly number[] {
  const at: number[] = []
  for (let cut = last; cut !== null; cut = cut.previous) at.unshift(cut.at)
  return at
}

function bandsAt(way: readonly number[], lines: readonly Line[]): readonly Band[] {
  const edges = way.map((at, index) => {
    const [above, below] = [lines[at - 1], lines[at]]
    if (index === way.length - 1 || below === undefined) return Number.POSITIVE_INFINITY
    return above === undefined ? below.box.y0 : (above.box.y1 + below.box.y0) / 2
  })
  return edges.slice(1).map((y1, index) => ({ y0: edges[index] ?? 0, y1 }))
}
