export type SourceErrorCode =
  | 'not-a-pdf'
  | 'damaged'
  | 'encrypted'
  | 'wrong-password'
  | 'restricted'
  | 'no-pages'
  | 'no-text'
  | 'missing'
  | 'unreadable'
  | 'too-slow'
  | 'too-much-memory'
  | 'too-many-pages'
  | 'too-large'
  | 'wrong-correction'

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

/** @param cause what PDF.js stumbled over */
export function damaged(cause: unknown): SourceError {
  const hint = 'Download the file again, or open it in a PDF viewer and save it as a new PDF.'
  return new SourceError('damaged', 'The PDF is damaged and cannot be read.', hint, { cause })
}

/** The bytes are neither of a PDF nor of a text that can be read. */
export function notAPdf(): SourceError {
  return new SourceError(
    'not-a-pdf',
    'The file is neither a PDF nor a text in UTF-8.',
    'Give a PDF, or the text dump of one saved in UTF-8.',
  )
}
