import { readFileSync } from 'node:fs'
import { compileValueWords, valueRules, type ValueWords } from '../../src/rules/value-rules.ts'

export const GERMAN_RULES_FILE = new URL('../../rules/de/values.json', import.meta.url)

export const germanRules = valueRules.parse(JSON.parse(readFileSync(GERMAN_RULES_FILE, 'utf8')))

export const germanWords: ValueWords = compileValueWords(germanRules)
