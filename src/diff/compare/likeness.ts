import type { DiffRules } from '../../rules/diff-rules.ts'
import type { Likeness } from './difference.ts'
import type { Part, Role } from './features.ts'

type Weights = DiffRules['renames']['weights']

/** How alike two things are, by parts and as one. */
export interface Alike {
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly Likeness[]
}

/**
 * Compares things by their parts. What stands in many of them says little: a feature counts by the logarithm of how
 * rare it is (inverse document frequency, Spärck Jones 1972); two bags are compared by the weighted coefficient of Dice.
 *
 * @param all the parts of all things on both sides
 */
export function likenessBy(
  all: readonly (readonly Part[])[],
  weights: Weights,
): (a: readonly Part[], b: readonly Part[]) => Alike {
  const rarity = rarityIn(all)
  return (a, b) => {
    const shared = a.flatMap((part) => {
      const other = b.find(({ key }) => key === part.key)
      return other === undefined || (part.features.size === 0 && other.features.size === 0) ? [] : [{ part, other }]
    })
    const counts = countRoles(shared.map(({ part }) => part.role))
    const judged = shared.map(({ part, other }) => ({
      reason: { part: part.key, score: rounded(dice(part, other, rarity)) },
      weight: weights[part.role].value / (counts.get(part.role) ?? 1),
    }))
    const whole = judged.reduce((sum, { weight }) => sum + weight, 0)
    const sum = judged.reduce((total, { reason, weight }) => total + reason.score * weight, 0)
    return { score: whole === 0 ? 0 : rounded(sum / whole), reasons: judged.map(({ reason }) => reason) }
  }
}

function countRoles(roles: readonly Role[]): ReadonlyMap<Role, number> {
  const counts = new Map<Role, number>()
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1)
  return counts
}

/** By key of the part and feature. */
function rarityIn(all: readonly (readonly Part[])[]): (part: Part, feature: string) => number {
  const holders = new Map<string, number>()
  for (const { key, features } of all.flat()) {
    for (const feature of features.keys()) {
      const name = `${key} ${feature}`
      holders.set(name, (holders.get(name) ?? 0) + 1)
    }
  }
  return ({ key }, feature) => Math.log(1 + all.length / (holders.get(`${key} ${feature}`) ?? 1))
}

function dice(a: Part, b: Part, rarity: (part: Part, feature: string) => number): number {
  let shared = 0
  let whole = 0
  for (const [feature, count] of a.features) {
    const weight = rarity(a, feature)
    whole += weight * count
    shared += weight * Math.min(count, b.features.get(feature) ?? 0)
  }
  for (const [feature, count] of b.features) whole += rarity(b, feature) * count
  return whole === 0 ? 0 : (2 * shared) / whole
}

/** Sums in another order differ in the last digits; a score has three. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
