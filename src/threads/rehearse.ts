import { toLazyResult } from '../interpret.ts'
import { assembleDocument } from '../pdf/assemble-document.ts'
import { type PageParcel, unpackPages } from '../pdf/page-parcel.ts'
import { readReport, toLines } from '../pipeline.ts'
import type { Rules } from '../rules/load-rules.ts'
import { toFiles } from './to-files.ts'
import type { FiledResult } from './work.ts'

/** Of a document that is not all there nothing is known but its pages; a report must have a hash. */
const FRAME = { kind: 'pdf', sha256: '0'.repeat(64), title: null, outline: [], notices: [] } as const

/**
 * Interprets pages as if they were all of a document, from characters to files.
 *
 * @throws whatever the stages throw
 */
export function rehearse(parcel: PageParcel, rules: Rules): FiledResult {
  const lines = toLines(assembleDocument(FRAME, unpackPages(parcel)), rules.settings)
  return toFiles(toLazyResult(lines.frame, readReport(lines, rules), rules, { fileName: 'input', edition: undefined }))
}
