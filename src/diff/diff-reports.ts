import type { Report } from '../report/report.ts'
import { type Level, LEVELS } from '../rules/levels.ts'
import type { Rules } from '../rules/load-rules.ts'
import { type Aliases, NO_ALIASES } from './compare/aliases.ts'
import { compareReports } from './compare/compare-reports.ts'
import type { DiffFinding, Spot } from './compare/difference.ts'
import { toTree } from './compare/report-tree.ts'
import { type Acceptance, applyBaseline, type Baseline, NO_BASELINE, type Reviewed } from './judge/baseline.ts'
import { type CauseFacts, causeOf } from './judge/cause.ts'
import type { Change } from './judge/change.ts'
import { judgeChanges } from './judge/judge-changes.ts'
import { type LevelFile, NO_LEVELS } from './judge/level-file.ts'
import { type FoundPlace, NO_PLACE, placeFinder } from './find-places.ts'
import type { Provenance } from './read-report.ts'

/** One of the two editions that are compared. */
export interface Edition {
  /** As the person named it: a path, or a revision and a path. */
  readonly name: string
  readonly report: Report
  /** Null where it is not known where values were read. */
  readonly provenance: Provenance | null
}

export interface DiffOptions {
  readonly aliases?: Aliases
  readonly levels?: LevelFile
  readonly baseline?: Baseline
  /** Day on which acceptances may be over, `2027-01-31`; they never are where left out. */
  readonly today?: string
}

/** Where a change stands in one of the editions. */
export type PlacedSpot = Omit<Spot, 'page'> & FoundPlace

/** A change with its places, and with whoever accepted it. */
export interface PlacedChange extends Omit<Change, 'old' | 'new'> {
  readonly old: PlacedSpot | null
  readonly new: PlacedSpot | null
  /** Null where nobody did. */
  readonly accepted: Acceptance | null
}

/** What changed between two editions, and what it means. */
export interface EditionDiff {
  readonly old: Edition
  readonly new: Edition
  readonly cause: CauseFacts
  /** In the order of the new edition. */
  readonly changes: readonly PlacedChange[]
  /** What keeps the comparison from being sure. */
  readonly findings: readonly DiffFinding[]
  readonly reviewed: Reviewed
}

/** Compares two editions of one report: what differs, what it means, where it stands. */
export function diffReports(old: Edition, next: Edition, rules: Rules, options: DiffOptions = {}): EditionDiff {
  const { aliases = NO_ALIASES, levels = NO_LEVELS, baseline = NO_BASELINE, today = '' } = options
  const comparison = compareReports(toTree(old.report, rules), toTree(next.report, rules), rules, aliases)
  const changes = judgeChanges(comparison, rules, levels)
  const reviewed = applyBaseline(changes, baseline, today)
  const [inOld, inNew] = [placeFinder(old.provenance), placeFinder(next.provenance)]
  return {
    old,
    new: next,
    cause: causeOf(originOf(old), originOf(next)),
    changes: changes.map((change) => ({
      ...change,
      old: placed(change.old, inOld),
      new: placed(change.new, inNew),
      accepted: reviewed.accepted.get(change.fingerprint) ?? null,
    })),
    findings: comparison.findings,
    reviewed,
  }
}

function originOf({ report: { edition } }: Edition) {
  return { sha256: edition.source.sha256, extraction: edition.extraction ?? null }
}

function placed(spot: Spot | null, find: (pointer: string) => FoundPlace): PlacedSpot | null {
  if (spot === null) return null
  const { path, pointer, page } = spot
  const place = pointer === null ? NO_PLACE : find(pointer)
  return { path, pointer, ...place, page: place.page ?? page }
}

/** Changes that nobody has accepted. */
export function openChanges({ changes }: Pick<EditionDiff, 'changes'>): readonly PlacedChange[] {
  return changes.filter(({ accepted }) => accepted === null)
}

/** Whether a level is at least as grave as another. */
export function isAtLeast(level: Level, bound: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(bound)
}
