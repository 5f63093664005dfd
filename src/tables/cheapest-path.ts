import type { Line } from '../layout/line.ts'
import { type CellRole, type LinePart, type LineReading, ROLE_ORDER } from './line-readings.ts'
import { type ColumnWidths, overflowCost, type PricedReading, startCost } from './reading-costs.ts'
import type { TableHints } from './table-hints.ts'
import { finishCost, possibleSteps, type StepKind, type StepPlace } from './transition-costs.ts'

/** A line with the way it is read and the step that leads to it. */
export interface PathStep {
  readonly line: Line
  readonly reading: LineReading
  readonly kind: StepKind
}

/** A way to read all lines, with what it costs. */
export interface CheapestPath {
  readonly steps: readonly PathStep[]
  readonly cost: number
}

/** What is known of the place between a line and the one before it, whatever way they are read. */
export type LinePlace = Pick<StepPlace, 'pageBreak' | 'gap' | 'cellsApart' | 'inList'>

/** Readings of a line that are worth following up, beside those as one part: from any line a step leads to one of them. */
const KEPT = 10

interface Node {
  readonly reading: LineReading
  readonly kind: StepKind
  readonly hasContact: boolean
  readonly torn: CellRole | null
  readonly cost: number
  readonly previous: Node | null
}

/**
 * Of all ways to read the lines one after the other, the cheapest (Viterbi's algorithm; the state is the reading of a
 * line, whether the row has had a contact, and which of its cells broke off).
 */
export function cheapestPath(
  lines: readonly Line[],
  places: readonly LinePlace[],
  readings: readonly (readonly PricedReading[])[],
  widths: ColumnWidths,
  hints: TableHints,
): CheapestPath {
  let nodes: readonly Node[] = []
  for (const index of lines.keys()) {
    const kept = (readings[index] ?? [])
      .map((reading) => ({ reading: reading.parts, cost: reading.cost + overflowCost(reading, widths, hints) }))
      .sort((a, b) => a.cost - b.cost)
      .filter(({ reading }, rank) => rank < KEPT || reading.length === 1)
    const place = places[index]
    const from = place === undefined ? [] : departures(nodes, place)
    nodes = kept.flatMap(({ reading, cost }) =>
      index === 0 ? begin(reading, cost, hints) : reach(reading, cost, from, widths, hints),
    )
  }
  return unwind(nodes, lines, hints)
}

function begin(reading: LineReading, own: number, hints: TableHints): readonly Node[] {
  const [first] = reading
  if (first === undefined) return []
  const cost = own + (first.role === 'name' ? startCost(first, hints) : hints.costs.namelessStart)
  return [{ reading, kind: 'next-row', hasContact: hasContact(reading), torn: null, cost, previous: null }]
}

function hasContact(reading: LineReading): boolean {
  return reading.some((part) => part.role === 'contact')
}

/** A way to the line above, with the place that the step from it is taken at. */
interface Departure {
  readonly node: Node
  readonly above: LinePart
  readonly place: StepPlace
}

/** How much dearer than the cheapest a way may be to be followed up. */
const BEAM = 12

function departures(nodes: readonly Node[], place: LinePlace): readonly Departure[] {
  const cheapest = nodes.reduce((least, node) => Math.min(least, node.cost), Number.POSITIVE_INFINITY)
  return nodes.flatMap((node) => {
    const above = node.reading.at(-1)
    if (above === undefined || node.cost > cheapest + BEAM) return []
    const begun = node.kind !== 'continue' || node.reading.length > 1
    return [{ node, above, place: { ...place, begun, hasContact: node.hasContact, torn: node.torn } }]
  })
}

/** The cheapest ways to arrive at a reading, one for each state of the row. */
function reach(
  reading: LineReading,
  own: number,
  from: readonly Departure[],
  widths: ColumnWidths,
  hints: TableHints,
): readonly Node[] {
  const [first] = reading
  if (first === undefined) return []
  const touches = hasContact(reading)
  const best = new Map<number, Node>()
  for (const { node, above, place } of from) {
    for (const { kind, cost, torn } of possibleSteps(above, first, place, widths, hints)) {
      // A cell shares its line with the next one only if it has no other line on the page.
      if (reading.length > 1 && kind === 'continue') continue
      const contact = touches || (kind !== 'next-row' && node.hasContact)
      const state = (torn === null ? 0 : ROLE_ORDER.indexOf(torn) + 1) * 2 + (contact ? 1 : 0)
      const total = node.cost + cost + own
      const known = best.get(state)
      if (known === undefined || total < known.cost) {
        best.set(state, { reading, kind, hasContact: contact, torn, cost: total, previous: node })
      }
    }
  }
  return [...best.values()]
}

function unwind(nodes: readonly Node[], lines: readonly Line[], hints: TableHints): CheapestPath {
  const ends = nodes.map((node) => {
    const last = node.reading.at(-1)
    return { node, cost: node.cost + (last === undefined ? 0 : finishCost(last, node.torn, hints)) }
  })
  const best = ends.reduce<(typeof ends)[number] | null>((a, b) => (a !== null && a.cost <= b.cost ? a : b), null)
  let node = best?.node ?? null
  const steps: PathStep[] = []
  for (const line of [...lines].reverse()) {
    if (node === null) break
    steps.push({ line, reading: node.reading, kind: node.kind })
    node = node.previous
  }
  return { steps: steps.reverse(), cost: best?.cost ?? 0 }
}
