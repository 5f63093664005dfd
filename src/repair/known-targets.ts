import { toTemplate } from './address-template.ts'
import type { KnownTarget } from './joint.ts'
import { addressLabels } from './printed-addresses.ts'
import type { RepairContext } from './repaired-text.ts'

/** What has been read of the targets that one context brought up. */
interface ReadTargets {
  readonly bySource: Map<string, KnownTarget>
  readonly loose: readonly KnownTarget[]
}

/** A document's targets come back in each of its cells; they are read once. */
const read = new WeakMap<RepairContext, ReadTargets>()

/**
 * The targets of links ready to be compared: those of the lines' own words first, then those without a place.
 *
 * @param placed targets of the words, each once
 */
export function knownTargets(placed: readonly string[], context: RepairContext): readonly KnownTarget[] {
  const { bySource, loose } = readLoose(context)
  if (placed.length === 0) return loose
  const own = new Set(placed)
  return [
    ...placed.map((source) => readTarget(source, bySource)),
    ...loose.filter(({ template }) => !own.has(template.source)),
  ]
}

function readLoose(context: RepairContext): ReadTargets {
  const known = read.get(context)
  if (known !== undefined) return known
  const bySource = new Map<string, KnownTarget>()
  const loose = [...new Set(context.looseTargets)].map((source) => readTarget(source, bySource))
  const targets = { bySource, loose }
  read.set(context, targets)
  return targets
}

function readTarget(source: string, bySource: Map<string, KnownTarget>): KnownTarget {
  const known = bySource.get(source)
  if (known !== undefined) return known
  const target = {
    template: toTemplate(source),
    labels: addressLabels(source).map((label) => toTemplate(label)),
  }
  bySource.set(source, target)
  return target
}
