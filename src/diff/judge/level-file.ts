import { z } from 'zod'
import { level } from '../../rules/diff-rules.ts'

/** A path with `*` for any one step and `**` for any number of steps. */
const pathPattern = z.string().regex(/^[^\s/]+(?:\/[^\s/]+)*$/u, 'a path is made of steps joined by "/"')

/** Levels that a team gives to changes at places of the report; the first entry that matches decides. */
export const levelFile = z.strictObject({
  levels: z.array(
    z.strictObject({
      path: pathPattern,
      kind: z.enum(['added', 'removed', 'renamed', 'moved', 'changed']).optional(),
      level,
      why: z.string().min(1),
    }),
  ),
})

export type LevelFile = z.infer<typeof levelFile>

export const NO_LEVELS: LevelFile = { levels: [] }

/** Whether a path matches a pattern: `*` stands for one step, `**` for any number of them. */
export function matchesPath(pattern: string, path: string): boolean {
  return matchesSteps(pattern.split('/'), path.split('/'))
}

function matchesSteps([first, ...rest]: readonly string[], steps: readonly string[]): boolean {
  if (first === undefined) return steps.length === 0
  if (first === '**')
    return Array.from({ length: steps.length + 1 }).some((_, skipped) => matchesSteps(rest, steps.slice(skipped)))
  const [step, ...others] = steps
  return step !== undefined && (first === '*' || first === step) && matchesSteps(rest, others)
}
