import type { Diagnostic, DiagnosticArguments, DiagnosticCode, Finding } from './diagnostic.ts'
import { SEVERITIES } from './severities.ts'
import { type Words, WORDS } from './words.ts'

/** Turns a finding into what `report.json` shows: its severity and one message that says what, why, and what to do. */
export function describe(finding: Finding): Diagnostic {
  const { what, why, hint } = wordsFor(finding.code, finding.args)
  const { code, page, pointer } = finding
  return { code, severity: SEVERITIES[code], message: `${what} ${why} ${hint}`, page, pointer }
}

function wordsFor<C extends DiagnosticCode>(code: C, args: DiagnosticArguments[C]): Words {
  return WORDS[code](args)
}
