/** A file made to harm, or to be read wrongly. */
export interface HostileFile {
  /** Distinct, with extension. */
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Options it is to be read with. */
  readonly options?: readonly string[]
  /**
   * What has to come of it: a report (`read`), a report with a notice of the reader (`told`), or an error of that code.
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
  | 'too-slow'
  | 'too-much-memory'
  | 'too-many-pages'
  | 'too-large'
