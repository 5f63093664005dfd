import definition from 'hyphen/patterns/de-1996.js'
import { packPatterns, type PatternTrie } from './packed-patterns.ts'

const [levels, trie] = definition as unknown as readonly [readonly (readonly number[])[], PatternTrie]

/** The hyphenation patterns of the German spelling of 1996. The bundled program holds them packed. */
export const GERMAN_PATTERNS = packPatterns(levels, trie)
