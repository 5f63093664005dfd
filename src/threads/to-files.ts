import type { LazyResult } from '../interpret.ts'
import { reportFiles } from '../report/report-files.ts'
import type { FiledResult } from './work.ts'

/** A result as the bytes of its files. */
export function toFiles({ report, places, ledger, figures, diagnostics, summary, words }: LazyResult): FiledResult {
  const files = reportFiles({ report, places: places(), ledger, figures })
  const shares = ledger === undefined ? {} : { ledger: { characters: ledger.characters, accounts: ledger.accounts } }
  return { files, diagnostics, summary, words, ...shares }
}
