/** Draws by a seed: the same seed draws the same. */
export interface Draw {
  /** A whole number from 0 to one less than the limit. */
  readonly below: (limit: number) => number
  /** @throws RangeError where there is nothing to pick from */
  readonly pick: <T>(from: readonly T[]) => T
  /** Whether anything was drawn. */
  readonly isUsed: () => boolean
}

/**
 * Draws of a seed that is made from a text, by Mulberry32.
 *
 * @param turn 1 draws something else than 0, wherever there is more than one thing to draw
 */
export function drawFrom(text: string, turn: 0 | 1): Draw {
  const seed = hash(text)
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const drawn = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
    return (drawn + turn * Math.max(1, Math.floor(limit / 2))) % limit
  }
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }
  return { below, pick, isUsed: () => state !== seed }
}

/** FNV-1a */
function hash(text: string): number {
  return [...text].reduce((sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5)
}
