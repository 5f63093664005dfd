import { basename } from 'node:path'
import type { ExtractResult } from './interpret.ts'
import { type Limits, limitsFrom } from './limits/limits.ts'
import type { DocumentWords } from './repair/document-words.ts'
import type { Rules } from './rules/load-rules.ts'
import { processDocument } from './threads/process-document.ts'

/** What may be given beside a document. What it may cost is limited: see `Limits` for the units. */
export interface ExtractOptions extends Partial<Limits> {
  /** Rules, also as a promise, or the folder that holds them; those of the package where left out. */
  readonly rules?: Rules | Promise<Rules> | string
  /** Id of the edition; found in the document where left out. */
  readonly edition?: string
  /** Password of an encrypted PDF. */
  readonly password?: string
  /** Reads a PDF too whose owner does not allow to copy its text. */
  readonly ignoreRestrictions?: boolean
  /**
   * The words of all documents of the run, from `mergeWords`, asked where this document alone leaves a hyphen at a line
   * end undecided.
   */
  readonly runWords?: DocumentWords
  /** Adds the account of each character, `ExtractResult.ledger`. */
  readonly ledger?: boolean
  /**
   * Adds pictures of the figures, `ExtractResult.figures`, and to the report where they stand. Needs the optional
   * package `@napi-rs/canvas`; where it is missing a diagnostic says so.
   */
  readonly figures?: boolean
  /** Folder in which pages of PDFs that were read are kept, so that reading them again is quick; none where left out. */
  readonly cache?: string
  /** Name to record for bytes, without folders. */
  readonly fileName?: string
  /** Called as pages are read. */
  readonly onPage?: (done: number, total: number) => void
}

/**
 * Reads a report, PDF or text, from its bytes or from a file. It is read and interpreted in threads of their own.
 *
 * @throws SourceError where the input cannot be read, or not within the limits
 * @throws RulesError where the rules are invalid
 * @throws RangeError where a limit is no number above 0
 */
export async function extract(input: string | Uint8Array, options: ExtractOptions = {}): Promise<ExtractResult> {
  const { edition, runWords, ledger, figures, password, ignoreRestrictions, cache, onPage } = options
  const limits = limitsFrom(options)
  const given = await options.rules
  const rules = typeof given === 'object' ? { rules: given } : { folder: given }
  const fileName = options.fileName ?? (typeof input === 'string' ? basename(input) : 'input')
  return processDocument<'extract'>(
    input,
    { kind: 'extract', fileName, edition, runWords, ledger, figures },
    { rules, limits, password, ignoreRestrictions, cache, onPage },
  )
}
