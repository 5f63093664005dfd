import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Ledger } from '../evidence/ledger.ts'
import type { FiledResult } from '../threads/work.ts'
import type { Severity } from '../report/report.ts'
import type { createColors } from 'picocolors'
import { printable } from '../showing/printable.ts'

/** Paints, or leaves text as it is. */
export type Colors = ReturnType<typeof createColors>

/** How much is printed about an input that was read. */
export type Detail = 'errors' | 'findings' | 'everything'

const SHOWN: Readonly<Record<Detail, readonly Severity[]>> = {
  errors: ['error'],
  findings: ['error', 'warning'],
  everything: ['error', 'warning', 'info'],
}

/**
 * What was found in an input, safe to print, each line with a line feed; empty where there is nothing to say.
 *
 * @param input as the person knows it
 * @param target where the result lies; null where it went to standard output
 */
export function formatOutcome(
  input: string,
  target: string | null,
  result: Pick<FiledResult, 'summary' | 'diagnostics' | 'ledger'>,
  detail: Detail,
  colors: Colors,
): string {
  const listed = result.diagnostics.filter(({ severity }) => SHOWN[detail].includes(severity))
  if (detail === 'errors' && listed.length === 0) return ''
  const { entities, entitiesLabel, sections, records, recordsLabel } = result.summary
  const lines = [
    `${colors.bold(printable(input))}${target === null ? '' : ` → ${printable(target)}`}`,
    `  ${printable(entitiesLabel)}: ${String(entities)}, sections: ${String(sections)}, ${printable(recordsLabel)}: ${String(records)}`,
    `  ${countsBySeverity(result.diagnostics)}`,
    ...(result.ledger === undefined ? [] : [`  ${sharesOfCharacters(result.ledger)}`]),
    ...listed.map((diagnostic) => `  ${formatDiagnostic(diagnostic, colors)}`),
  ]
  return `${lines.join('\n')}\n`
}

/** `12345 characters: leaf 91.2 %, label 5 %, unclaimed 0 %`; of the accounts that hold nothing only the last is told. */
function sharesOfCharacters({ characters, accounts }: Omit<Ledger, 'runs'>): string {
  const shares = Object.entries(accounts)
    .filter(([account, held]) => held.characters > 0 || account === 'unclaimed')
    .map(([account, { share }]) => `${account} ${String(Number((share * 100).toPrecision(3)))} %`)
  return `${String(characters)} characters: ${shares.join(', ')}`
}

function countsBySeverity(diagnostics: readonly Diagnostic[]): string {
  return SHOWN.everything
    .map((severity) => `${severity}s: ${String(diagnostics.filter((d) => d.severity === severity).length)}`)
    .join(', ')
}

/** A diagnostic on one line, safe to print. */
export function formatDiagnostic({ severity, code, message, page, pointer }: Diagnostic, colors: Colors): string {
  const place = [page === null ? '' : `page ${String(page)}`, pointer === null ? '' : printable(pointer)]
  const where = place.filter((part) => part !== '').join(', ')
  const colour = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity]
  return `${colour(severity.padEnd(7))} ${printable(message)} ${colors.dim(`[${[code, where].filter(Boolean).join('; ')}]`)}`
}
