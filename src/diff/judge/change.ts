import type { JudgementId } from '../../rules/diff-rules.ts'
import type { Level } from '../../rules/levels.ts'
import type { Difference } from '../compare/difference.ts'

/** A difference with what it means. */
export interface Change extends Difference {
  /** Where it stands in the new report; where that has nothing of it, in the old one. */
  readonly path: string
  readonly level: Level
  /** Which judgement gave the level; null where a file of levels did. */
  readonly judgement: JudgementId | null
  /** Why a file of levels gave it; null where a judgement did. */
  readonly why: string | null
  /** Kind, identity and values; the same change of the next run has the same. */
  readonly fingerprint: string
}
