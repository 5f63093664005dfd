import type { z } from 'zod'
import { jsonPointer } from './json-pointer.ts'
import { PARSE_ONCE } from './parse-once.ts'
import type { ContentProblem } from './rule-problem.ts'

type Issue = z.core.$ZodIssue

/** Every way in which the content of a file is not of its shape, in words. */
export function checkShape(schema: z.ZodType, value: unknown): readonly ContentProblem[] {
  const parsed = schema.safeParse(value, PARSE_ONCE)
  return parsed.success ? [] : parsed.error.issues.flatMap(toProblems)
}

function toProblems(issue: Issue): readonly ContentProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ where: jsonPointer([...issue.path, key]), what: 'this field is not known here' }))
  }
  return [{ where: jsonPointer(issue.path), what: toWords(issue) }]
}

function toWords(issue: Issue): string {
  if (issue.message.endsWith('received undefined')) return 'this field is missing'
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => inner.message).join('; ')
  return issue.message
}
