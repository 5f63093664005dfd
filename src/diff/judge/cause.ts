/** What a report says of where it comes from. */
export interface Origin {
  readonly sha256: string
  /** Null where the report does not say what read the document. */
  readonly extraction: {
    readonly rules: { readonly id: string; readonly sha256: string }
    readonly program: { readonly name: string; readonly version: string }
  } | null
}

/**
 * Where changes can come from. `source`: the documents differ and nothing else. `program`: the documents are the same,
 * so what reads them changed. `both`: documents and program or rules differ. `neither`: all are the same, so the report
 * was read with other options, or edited. `unknown`: the documents are the same, and a report does not say what read it.
 */
export type Cause = 'source' | 'program' | 'both' | 'neither' | 'unknown'

export interface CauseFacts {
  readonly cause: Cause
  readonly isSourceSame: boolean
  /** Null where a report does not say. */
  readonly areRulesSame: boolean | null
  readonly isProgramSame: boolean | null
}

/** Tells a change of the edition from a change of what reads it. */
export function causeOf(old: Origin, next: Origin): CauseFacts {
  const isSourceSame = old.sha256 === next.sha256
  const [a, b] = [old.extraction, next.extraction]
  if (a === null || b === null) {
    return { cause: isSourceSame ? 'unknown' : 'source', isSourceSame, areRulesSame: null, isProgramSame: null }
  }
  const areRulesSame = a.rules.sha256 === b.rules.sha256
  const isProgramSame = a.program.name === b.program.name && a.program.version === b.program.version
  const isReadAlike = areRulesSame && isProgramSame
  const cause = isSourceSame ? (isReadAlike ? 'neither' : 'program') : isReadAlike ? 'source' : 'both'
  return { cause, isSourceSame, areRulesSame, isProgramSame }
}
