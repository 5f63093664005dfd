import type { Ledger } from '../evidence/ledger.ts'
import type { FigureFile } from '../evidence/save-figures.ts'
import type { Report } from './report.ts'
import { jsonPieces } from './to-json.ts'

export const REPORT_FILE = 'report.json'

/** What files are made of. */
export interface Reported {
  readonly report: Report
  /** JSON Pointers with the places of each value. */
  readonly places: Iterable<readonly [pointer: string, places: unknown]>
  readonly ledger?: Ledger | undefined
  readonly figures?: readonly FigureFile[] | undefined
}

/** A file as it lies on the disk, in parts. */
export type ReportFile = readonly Uint8Array<ArrayBuffer>[]

/** The files of a result, name to content, the report first. */
export function reportFiles({ report, places, ledger, figures = [] }: Reported): ReadonlyMap<string, ReportFile> {
  return new Map([
    [REPORT_FILE, encodedObject(report)],
    ['report.provenance.json', encoded(places)],
    ...(ledger === undefined ? [] : [['report.ledger.json', encodedObject(ledger)] as const]),
    ...figures.map(({ file, png }) => [file, [new Uint8Array(png)]] as const),
  ])
}

/** Its lists item by item: that of the entities holds nearly all there is. */
function encodedObject(object: object): ReportFile {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(object)
  return encoded(entries.map(([key, value]) => [key, Array.isArray(value) ? value.values() : value]))
}

function encoded(entries: Iterable<readonly [string, unknown]>): ReportFile {
  const encoder = new TextEncoder()
  return Array.from(jsonPieces(entries), (piece) => encoder.encode(piece))
}
