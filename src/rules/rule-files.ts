import { z } from 'zod'
import { contactRules } from './contact-rules.ts'
import { familyRules, furnitureRules, listRules, outlineRules } from './outline-rules.ts'
import { flowRules } from './flow-rules.ts'
import { ruleId, why } from './pattern-rule.ts'
import { repairRules } from './repair-rules.ts'
import { settingsRules } from './settings-rules.ts'
import { textRules } from './text-rules.ts'

/** `patterns.json`: sub-patterns that several rules share, written `{{name}}` where they are used. */
export const fragmentRules = z.record(ruleId, z.strictObject({ pattern: z.string().min(1), why }))

/** The files of a rules folder, each with its shape; the file `x.json` stands here as `x`. */
export const ruleFiles = z.strictObject({
  report: familyRules,
  outline: outlineRules,
  furniture: furnitureRules,
  lists: listRules,
  patterns: fragmentRules,
  settings: settingsRules,
  text: textRules,
  flow: flowRules,
  repair: repairRules,
  contacts: contactRules,
})

/** The content of all rule files, its shape checked. */
export type RuleFiles = z.infer<typeof ruleFiles>

/** Names of the files that a rules folder holds, with their ending. */
export const RULE_FILE_NAMES: readonly string[] = Object.keys(ruleFiles.shape).map((name) => `${name}.json`)
