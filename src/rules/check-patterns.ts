import { z } from 'zod'
import { jsonPointer } from './json-pointer.ts'
import { PARSE_ONCE } from './parse-once.ts'
import { type CompiledPattern, compilePattern, type PatternRule, patternRule } from './pattern-rule.ts'
import type { ContentProblem } from './rule-problem.ts'

/** A pattern rule found in a rule file, whatever else the file holds. */
export interface FoundPattern {
  /** JSON Pointer of the rule. */
  readonly where: string
  readonly rule: PatternRule
}

/** Rules of some files have more fields than a plain pattern rule. */
const anyPatternRule = z.object(patternRule.shape)

/** All pattern rules of a parsed rule file, wherever they stand in it; those with faults in their shape are left out. */
export function findPatterns(value: unknown, path: readonly (string | number)[] = []): readonly FoundPattern[] {
  if (Array.isArray(value)) return value.flatMap((child: unknown, index) => findPatterns(child, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const children = Object.entries(value).flatMap(([key, child]) => findPatterns(child, [...path, key]))
  if (!('examples' in value)) return children
  const parsed = anyPatternRule.safeParse(value, PARSE_ONCE)
  return parsed.success ? [{ where: jsonPointer(path), rule: parsed.data }, ...children] : children
}

/**
 * Holds a pattern against its own examples, both ways.
 *
 * @param groups named groups that every matching example must fill
 */
export function checkPattern(
  { rule, where }: FoundPattern,
  fragments: Readonly<Record<string, string>>,
  groups: readonly string[],
): readonly ContentProblem[] {
  let compiled: CompiledPattern
  try {
    compiled = compilePattern(rule, fragments)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [{ where: `${where}/pattern`, what: error.message }]
  }
  const { expression } = compiled
  const missing = groups.filter((group) => !groupNames(expression).includes(group))
  return [
    ...missing.map((group) => ({ where: `${where}/pattern`, what: `the named group (?<${group}>…) is missing` })),
    ...matchesEmpty(expression).map((what) => ({ where: `${where}/pattern`, what })),
    ...rule.examples.match.flatMap((example, index) =>
      checkMatch(
        expression,
        example,
        groups.filter((group) => !missing.includes(group)),
      ).map((what) => ({
        where: `${where}/examples/match/${String(index)}`,
        what,
      })),
    ),
    ...rule.examples.reject.flatMap((example, index) =>
      expression.test(example)
        ? [
            {
              where: `${where}/examples/reject/${String(index)}`,
              what: `the pattern matches ${quote(example)}, which it must reject`,
            },
          ]
        : [],
    ),
  ]
}

function checkMatch(expression: RegExp, example: string, groups: readonly string[]): readonly string[] {
  const found = expression.exec(example)
  if (found === null) return [`the pattern does not match ${quote(example)}`]
  return groups
    .filter((group) => (found.groups?.[group] ?? '') === '')
    .map((group) => `the named group ${group} is empty in ${quote(example)}`)
}

function matchesEmpty(expression: RegExp): readonly string[] {
  return expression.test('') ? ['the pattern matches an empty text'] : []
}

/** Names of the groups of an expression; an empty alternative makes it match, and a match lists them all. */
function groupNames(expression: RegExp): readonly string[] {
  return Object.keys(new RegExp(`${expression.source}|`, expression.flags).exec('')?.groups ?? {})
}

function quote(text: string): string {
  return JSON.stringify(text)
}
