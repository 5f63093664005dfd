import type { ContactLabel, ContactRules, LabelKind } from '../rules/contact-rules.ts'
import { CLAIMED, type Claim, claimAfter, type Recogniser } from './claim.ts'
import { trimEndOf } from './trim-characters.ts'

/** Labels that say nothing by themselves, so that one alone on its line is still a label. */
const PLAIN: ReadonlySet<LabelKind> = new Set<LabelKind>(['phone', 'fax', 'email', 'url', 'address', 'contact'])
const LINE_BEFORE = new RegExp(`(?:^|[\\n\\t${CLAIMED}])[\\s,;:.–-]*$`, 'u')
const LINE_AFTER = new RegExp(`^\\s*(?:$|(?<=[\\n\\t])|${CLAIMED})`, 'u')

/**
 * Words that only say what stands beside them: with a colon (`Anschrift:`), before a value of their kind
 * (`Telefon 0211 …`), or alone on their line.
 */
export function findLabels(rules: ContactRules): Recogniser {
  return (cell, free, claims) => {
    const found: Claim[] = []
    for (const label of rules.labels) {
      for (const match of free.matchAll(label.scan)) {
        const [from, to] = [match.index, match.index + trimEndOf(match[0], ':').length]
        const overlaps = found.some((other) => other.from < to && other.to > from)
        if (!overlaps && isLabel(label, from, to, free, claims)) {
          found.push({ kind: 'label', of: label.kind, value: cell.text.slice(from, to), from, to })
        }
      }
    }
    return found
  }
}

function isLabel(label: ContactLabel, from: number, to: number, free: string, claims: readonly Claim[]): boolean {
  const after = free.slice(to)
  if (label.kind === 'care-of' || /^\s?:/u.test(after)) return true
  const next = claimAfter(to, free, claims)
  if (next !== undefined && /^[\s.]*$/u.test(free.slice(to, next.from)) && announces(label.kind, next, after))
    return true
  return PLAIN.has(label.kind) && LINE_BEFORE.test(free.slice(0, from)) && LINE_AFTER.test(after)
}

function announces(kind: LabelKind, next: Claim, after: string): boolean {
  if (kind === 'contact') return next.kind !== 'label' && next.kind !== 'note'
  return kind === next.kind && !after.startsWith('\n')
}
