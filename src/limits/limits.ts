import { SourceError, type SourceErrorCode } from '../source/source-error.ts'

/** What reading one document may cost. Numbers above 0, infinite for no limit. */
export interface Limits {
  /** Seconds from opening the file to its report; waiting for other documents does not count. */
  readonly timeout: number
  /** MiB by which the process may grow meanwhile (resident size). */
  readonly maxMemory: number
  readonly maxPages: number
  /** MiB of the file. */
  readonly maxSize: number
}

export const DEFAULT_LIMITS: Limits = { timeout: 60, maxMemory: 1024, maxPages: 5000, maxSize: 256 }

/** Bytes in a MiB. */
export const MIB = 1_048_576

interface Words {
  readonly code: SourceErrorCode
  readonly unit: string
  readonly says: (limit: string) => string
}

const WORDS: Readonly<Record<keyof Limits, Words>> = {
  timeout: {
    code: 'too-slow',
    unit: 'SECONDS',
    says: (limit) => `Reading it takes longer than ${limit} seconds.`,
  },
  maxMemory: {
    code: 'too-much-memory',
    unit: 'MIB',
    says: (limit) => `Reading it takes more memory than ${limit} MiB.`,
  },
  maxPages: {
    code: 'too-many-pages',
    unit: 'N',
    says: (limit) => `It has, or claims to have, more than ${limit} pages.`,
  },
  maxSize: { code: 'too-large', unit: 'MIB', says: (limit) => `The file is larger than ${limit} MiB.` },
}

/** Says which limit was hit and how to raise it. */
export function limitError(name: keyof Limits, limits: Limits, cause?: unknown): SourceError {
  const { code, unit, says } = WORDS[name]
  const hint = `If you trust the file, allow more with ${optionOf(name)} ${unit} (${name} in the library).`
  return new SourceError(code, says(String(limits[name])), hint, cause === undefined ? {} : { cause })
}

/** `--max-pages` for `maxPages`. */
function optionOf(name: keyof Limits): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`
}

/**
 * The limits that hold where some are given.
 *
 * @throws RangeError where one is no number above 0
 */
export function limitsFrom(given: { readonly [Name in keyof Limits]?: Limits[Name] | undefined }): Limits {
  const limits = {
    timeout: given.timeout ?? DEFAULT_LIMITS.timeout,
    maxMemory: given.maxMemory ?? DEFAULT_LIMITS.maxMemory,
    maxPages: given.maxPages ?? DEFAULT_LIMITS.maxPages,
    maxSize: given.maxSize ?? DEFAULT_LIMITS.maxSize,
  }
  for (const [name, value] of Object.entries(limits)) {
    if (!(value > 0)) throw new RangeError(`${name} must be a number above 0, not ${String(value)}`)
  }
  return limits
}
