import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExtractResult } from './interpret.ts'
import { loadRules } from './load-later.ts'
import { readPdfAside } from './pdf/reader-threads.ts'
import type { DocumentWords } from './repair/document-words.ts'
import type { Rules } from './rules/load-rules.ts'
import { detectKind } from './source/detect-kind.ts'
import type { SourceDocument } from './source/source-document.ts'
import { SourceError } from './source/source-error.ts'
import { readText } from './text/read-text.ts'

export interface ExtractOptions {
  /** Rules, also as a promise, or the folder that holds them; those of the package where left out. */
  readonly rules?: Rules | Promise<Rules> | string
  /** Id of the edition; found in the document where left out. */
  readonly edition?: string
  /** Password of an encrypted PDF. */
  readonly password?: string
  /**
   * The words of all documents of the run, from `mergeWords`, asked where this document alone leaves a hyphen at a line
   * end undecided.
   */
  readonly runWords?: DocumentWords
  /** Name to record for bytes, without folders. */
  readonly fileName?: string
  /** Called as pages are read. */
  readonly onPage?: (done: number, total: number) => void
}

/**
 * Reads a report, PDF or text, from its bytes or from a file.
 *
 * @throws SourceError where the input cannot be read
 * @throws RulesError where the rules are invalid
 */
export async function extract(input: string | Uint8Array, options: ExtractOptions = {}): Promise<ExtractResult> {
  const reading = readSource(input, options)
  // Looked at last: where the rules are invalid too, that is said.
  reading.catch(() => undefined)
  const rules = typeof options.rules === 'object' ? await options.rules : await loadRules(options.rules)
  const { interpret, prepare } = await import('./interpret.ts')
  prepare(rules)
  const fileName = options.fileName ?? (typeof input === 'string' ? basename(input) : 'input')
  return interpret(await reading, rules, { fileName, edition: options.edition, runWords: options.runWords })
}

/**
 * Reads what is printed in a PDF or text, from its bytes or from a file. A PDF is read in a thread of its own, while this
 * one loads what comes after.
 *
 * @throws SourceError where the input cannot be read
 */
export async function readSource(
  input: string | Uint8Array,
  { password, onPage }: Pick<ExtractOptions, 'password' | 'onPage'>,
): Promise<SourceDocument> {
  const bytes = typeof input === 'string' ? await readBytes(input) : input
  if (detectKind(bytes) === 'text') return readText(bytes)
  return readPdfAside(bytes, {
    ...(password === undefined ? {} : { password }),
    ...(onPage === undefined ? {} : { onPage }),
  })
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (missing) throw new SourceError('missing', `There is no file ${path}.`, 'Check the path.', { cause: error })
    throw new SourceError(
      'unreadable',
      `The file ${path} cannot be read.`,
      'Check that it is a file and that you may read it.',
      { cause: error },
    )
  }
}
