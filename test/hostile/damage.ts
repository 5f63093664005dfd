import fc from 'fast-check'

/** Something done to the bytes of a file. */
type Damage = (bytes: Buffer) => Buffer

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const flips = fc
  .array(fc.tuple(at, fc.nat({ max: 7 })), { minLength: 1, maxLength: 60 })
  .map((places): Damage => (bytes) => {
    const flipped = Buffer.from(bytes)
    for (const [place, bit] of places) {
      const index = Math.floor(place * bytes.length)
      flipped[index] = (flipped[index] ?? 0) ^ (1 << bit)
    }
    return flipped
  })

const truncation = at.map(
  (place): Damage =>
    (bytes) =>
      bytes.subarray(0, Math.floor(place * bytes.length)),
)

const repetition = fc.tuple(at, at, fc.integer({ min: 1, max: 30 })).map(([one, other, times]): Damage => (bytes) => {
  const from = Math.floor(Math.min(one, other) * bytes.length)
  const to = Math.min(from + 5000, Math.floor(Math.max(one, other) * bytes.length))
  const again = Array.from({ length: times }, () => bytes.subarray(from, to))
  return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)])
})

/** Numbers that are read as lengths, counts and places. */
const numbers = fc
  .tuple(at, fc.constantFrom('0', '-1', '65536', '4294967296', '99999999999', '1e9', 'null'))
  .map(([place, other]): Damage => (bytes) => {
    const text = bytes.toString('latin1')
    const found = [...text.matchAll(/(?<=\/[A-Za-z]{1,20} )\d+/gu)]
    const chosen = found[Math.floor(place * found.length)]
    if (chosen === undefined) return bytes
    const end = chosen.index + chosen[0].length
    return Buffer.from(`${text.slice(0, chosen.index)}${other}${text.slice(end)}`, 'latin1')
  })

/** References to objects that lead to others. */
const swaps = fc.array(fc.tuple(at, at), { minLength: 1, maxLength: 8 }).map((pairs): Damage => (bytes) => {
  let text = bytes.toString('latin1')
  for (const [one, other] of pairs) {
    const found = [...text.matchAll(/\b\d{1,5} 0 R\b/gu)]
    const from = found[Math.floor(one * found.length)]
    const to = found[Math.floor(other * found.length)]
    if (from === undefined || to === undefined) continue
    text = `${text.slice(0, from.index)}${to[0]}${text.slice(from.index + from[0].length)}`
  }
  return Buffer.from(text, 'latin1')
})

const damages = fc.array(fc.oneof(flips, truncation, repetition, numbers, swaps), { minLength: 1, maxLength: 3 })

/** So many damaged copies of the files; the same seed gives the same. */
export function damaged(files: readonly Uint8Array[], runs: number, seed: number): readonly Buffer[] {
  const copy = fc
    .tuple(fc.constantFrom(...files), damages)
    .map(([file, done]) => done.reduce<Buffer>((bytes, damage) => damage(bytes), Buffer.from(file)))
  return fc.sample(copy, { numRuns: runs, seed })
}
