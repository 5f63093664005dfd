import { z } from 'zod'
import type { Change } from './change.ts'

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u

/** Whether a day is written as baselines have it, `2027-01-31`. */
export function isDay(text: string): boolean {
  return DAY.test(text)
}

const day = z.string().regex(DAY, 'a day is written 2027-01-31')

const acceptance = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/u, 'a fingerprint is 16 hexadecimal digits'),
  /** For the reader of the file; the fingerprint decides. */
  kind: z.string().min(1),
  path: z.string().min(1),
  reason: z.string().min(1),
  author: z.string().min(1),
  /** Last day on which it holds, UTC. */
  expires: day.optional(),
})

/** A file of changes that somebody has looked at and accepted. */
export const baselineFile = z.strictObject({ version: z.literal(1), accepted: z.array(acceptance) })

export type Acceptance = z.infer<typeof acceptance>
export type Baseline = z.infer<typeof baselineFile>

export const NO_BASELINE: Baseline = { version: 1, accepted: [] }

/** What a baseline says of the changes of one comparison. */
export interface Reviewed {
  /** By fingerprint. */
  readonly accepted: ReadonlyMap<string, Acceptance>
  /** Entries that no change has any more. */
  readonly stale: readonly Acceptance[]
  /** Entries whose last day is over. */
  readonly expired: readonly Acceptance[]
}

/** @param today `2027-01-31`, UTC */
export function applyBaseline(changes: readonly Change[], { accepted }: Baseline, today: string): Reviewed {
  const known = new Set(changes.map(({ fingerprint }) => fingerprint))
  const expired = accepted.filter(({ expires }) => expires !== undefined && expires < today)
  const valid = accepted.filter((entry) => !expired.includes(entry))
  return {
    accepted: new Map(
      valid.filter(({ fingerprint }) => known.has(fingerprint)).map((entry) => [entry.fingerprint, entry]),
    ),
    stale: valid.filter(({ fingerprint }) => !known.has(fingerprint)),
    expired,
  }
}

/** Why a change is accepted, and by whom. */
export type Consent = Pick<Acceptance, 'reason' | 'author' | 'expires'>

/** The baseline with further changes accepted, in the order of their paths. */
export function accept(
  { accepted }: Baseline,
  changes: readonly Pick<Change, 'fingerprint' | 'kind' | 'path'>[],
  consent: Consent,
): Baseline {
  const known = new Set(accepted.map(({ fingerprint }) => fingerprint))
  const added = changes
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ fingerprint, kind, path }) => ({ fingerprint, kind, path, ...consent }))
  return { version: 1, accepted: [...accepted, ...added].sort(byPath) }
}

function byPath(a: Acceptance, b: Acceptance): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.fingerprint < b.fingerprint ? -1 : 1
}
