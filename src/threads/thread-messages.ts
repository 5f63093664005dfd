import { SourceError, type SourceErrorCode } from '../source/source-error.ts'

/** What a thread answers to a task: news while it works, then the result or what kept it from having one. */
export type ThreadReply<News, Result> =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'failure'; readonly error: PackedError }

/** An error as it passes between threads, where classes and fields of its own are lost. */
export interface PackedError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly cause: PackedError | null
  /** Of a `SourceError`; null for a fault of the program. */
  readonly source: { readonly code: SourceErrorCode; readonly hint: string } | null
}

export function packError(thrown: unknown): PackedError {
  if (!(thrown instanceof Error))
    return { name: 'Error', message: String(thrown), stack: undefined, cause: null, source: null }
  const { name, message, stack } = thrown
  const cause = thrown.cause === undefined ? null : packError(thrown.cause)
  const source = thrown instanceof SourceError ? { code: thrown.code, hint: thrown.hint } : null
  return { name, message, stack, cause, source }
}

export function unpackError({ name, message, stack, cause, source }: PackedError): Error {
  const options = cause === null ? undefined : { cause: unpackError(cause) }
  const error = source === null ? plainError(name, message, options) : sourceError(source, message, options)
  if (stack !== undefined) error.stack = stack
  return error
}

function plainError(name: string, message: string, options: ErrorOptions | undefined): Error {
  return name === 'RangeError' ? new RangeError(message, options) : new Error(message, options)
}

function sourceError(
  { code, hint }: NonNullable<PackedError['source']>,
  message: string,
  options: ErrorOptions | undefined,
): SourceError {
  return new SourceError(code, message, hint, options)
}
