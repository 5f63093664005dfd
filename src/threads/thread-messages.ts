import { RulesError, type RulesProblem } from '../rules/rules-error.ts'
import { SourceError, type SourceErrorCode } from '../source/source-error.ts'

/**
 * What a thread says: once that it is loaded, and to each task news while it works, then the result or what kept it from
 * having one.
 */
export type ThreadReply<News, Result> =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'news'; readonly news: News }
  | {
      readonly kind: 'result'
      readonly result: Result
      /** Bytes that the thread's heap has grown to. */ readonly heap: number
    }
  | { readonly kind: 'failure'; readonly error: PackedError }

/** An error as it passes between threads, where classes and fields of its own are lost. */
export interface PackedError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly cause: PackedError | null
  /** Of a `SourceError`. */
  readonly source?: { readonly code: SourceErrorCode; readonly hint: string }
  /** Of a `RulesError`. */
  readonly rules?: { readonly folder: string; readonly problems: readonly RulesProblem[] }
}

export function packError(thrown: unknown): PackedError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown), stack: undefined, cause: null }
  const { name, message, stack } = thrown
  const packed = { name, message, stack, cause: thrown.cause === undefined ? null : packError(thrown.cause) }
  if (thrown instanceof SourceError) return { ...packed, source: { code: thrown.code, hint: thrown.hint } }
  if (thrown instanceof RulesError) return { ...packed, rules: { folder: thrown.folder, problems: thrown.problems } }
  return packed
}

export function unpackError(packed: PackedError): Error {
  const error = withItsClass(packed, packed.cause === null ? undefined : { cause: unpackError(packed.cause) })
  if (packed.stack !== undefined) error.stack = packed.stack
  return error
}

function withItsClass({ name, message, source, rules }: PackedError, options: ErrorOptions | undefined): Error {
  if (source !== undefined) return new SourceError(source.code, message, source.hint, options)
  if (rules !== undefined) return new RulesError(rules.folder, rules.problems)
  return name === 'RangeError' ? new RangeError(message, options) : new Error(message, options)
}
