import type { ExtractResult } from '../index.ts'
import { jsonPieces } from '../report/to-json.ts'
import type { FileContent } from './write-together.ts'

export const REPORT_FILE = 'report.json'

/** The files of a result, name to content, the report first. */
export function outputFiles({
  report,
  provenance,
  ledger,
  figures = [],
}: Pick<ExtractResult, 'report' | 'provenance' | 'ledger' | 'figures'>): ReadonlyMap<string, FileContent> {
  return new Map<string, FileContent>([
    [REPORT_FILE, jsonPieces(report)],
    ['report.provenance.json', jsonPieces(provenance)],
    ...(ledger === undefined ? [] : [['report.ledger.json', jsonPieces(ledger)] as const]),
    ...figures.map(({ file, png }) => [file, png] as const),
  ])
}
