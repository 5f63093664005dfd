export type SourceErrorCode =
  'not-a-pdf' | 'damaged' | 'encrypted' | 'wrong-password' | 'no-pages' | 'no-text' | 'missing' | 'unreadable'

/** A source cannot be read at all. `message` says what is wrong, `hint` what to do about it. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode
  /** One sentence for the reader of the message. */
  readonly hint: string

  /** @param options `cause` is the error below, where there is one */
  constructor(code: SourceErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.hint = hint
  }
}
