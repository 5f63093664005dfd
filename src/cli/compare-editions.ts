import { diffReports, type EditionDiff, isAtLeast, openChanges } from '../diff/diff-reports.ts'
import type { Level } from '../rules/levels.ts'
import type { Rules } from '../index.ts'
import type { DiffSettings } from './diff-settings.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { usageFailure } from './failure.ts'
import type { CliIo } from './io.ts'
import { progressFor } from './page-progress.ts'
import { readingSetting } from './reading-options.ts'
import type { ParsedOptions } from './parse-options.ts'
import { type ReadEdition, readEdition } from './read-edition.ts'

/** Two editions that were read and compared. */
export interface Compared {
  readonly diff: EditionDiff
  readonly old: ReadEdition
  readonly new: ReadEdition
}

/** The two editions of a command line. */
export function editionNames({ positionals }: ParsedOptions, command: string): readonly [string, string] {
  const [old, next, ...others] = positionals
  if (old !== undefined && next !== undefined && others[0] === undefined) return [old, next]
  const why = others[0] === undefined ? `${String(positionals.length)} given.` : `"${others[0]}" is one too many.`
  throw usageFailure(`${command} takes two editions, OLD and NEW`, why, command)
}

/**
 * @param keepsNewText whether lines of the new `report.json` will be asked for
 * @throws Failure where an edition cannot be read, or both cannot be compared
 */
export async function compareEditions(
  [oldName, newName]: readonly [string, string],
  options: ParsedOptions,
  rules: Rules,
  settings: DiffSettings,
  io: CliIo,
  keepsNewText = false,
): Promise<Compared> {
  const progress = progressFor(io, options)
  const context = { rules, setting: readingSetting(options, io), cwd: io.cwd, progress, keepsText: false }
  try {
    const old = await readEdition(oldName, context)
    const next = await readEdition(newName, { ...context, keepsText: keepsNewText })
    return { diff: diffReports(old.edition, next.edition, rules, settings), old, new: next }
  } finally {
    progress.stop()
  }
}

/** Whether a comparison fails: by its gravest open change, or since keys or the baseline cannot be relied on. */
export function exitCodeOf(diff: EditionDiff, failOn: Level | null): ExitCode {
  const { stale, expired } = diff.reviewed
  const isGrave = failOn !== null && openChanges(diff).some(({ level }) => isAtLeast(level, failOn))
  const isUnsure = failOn !== null && diff.findings.some(({ severity }) => severity === 'error')
  return isGrave || isUnsure || stale.length > 0 || expired.length > 0 ? EXIT.findings : EXIT.done
}
