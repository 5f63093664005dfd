import { createColors } from 'picocolors'
import type { Consent } from '../../diff/judge/baseline.ts'
import { matchesPath } from '../../diff/judge/level-file.ts'
import { type EditionDiff, openChanges, type PlacedChange } from '../../diff/diff-reports.ts'
import { askAboutChanges } from '../ask-about-changes.ts'
import { compareEditions, editionNames } from '../compare-editions.ts'
import { type Acceptances, signature, writeBaseline } from '../consent.ts'
import { readDiffSettings } from '../diff-settings.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { isPainted } from '../painting.ts'
import type { ParsedOptions } from '../parse-options.ts'

const USUAL_BASELINE = 'diff.baseline.json'

/** The command `review`. */
export async function runReview(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const names = editionNames(options, 'review')
  const paths = options.lists.get('accept') ?? []
  checkUsage(paths, options, io)
  const by = await signature(options, io, 'review')
  const path = options.values.get('baseline') ?? USUAL_BASELINE
  const values = new Map([...options.values, ['baseline', path]])
  const settings = await readDiffSettings({ ...options, values }, io, 'review', true)
  const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
  const { diff } = await compareEditions(names, options, rules, settings, io)
  const reason = options.values.get('reason') ?? null
  const given =
    paths.length > 0 && reason !== null
      ? atPaths(paths, diff, { reason, ...by })
      : await askAboutChanges(diff, { reason, by, rules, io, colors: createColors(isPainted(options, io)) })
  await writeBaseline(diff.reviewed, given, path, io)
  return EXIT.done
}

function checkUsage(paths: readonly string[], { values }: ParsedOptions, io: CliIo): void {
  if (paths.length > 0 && !values.has('reason')) {
    throw usageFailure('changes are accepted for a reason', 'Give it with --reason TEXT.', 'review')
  }
  if (paths.length === 0 && io.stdin.isTTY !== true) {
    const why = 'Nobody can answer here. Name what to accept with --accept PATH, or use "diff --update-baseline".'
    throw usageFailure('review asks about each change', why, 'review')
  }
}

/** @throws Failure where a path leads to no change: a misspelt one would accept nothing without a word */
function atPaths(paths: readonly string[], diff: EditionDiff, consent: Consent): readonly Acceptances[] {
  const open = openChanges(diff)
  const matching = (path: string): readonly PlacedChange[] => open.filter((change) => matchesPath(path, change.path))
  const idle = paths.find((path) => matching(path).length === 0)
  if (idle !== undefined) {
    throw usageFailure(
      `no open change is at "${idle}"`,
      '"diff --format json" lists the paths of all changes.',
      'review',
    )
  }
  return [{ changes: [...new Set(paths.flatMap(matching))], consent }]
}
