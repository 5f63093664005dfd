import { isLegalBreak } from '../../src/repair/legal-breaks.ts'

/** Offsets at which a word may be broken, ascending. */
export function legalBreaks(word: string): readonly number[] {
  return Array.from({ length: word.length + 1 }, (_, at) => at).filter((at) => isLegalBreak(word, at))
}
