import { createRequire } from 'node:module'

interface Stemmer {
  stem(word: string): string
}

let stemmer: Stemmer | null = null

/**
 * Stem of a German word by the Snowball algorithm: `Beratungen` and `Beratung` share one.
 * The deep path is on purpose: the root of `natural` takes most of a second to load and reads the environment.
 */
export function germanStem(word: string): string {
  const lower = word.toLowerCase()
  const known = stems.get(lower)
  if (known !== undefined) return known
  stemmer ??= createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer_de.js') as Stemmer
  const stem = stemmer.stem(lower)
  if (stems.size >= MOST_STEMS) stems.clear()
  stems.set(lower, stem)
  return stem
}

const stems = new Map<string, string>()
const MOST_STEMS = 50_000
