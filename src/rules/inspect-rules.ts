import { findPatterns } from './check-patterns.ts'
import { type CompiledPart, isField } from './compile-outline.ts'
import type { Rules } from './compile-rules.ts'
import { findSuspicious } from './find-suspicious.ts'
import { checkFolder } from './load-rules.ts'
import { parseJson } from './parse-json.ts'
import { readRulesFolder, type RulesFolder } from './read-rules-folder.ts'
import { FAMILY_FILE_NAMES, LANGUAGE_FILE_NAMES } from './rule-files.ts'
import { RulesError, type RulesProblem } from './rules-error.ts'

/** How much the rules of a family hold, those of its language included. */
export interface RulesCounts {
  readonly id: string
  /** BCP 47 */
  readonly language: string
  readonly familyFiles: number
  readonly languageFiles: number
  /** Files of the language that the folder has itself. */
  readonly ownLanguageFiles: number
  readonly sections: number
  readonly fields: number
  readonly tables: number
  readonly patterns: number
  readonly examples: number
}

/** What came of looking through a rules folder. */
export interface RulesInspection {
  /** Why the rules cannot be used; none where they can. */
  readonly faults: readonly RulesProblem[]
  /** What is allowed, but hardly meant. */
  readonly warnings: readonly RulesProblem[]
  /** Null where there are faults. */
  readonly counts: RulesCounts | null
}

/** Checks the rules of a family as they are checked before use, and looks for what is hardly meant. Never throws for the rules. */
export async function inspectRules(folder: string): Promise<RulesInspection> {
  try {
    const files = await readRulesFolder(folder)
    const { rules, problems } = checkFolder(files)
    return {
      faults: problems,
      warnings: findSuspicious(files),
      counts: rules === null ? null : count(rules, files),
    }
  } catch (error) {
    if (error instanceof RulesError) return { faults: error.problems, warnings: [], counts: null }
    throw error
  }
}

function count({ family, outline }: Rules, { own, shared }: RulesFolder): RulesCounts {
  const parts: readonly CompiledPart[] = outline.sections.flatMap((section) => section.parts)
  const patterns = [...new Map([...shared, ...own]).values()].flatMap((text) => findPatterns(parseJson(text).value))
  const examples = patterns.map(({ rule }) => rule.examples.match.length + rule.examples.reject.length)
  return {
    id: family.id,
    language: family.language,
    familyFiles: FAMILY_FILE_NAMES.length,
    languageFiles: LANGUAGE_FILE_NAMES.length,
    ownLanguageFiles: LANGUAGE_FILE_NAMES.filter((name) => own.has(name)).length,
    sections: outline.sections.length,
    fields: parts.filter(isField).length,
    tables: parts.filter(({ kind }) => kind === 'table').length,
    patterns: patterns.length,
    examples: examples.reduce((sum, number) => sum + number, 0),
  }
}
