/** Draws by a seed: the same seed draws the same. */
export interface Draw {
  /** A whole number from 0 to one less than the limit. */
  readonly below: (limit: number) => number
  /** @throws RangeError where there is nothing to pick from */
  readonly pick: <T>(from: readonly T[]) => T
}

/** Draws of a seed that is made from a text, by Mulberry32. */
export function drawFrom(text: string): Draw {
  let state = hash(text)
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }
  return { below, pick }
}

/** FNV-1a */
function hash(text: string): number {
  return [...text].reduce((sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5)
}
