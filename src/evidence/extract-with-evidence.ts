import { type KnownOfDocument, type LazyResult, toLazyResult } from '../interpret.ts'
import { type DocumentLines, readReport } from '../pipeline.ts'
import type { PdfFile } from '../pdf/draw-messages.ts'
import type { Rules } from '../rules/load-rules.ts'
import { drawPages } from './draw-pages.ts'
import { openCharacterLedger } from './ledger.ts'
import { saveFigures } from './save-figures.ts'

/** What is asked for beside the report. */
export interface EvidenceOptions {
  readonly ledger: boolean
  readonly figures: boolean
  /** Pictures of all pages. */
  readonly pages: boolean
}

/**
 * Makes the report of a document with its ledger and pictures.
 *
 * @param file the PDF, which is opened again to be drawn; null for a text
 */
export async function extractWithEvidence(
  document: DocumentLines,
  file: PdfFile | null,
  rules: Rules,
  known: KnownOfDocument,
  { ledger, figures, pages }: EvidenceOptions,
): Promise<LazyResult> {
  const read = readReport(document, rules, known.runWords)
  const saved = figures ? await saveFigures(document.frame, file, read, rules) : { reading: read, files: null }
  const result = toLazyResult(document.frame, saved.reading, rules, known)
  return {
    ...result,
    ...(saved.files === null ? {} : { figures: saved.files }),
    ...(pages ? { drawnPages: await drawPages(document.frame, file) } : {}),
    ...(ledger ? { ledger: openCharacterLedger(document.frame, read, rules) } : {}),
  }
}
