import type { SourceDocument } from '../source/source-document.ts'
import { SourceError, type SourceErrorCode } from '../source/source-error.ts'

/** What a reader thread is asked to read. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly password: string | undefined
}

/** What a reader thread answers: pages as they are read, then the document or what kept it from being read. */
export type ThreadReply =
  | { readonly kind: 'page'; readonly done: number; readonly total: number }
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'failure'; readonly error: PackedError }

/** An error as it passes between threads, where classes and fields of its own are lost. */
interface PackedError {
  readonly message: string
  readonly stack: string | undefined
  readonly cause: PackedError | null
  /** Of a `SourceError`; null for a fault of the program. */
  readonly source: { readonly code: SourceErrorCode; readonly hint: string } | null
}

export function packError(thrown: unknown): PackedError {
  if (!(thrown instanceof Error)) return { message: String(thrown), stack: undefined, cause: null, source: null }
  const cause = thrown.cause === undefined ? null : packError(thrown.cause)
  const source = thrown instanceof SourceError ? { code: thrown.code, hint: thrown.hint } : null
  return { message: thrown.message, stack: thrown.stack, cause, source }
}

export function unpackError({ message, stack, cause, source }: PackedError): Error {
  const options = cause === null ? undefined : { cause: unpackError(cause) }
  const error =
    source === null ? new Error(message, options) : new SourceError(source.code, message, source.hint, options)
  if (stack !== undefined) error.stack = stack
  return error
}
