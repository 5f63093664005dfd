import type { z } from 'zod'
import { jsonPointer } from './json-pointer.ts'
import { PARSE_ONCE } from './parse-once.ts'
import type { ContentProblem } from './rule-problem.ts'

type Issue = z.core.$ZodIssue

/** Every way in which the content of a file is not of its shape, in words. */
export function checkShape(schema: z.ZodType, value: unknown): readonly ContentProblem[] {
  const parsed = schema.safeParse(value, PARSE_ONCE)
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => toProblems(issue, value))
}

function toProblems(issue: Issue, value: unknown): readonly ContentProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ where: jsonPointer([...issue.path, key]), what: 'this field is not known here' }))
  }
  const what = isMissing(value, issue.path)
    ? ['this field is missing', ...allowed(issue)].join('; it is ')
    : toWords(issue)
  return [{ where: jsonPointer(issue.path), what }]
}

function isMissing(value: unknown, [step, ...steps]: readonly PropertyKey[]): boolean {
  if (step === undefined) return value === undefined
  return typeof value !== 'object' || value === null || isMissing(Reflect.get(value, step), steps)
}

function toWords(issue: Issue): string {
  const [choice] = allowed(issue)
  if (choice !== undefined) return `this must be ${choice}`
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => inner.message).join('; ')
  if (issue.code !== 'too_small' || issue.origin === 'number') return issue.message
  return issue.minimum === 1
    ? 'this must not be empty'
    : `this is too short: at least ${String(issue.minimum)} are needed`
}

/** The values that can stand at a place, in words; none where they cannot be listed. */
function allowed(issue: Issue): readonly string[] {
  const values = issue.code === 'invalid_value' ? issue.values : issue.code === 'invalid_union' ? optionsOf(issue) : []
  const quoted = values.map((value) => JSON.stringify(value))
  return quoted.length === 0 ? [] : [quoted.join(' or ')]
}

/** Those that tell the members of a union apart. */
function optionsOf(issue: Extract<Issue, { code: 'invalid_union' }>): readonly unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : []
}
