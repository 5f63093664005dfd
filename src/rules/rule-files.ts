import { z } from 'zod'
import { contactRules } from './contact-rules.ts'
import { diffRules } from './diff-rules.ts'
import { familyRules, furnitureRules, listRules, outlineRules } from './outline-rules.ts'
import { flowRules } from './flow-rules.ts'
import { ruleId, why } from './pattern-rule.ts'
import { repairRules } from './repair-rules.ts'
import { settingsRules } from './settings-rules.ts'
import { textRules } from './text-rules.ts'
import { valueRules } from './value-rules.ts'

/** `patterns.json`: sub-patterns that several rules share, written `{{name}}` where they are used. */
export const fragmentRules = z.record(ruleId, z.strictObject({ pattern: z.string().min(1), why }))

/** Files that tell what one kind of report is like. */
const familyFiles = {
  report: familyRules,
  outline: outlineRules,
  furniture: furnitureRules,
  patterns: fragmentRules,
}

/** Files that tell what a language is like; a family has its own where it needs to. */
const languageFiles = {
  lists: listRules,
  settings: settingsRules,
  text: textRules,
  flow: flowRules,
  repair: repairRules,
  contacts: contactRules,
  values: valueRules,
  diff: diffRules,
}

/** All rule files, each with its shape; the file `x.json` stands here as `x`. */
export const ruleFiles = z.strictObject({ ...familyFiles, ...languageFiles })

/** The content of all rule files, its shape checked. */
export type RuleFiles = z.infer<typeof ruleFiles>

/** Names of the files that a rules folder holds, with their ending. */
export const FAMILY_FILE_NAMES: readonly string[] = Object.keys(familyFiles).map((name) => `${name}.json`)

/** Names of the files that the package holds for each language, and a rules folder may hold. */
export const LANGUAGE_FILE_NAMES: readonly string[] = Object.keys(languageFiles).map((name) => `${name}.json`)

export const RULE_FILE_NAMES: readonly string[] = [...FAMILY_FILE_NAMES, ...LANGUAGE_FILE_NAMES]
