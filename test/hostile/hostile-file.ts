/** A file made to harm, or to be read wrongly. */
export interface HostileFile {
  /** Distinct, with extension. */
  readonly name: string
  readonly bytes: () => Uint8Array
  /**
   * What has to come of it: a report (`read`), a report with a notice of the reader (`told`), an error of that code, or
   * whatever the limits let through (`limited`).
   */
  readonly comes: Outcome
}

export type Outcome =
  | 'read'
  | 'told'
  | 'not-a-pdf'
  | 'damaged'
  | 'encrypted'
  | 'wrong-password'
  | 'restricted'
  | 'no-pages'
  | 'no-text'
  | 'too-many-pages'
  | 'limited'
