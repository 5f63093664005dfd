import { z } from 'zod'
import { withScriptClasses } from './script-classes.ts'

/** Ids are lower-case words joined by hyphens. */
export const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'an id is made of lower-case words joined by hyphens')

/** One sentence that says why a rule exists, for the reader of the rules. */
export const why = z.string().min(1)

/**
 * A regular expression with its proof. `match` says how much of the text the pattern must cover; the loader adds the
 * anchors, so nobody has to remember that `^a|b$` anchors neither alternative on both sides. `{{name}}` stands for a
 * fragment of `patterns.json`.
 */
export const patternRule = z.strictObject({
  id: ruleId,
  why,
  pattern: z.string().min(1),
  match: z.enum(['whole', 'start', 'end', 'anywhere']),
  ignoreCase: z.boolean().default(false),
  examples: z.strictObject({
    match: z.array(z.string()).min(1),
    reject: z.array(z.string()).min(1),
  }),
})

export type PatternRule = z.infer<typeof patternRule>

/** A pattern rule ready to use. `expression` carries the flags `u` and `d`, never `g`: it keeps no state. */
export interface CompiledPattern {
  readonly id: string
  readonly expression: RegExp
}

const FRAGMENT = /\{\{(?<name>[a-z0-9-]+)\}\}/gu

/**
 * @param fragments named sub-patterns that `{{name}}` refers to
 * @throws SyntaxError where the pattern is no regular expression or names an unknown fragment
 */
export function compilePattern(rule: PatternRule, fragments: Readonly<Record<string, string>> = {}): CompiledPattern {
  const source = rule.pattern.replaceAll(FRAGMENT, (_, name: string) => {
    const fragment = fragments[name]
    if (fragment === undefined) throw new SyntaxError(`unknown fragment {{${name}}}`)
    return `(?:${fragment})`
  })
  const start = rule.match === 'whole' || rule.match === 'start' ? '^' : ''
  const end = rule.match === 'whole' || rule.match === 'end' ? '$' : ''
  return {
    id: rule.id,
    expression: new RegExp(`${start}(?:${withScriptClasses(source)})${end}`, rule.ignoreCase ? 'dui' : 'du'),
  }
}
