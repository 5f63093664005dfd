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
  stemmer ??= createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer_de.js') as Stemmer
  return stemmer.stem(word.toLowerCase())
}
