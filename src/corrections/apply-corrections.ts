import { describe } from '../diagnostics/describe.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { ExtractResult } from '../interpret.ts'
import { PARSE_ONCE } from '../rules/parse-once.ts'
import type { Rules } from '../rules/load-rules.ts'
import { SourceError } from '../source/source-error.ts'
import { reportSchema } from '../report/report-schema.ts'
import { changeOf, type Effect } from './change-of.ts'
import type { Correction, Corrections } from './corrections-file.ts'
import { findTargets } from './find-targets.ts'
import { markCorrection, type Provenance } from './mark-correction.ts'
import { setAt } from './set-at.ts'

/**
 * Puts right what a person found to be read wrong. An entry whose value is not there any more, or is another than the
 * person saw, changes nothing and is a diagnostic. Corrected leaves say so in the provenance.
 *
 * @throws SourceError where a report with the corrections would not be valid
 */
export function applyCorrections(result: ExtractResult, { corrections }: Corrections, rules: Rules): ExtractResult {
  const report = structuredClone(result.report)
  let provenance: Provenance = result.provenance
  const stale: Finding[] = []
  for (const correction of corrections) {
    const targets = findTargets(correction.path, report, rules)
    const effects = targets.map((target) => changeOf(target, correction, rules))
    if (effects.length === 0 || effects.some((effect) => 'found' in effect)) {
      stale.push(staleFinding(correction, effects))
      continue
    }
    for (const effect of effects) {
      if ('found' in effect) continue
      setAt(report, effect.pointer, effect.value)
      provenance = markCorrection(provenance, effect, correction)
    }
    checkValid(report, correction, rules)
  }
  const diagnostics = [...result.diagnostics, ...stale.map(describe)]
  return { ...result, report: { ...report, diagnostics }, provenance, diagnostics }
}

function staleFinding({ path, before }: Correction, effects: readonly Effect[]): Finding {
  const found = effects.flatMap((effect) => ('found' in effect ? [effect.found] : []))
  return {
    code: 'correction/stale',
    args: { path, before, found: found[0] ?? null },
    page: null,
    pointer: null,
  }
}

function checkValid(report: ExtractResult['report'], { path }: Correction, rules: Rules): void {
  const { error } = reportSchema(rules).safeParse(report, PARSE_ONCE)
  if (error === undefined) return
  throw new SourceError(
    'wrong-correction',
    `The correction of ${path} gives a value that cannot stand there: ${error.issues.map(({ message }) => message).join('; ')}.`,
    'Correct the entry, or remove it.',
  )
}
