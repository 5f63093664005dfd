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

/** A part whose features have their weights, times how often they are there. */
interface WeighedPart {
  readonly key: string
  readonly role: Role
  /** Numbers of the features, ascending. */
  readonly features: Int32Array
  /** One for each feature. */
  readonly weights: Float64Array
  /** Sum of all. */
  readonly whole: number
}

/**
 * Compares things by their parts. What stands in many of them says little: a feature counts by the logarithm of how
 * rare it is (inverse document frequency, Spärck Jones 1972); two bags are compared by the weighted coefficient of Dice.
 *
 * @param all the things of both sides
 */
export function likenessBy<T extends { readonly path: string }>(
  all: readonly T[],
  partsOf: (thing: T) => readonly Part[],
  weights: Weights,
): (old: T, next: T) => Alike {
  const vocabulary = new Vocabulary()
  for (const thing of sampled(all)) vocabulary.add(partsOf(thing))
  // Few things are ever compared, and the bags of all would be larger than the reports.
  const weighed = new Map<T, readonly WeighedPart[]>()
  const weighedOf = (thing: T): readonly WeighedPart[] => {
    const known = weighed.get(thing) ?? partsOf(thing).map((part) => vocabulary.weigh(part))
    weighed.set(thing, known)
    return known
  }
  return (old, next) => compareParts(weighedOf(old), weighedOf(next), weights)
}

/** How many things tell how rare a word is: more would tell the same. */
const SAMPLE = 2_000

/** One of so many, chosen by its path: the order of a report, and which of two comes first, must not matter. */
function sampled<T extends { readonly path: string }>(all: readonly T[]): readonly T[] {
  const every = Math.ceil(all.length / SAMPLE)
  return every <= 1 ? all : all.filter(({ path }) => hashOf(path) % every === 0)
}

/** FNV-1a in 32 bits (Fowler, Noll, Vo 1991). */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93) >>> 0
  }
  return hash
}

function compareParts(a: readonly WeighedPart[], b: readonly WeighedPart[], weights: Weights): Alike {
  const shared = a.flatMap((part) => {
    const other = b.find(({ key }) => key === part.key)
    return other === undefined || (part.whole === 0 && other.whole === 0) ? [] : [{ part, other }]
  })
  const judged = shared.map(({ part, other }) => ({
    reason: { part: part.key, score: rounded(dice(part, other)) },
    weight: weights[part.role].value / shared.filter((one) => one.part.role === part.role).length,
  }))
  const whole = judged.reduce((sum, { weight }) => sum + weight, 0)
  const sum = judged.reduce((total, { reason, weight }) => total + reason.score * weight, 0)
  return { score: whole === 0 ? 0 : rounded(sum / whole), reasons: judged.map(({ reason }) => reason) }
}

/** The features of all things, by part, and how many things have each. */
class Vocabulary {
  private things = 0
  /** Number of each feature, and how many have it, by that number. */
  private readonly parts = new Map<string, { readonly numbers: Map<string, number>; readonly holders: number[] }>()

  add(parts: readonly Part[]): void {
    this.things += 1
    for (const { key, features } of parts) {
      const { numbers, holders } = this.partOf(key)
      for (const feature of features.keys()) {
        const number = numberOf(feature, numbers)
        holders[number] = (holders[number] ?? 0) + 1
      }
    }
  }

  weigh({ key, role, features }: Part): WeighedPart {
    const { numbers, holders } = this.partOf(key)
    const numbered = [...features]
      .map(([feature, count]) => ({ number: numberOf(feature, numbers), count }))
      .sort((a, b) => a.number - b.number)
    const rarity = (number: number): number => Math.log(1 + this.things / (holders[number] ?? 1))
    const weights = Float64Array.from(numbered, ({ number, count }) => count * rarity(number))
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    return { key, role, features: Int32Array.from(numbered, ({ number }) => number), weights, whole }
  }

  private partOf(key: string): { readonly numbers: Map<string, number>; readonly holders: number[] } {
    const known = this.parts.get(key) ?? { numbers: new Map<string, number>(), holders: [] }
    this.parts.set(key, known)
    return known
  }
}

function numberOf(feature: string, numbers: Map<string, number>): number {
  const number = numbers.get(feature) ?? numbers.size
  numbers.set(feature, number)
  return number
}

function dice(a: WeighedPart, b: WeighedPart): number {
  let shared = 0
  let j = 0
  for (const [i, feature] of a.features.entries()) {
    while (j < b.features.length && (b.features[j] ?? 0) < feature) j += 1
    if (b.features[j] === feature) shared += Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0)
  }
  return (2 * shared) / (a.whole + b.whole)
}

/** Sums in another order differ in the last digits; a score has three. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
