/** A fault found in the content of one rule file; the loader adds the file and the line. */
export interface ContentProblem {
  /** JSON Pointer into the file. */
  readonly where: string
  readonly what: string
}
