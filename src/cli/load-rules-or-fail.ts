import { resolve } from 'node:path'
import { loadRules, RulesError, type Rules } from '../index.ts'
import { EXIT } from './exit-code.ts'
import { describeProblem } from '../rules/rules-error.ts'
import { Failure } from './failure.ts'

/**
 * Loads the rules for a command.
 *
 * @param folder as written on the command line; without it the rules that come with the package hold
 * @throws Failure with the exit code `rules`, listing every problem
 */
export async function loadRulesOrFail(folder: string | undefined, cwd: string): Promise<Rules> {
  try {
    return await loadRules(folder === undefined ? undefined : resolve(cwd, folder))
  } catch (error) {
    throw rulesFailure(folder, error)
  }
}

/** Says why rules cannot be used. */
export function rulesFailure(folder: string | undefined, error: unknown): Failure {
  return new Failure(
    {
      exitCode: EXIT.rules,
      what: folder === undefined ? 'the rules of this package are invalid' : `the rules in "${folder}" are invalid`,
      why: reasons(error),
      hint: 'rules/README.md of the package says what each file holds. Correct the files and start again.',
    },
    { cause: error },
  )
}

function reasons(error: unknown): readonly string[] {
  if (error instanceof RulesError) return error.problems.map(describeProblem)
  return [error instanceof Error ? error.message : String(error)]
}
