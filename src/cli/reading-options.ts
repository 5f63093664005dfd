import { DEFAULT_LIMITS, type Limits, limitsFrom } from '../limits/limits.ts'
import { programInfo } from '../report/program-info.ts'
import { cacheFolder } from './cache-folder.ts'
import { usageFailure } from './failure.ts'
import type { CliIo } from './io.ts'
import type { OptionRules, ParsedOptions } from './parse-options.ts'

/** Holds the password where `--password` would show it in the list of processes. */
const PASSWORD_VARIABLE = `${programInfo().name.toUpperCase()}_PASSWORD`

/** Options of all commands that read documents. */
export const READING_OPTIONS: OptionRules = {
  password: {
    value: 'WORD',
    help: `password of an encrypted PDF; other users may see it in the list of processes, but not what ${PASSWORD_VARIABLE} holds`,
  },
  'ignore-restrictions': { help: 'read a PDF too whose owner does not allow to copy its text' },
  timeout: { value: 'SECONDS', help: `time that a document may take; ${String(DEFAULT_LIMITS.timeout)} without it` },
  'max-memory': {
    value: 'MIB',
    help: `memory that the program may take; ${String(DEFAULT_LIMITS.maxMemory)} without it`,
  },
  'max-pages': { value: 'N', help: `pages that a document may have; ${String(DEFAULT_LIMITS.maxPages)} without it` },
  'no-cache': { help: 'read PDFs anew, and do not keep what was read for later runs' },
  'max-size': { value: 'MIB', help: `size that a file may have; ${String(DEFAULT_LIMITS.maxSize)} without it` },
}

/** How documents are to be read. */
export interface ReadingSetting {
  readonly password: string | undefined
  readonly ignoreRestrictions: boolean
  readonly limits: Limits
  /** Folder in which pages that were read are kept; undefined where none are. */
  readonly cache: string | undefined
}

/** @throws Failure with the exit code `usage` where a limit is no number above 0 */
export function readingSetting(
  { switches, values }: ParsedOptions,
  { env }: Pick<CliIo, 'env'>,
  command?: string,
): ReadingSetting {
  const limit = (name: string): number | undefined => {
    const written = values.get(name)
    if (written === undefined || (/^\d{1,9}(?:\.\d{1,3})?$/u.test(written) && Number(written) > 0))
      return written === undefined ? undefined : Number(written)
    throw usageFailure(`--${name} takes a number above 0`, `It was given "${written}".`, command)
  }
  const given = {
    timeout: limit('timeout'),
    maxMemory: limit('max-memory'),
    maxPages: limit('max-pages'),
    maxSize: limit('max-size'),
  }
  const password = values.get('password') ?? env[PASSWORD_VARIABLE]
  return {
    password: password === '' ? undefined : password,
    ignoreRestrictions: switches.has('ignore-restrictions'),
    limits: limitsFrom(given),
    cache: switches.has('no-cache') ? undefined : cacheFolder(env),
  }
}
