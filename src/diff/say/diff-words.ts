import type { CauseFacts } from '../judge/cause.ts'
import type { Edition, EditionDiff } from '../diff-reports.ts'

/** Where the changes come from, in one sentence. */
export function causeWords(facts: CauseFacts): string {
  switch (facts.cause) {
    case 'source':
      return facts.areRulesSame === null
        ? 'The documents differ. What read them is not recorded in both reports.'
        : 'The documents differ; program and rules are the same, so the edition changed.'
    case 'program':
      return `The document is the same; ${whatChanged(facts)}, so every change comes from there.`
    case 'both':
      return `The documents differ, and ${whatChanged(facts)}; read both with the same to see what the edition changed.`
    case 'neither':
      return 'Document, program and rules are the same: other options were given, or a report was edited.'
    case 'unknown':
      return 'The document is the same, so changes come from the program, its rules or its options; a report does not say which.'
  }
}

function whatChanged({ areRulesSame, isProgramSame }: CauseFacts): string {
  if (areRulesSame === false && isProgramSame === false) return 'program and rules changed'
  return areRulesSame === false ? 'the rules changed' : 'the program changed'
}

/** `2026 (editions/2026/report.json)`. */
export function editionWords({ name, report }: Edition): string {
  const { id } = report.edition
  return id === null ? name : `${id} (${name})`
}

/** What baseline and keys have to say, a sentence each. */
export function findingWords({
  findings,
  reviewed,
}: EditionDiff): readonly { readonly severity: 'error' | 'warning'; readonly words: string }[] {
  return [
    ...findings.map(({ severity, message }) => ({ severity, words: message })),
    ...reviewed.stale.map(({ path, kind, fingerprint }) => ({
      severity: 'error' as const,
      words: `The baseline accepts a change that is not there any more: ${kind} ${path} (${fingerprint}). Remove it with --update-baseline.`,
    })),
    ...reviewed.expired.map(({ path, kind, fingerprint, expires = '' }) => ({
      severity: 'error' as const,
      words: `The baseline accepted a change until ${expires}: ${kind} ${path} (${fingerprint}). Look at it again; --update-baseline accepts it anew.`,
    })),
  ]
}
