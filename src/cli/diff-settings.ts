import { type Aliases, aliasesFile, NO_ALIASES } from '../diff/compare/aliases.ts'
import { type Baseline, baselineFile, isDay, NO_BASELINE } from '../diff/judge/baseline.ts'
import { type LevelFile, levelFile, NO_LEVELS } from '../diff/judge/level-file.ts'
import { EXIT } from './exit-code.ts'
import { Failure, usageFailure } from './failure.ts'
import type { CliIo } from './io.ts'
import type { ParsedOptions } from './parse-options.ts'
import { readSettingsFile } from './read-settings-file.ts'

/** What a person has told about changes, in files beside the editions. */
export interface DiffSettings {
  readonly aliases: Aliases
  readonly levels: LevelFile
  readonly baseline: Baseline
  readonly today: string
}

/** Files that hold without being named. */
const USUAL = { aliases: 'diff.aliases.json', levels: 'diff.levels.json' } as const

/**
 * Reads the files that the options name, and those of the usual names.
 *
 * @param mayBeginBaseline whether a baseline that is not there yet is an empty one
 * @throws Failure where a file cannot be read or is not of its shape
 */
export async function readDiffSettings(
  { values }: ParsedOptions,
  io: CliIo,
  command: string,
  mayBeginBaseline: boolean,
): Promise<DiffSettings> {
  const read = async <T>(option: 'aliases' | 'levels', what: string, load: (path: string) => Promise<T | null>) => {
    const path = values.get(option)
    const file = await load(path ?? USUAL[option])
    if (file === null && path !== undefined) throw missing(path, what)
    return file
  }
  const today = dayOf('today', values, command) ?? io.today
  const path = values.get('baseline')
  const baseline = path === undefined ? null : await readSettingsFile(path, 'baseline', baselineFile, io.cwd)
  if (path !== undefined && baseline === null && !mayBeginBaseline) throw missing(path, 'baseline')
  return {
    aliases:
      (await read('aliases', 'file of aliases', (file) =>
        readSettingsFile(file, 'file of aliases', aliasesFile, io.cwd),
      )) ?? NO_ALIASES,
    levels:
      (await read('levels', 'file of levels', (file) => readSettingsFile(file, 'file of levels', levelFile, io.cwd))) ??
      NO_LEVELS,
    baseline: baseline ?? NO_BASELINE,
    today,
  }
}

/** The day that an option gives; undefined where it is not given. */
export function dayOf(option: string, values: ParsedOptions['values'], command: string): string | undefined {
  const written = values.get(option)
  if (written === undefined || isDay(written)) return written
  throw usageFailure(`--${option} is no day`, `"${written}" is not written like 2027-01-31.`, command)
}

function missing(path: string, what: string): Failure {
  return new Failure({
    exitCode: EXIT.input,
    what: `the ${what} "${path}" cannot be read`,
    why: ['There is no such file.'],
    hint: 'Check the path; "diff --update-baseline" begins a new baseline.',
  })
}
