import type { Aliases } from './aliases.ts'
import type { DiffFinding } from './difference.ts'
import type { Matches } from './match-reports.ts'
import type { ReportTree } from './report-tree.ts'

/** What kept things from being paired for certain: keys that several have, and what a person said of nothing. */
export function matchFindings(
  old: ReportTree,
  next: ReportTree,
  { entities, tables, moves }: Matches,
  { same, different }: Aliases,
): readonly DiffFinding[] {
  const duplicates = [entities, ...tables.map(({ records }) => records)].flatMap((pairs) => pairs.duplicates)
  const pairings = [...entities.pairs, ...tables.flatMap(({ records }) => records.pairs), ...moves]
  const pinned = new Set(pairings.flatMap(({ old: one, pairing }) => (pairing?.score === null ? [one.path] : [])))
  const [oldPaths, newPaths] = [pathsOf(old), pathsOf(next)]
  return [
    ...[...new Set(duplicates)].map(duplicateKey),
    ...same.filter((entry) => !pinned.has(entry.old)).map((entry) => unusedAlias(entry, oldPaths, newPaths)),
    ...different
      .filter((entry) => !oldPaths.has(entry.old) || !newPaths.has(entry.new))
      .map((entry) => unusedAlias(entry, oldPaths, newPaths)),
  ]
}

function pathsOf({ entities }: ReportTree): ReadonlySet<string> {
  const records = entities.flatMap(({ sections }) =>
    sections.flatMap(({ tables }) => tables.flatMap((table) => table.records)),
  )
  return new Set([...entities, ...records].map(({ path }) => path))
}

function duplicateKey(path: string): DiffFinding {
  return {
    code: 'key/duplicate',
    severity: 'error',
    path,
    message: `Another one of the same report has the key of ${path}. What belongs together was decided by likeness and may be wrong. Name further columns under "identity" in the rules, or pair them in the file of aliases.`,
  }
}

function unusedAlias(
  entry: Aliases['same'][number],
  oldPaths: ReadonlySet<string>,
  newPaths: ReadonlySet<string>,
): DiffFinding {
  const missing = !oldPaths.has(entry.old)
    ? `The old report has no ${entry.old}.`
    : `The new report has no ${entry.new}.`
  const isThere = oldPaths.has(entry.old) && newPaths.has(entry.new)
  const why = isThere ? 'The two do not stand in tables that correspond.' : missing
  return {
    code: 'alias/unused',
    severity: 'warning',
    path: entry.old,
    message: `An alias of ${entry.old} changes nothing. ${why} Correct or remove it in the file of aliases.`,
  }
}
