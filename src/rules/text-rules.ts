import { z } from 'zod'
import { type CompiledPattern, patternRule, type PatternRule, why } from './pattern-rule.ts'

const wordList = z.strictObject({ why, words: z.array(z.string().min(1)).min(1) })

/** `text.json`: words that tell where a running text can begin and end. */
export const textRules = z.strictObject({
  /** After these nothing ends: neither a paragraph nor a cell. In small letters. */
  cannotEnd: wordList,
  /** Written large, these begin a sentence or a cell; in small letters. */
  beginners: wordList,
  /** An inflected adjective, in small letters: written large it begins something as well. */
  adjective: patternRule,
})

/** `text.json` ready to use. */
export interface CompiledTextRules {
  /** As inside and as at the beginning of a sentence. */
  readonly cannotEnd: ReadonlySet<string>
  readonly beginners: ReadonlySet<string>
  readonly adjective: CompiledPattern
}

/** @param compile compiles one pattern rule with the shared fragments */
export function compileTextRules(
  rules: z.infer<typeof textRules>,
  compile: (rule: PatternRule) => CompiledPattern,
): CompiledTextRules {
  return {
    cannotEnd: new Set(rules.cannotEnd.words.flatMap((word) => [word, capitalised(word)])),
    beginners: new Set(rules.beginners.words),
    adjective: compile(rules.adjective),
  }
}

/** As at the beginning of a sentence: `das` is `Das`. */
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
