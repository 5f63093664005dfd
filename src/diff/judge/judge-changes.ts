import type { Rules } from '../../rules/load-rules.ts'
import type { Comparison } from '../compare/compare-reports.ts'
import type { Difference } from '../compare/difference.ts'
import type { Change } from './change.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type JudgementContext, JUDGEMENTS } from './judgements.ts'
import { type LevelFile, matchesPath } from './level-file.ts'

/** Says of each difference how much it matters. */
export function judgeChanges(
  { differences, rowCounts }: Pick<Comparison, 'differences' | 'rowCounts'>,
  { diff: { levels, suspicions } }: Rules,
  own: LevelFile,
): readonly Change[] {
  const seen = new Map<string, number>()
  return differences.map((difference) => {
    const path = (difference.new ?? difference.old)?.path ?? ''
    const first = fingerprintOf(difference, 0)
    const occurrence = seen.get(first) ?? 0
    seen.set(first, occurrence + 1)
    const fingerprint = occurrence === 0 ? first : fingerprintOf(difference, occurrence)
    const given = own.levels.find(
      (entry) => (entry.kind === undefined || entry.kind === difference.kind) && matchesPath(entry.path, path),
    )
    if (given !== undefined) {
      return { ...difference, path, level: given.level, judgement: null, why: given.why, fingerprint }
    }
    const judgement = judge(difference, { suspicions, rowCounts })
    return { ...difference, path, level: levels[judgement].level, judgement, why: null, fingerprint }
  })
}

function judge(difference: Difference, context: JudgementContext): Exclude<Change['judgement'], null> {
  return JUDGEMENTS.find(({ applies }) => applies(difference, context))?.id ?? 'other-content'
}
