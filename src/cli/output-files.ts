import type { ExtractResult } from '../index.ts'
import { toJson } from '../report/to-json.ts'

export const REPORT_FILE = 'report.json'

/** The files of a result, name to content, the report first. */
export function outputFiles({
  report,
  provenance,
  ledger,
  figures = [],
}: Pick<ExtractResult, 'report' | 'provenance' | 'ledger' | 'figures'>): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    [REPORT_FILE, toJson(report)],
    ['report.provenance.json', toJson(provenance)],
    ...(ledger === undefined ? [] : [['report.ledger.json', toJson(ledger)] as const]),
    ...figures.map(({ file, png }) => [file, png] as const),
  ])
}
