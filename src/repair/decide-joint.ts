import { ADDRESS_EVIDENCE } from './address-evidence.ts'
import { HYPHEN_EVIDENCE, LONE_HYPHEN_EVIDENCE } from './hyphen-evidence.ts'
import { isInsideAddress } from './is-inside-address.ts'
import { type Evidence, type Joint, type JointContext, type Vote, vote } from './joint.ts'
import { linkTarget, printedElsewhere } from './known-address-evidence.ts'
import { knownPhone } from './known-phone-evidence.ts'
import { LINE_END_EVIDENCE } from './line-end-evidence.ts'
import type { Join, JoinAction } from './repaired-text.ts'

export type Decision = Pick<Join, 'action' | 'evidence' | 'close'>

/**
 * Decides by what this document says, and where that leaves two readings close, by what all documents of the run say.
 */
export function decideJoint(joint: Joint, context: JointContext): Decision {
  const decision = hear(joint, context)
  if (!decision.close || context.runVocabulary === null) return decision
  return hear(joint, { ...context, vocabulary: context.runVocabulary })
}

/**
 * Hears all evidence about a line end. The action with the greatest sum of weights wins; its heaviest vote names the
 * evidence. A hyphen about which nothing speaks stays.
 */
function hear(joint: Joint, context: JointContext): Decision {
  const votes: Vote[] = []
  for (const evidence of evidenceFor(joint, context)) {
    const cast = evidence(joint, context)
    if (cast !== null) votes.push(cast)
  }
  const [best, second] = tally(votes)
  if (best === undefined) return { action: 'hyphen-kept', evidence: 'undecided', close: true }
  const ahead = best.weight - (second?.weight ?? 0)
  return { action: best.action, evidence: best.evidence, close: ahead < context.rules.closeBelow.value }
}

/** Gap before a hyphen, as a share of the font size, that can be a blank; less is a word set in two runs. */
const SMALLEST_BLANK = 0.18

const KNOWN_ADDRESS: readonly Evidence[] = [linkTarget, printedElsewhere, knownPhone]

function evidenceFor(joint: Joint, context: JointContext): readonly Evidence[] {
  if (joint.mark === 'soft') return HYPHEN_EVIDENCE
  const inside = isInsideAddress(joint, context)
  if (joint.mark === 'none') return [...KNOWN_ADDRESS, ...(inside ? [addressGoesOn] : []), ...LINE_END_EVIDENCE]
  if (inside) return [...KNOWN_ADDRESS, ...ADDRESS_EVIDENCE]
  const isSetApart = joint.mark === 'lone' && joint.gap >= SMALLEST_BLANK
  return [...KNOWN_ADDRESS, ...(isSetApart ? LONE_HYPHEN_EVIDENCE : HYPHEN_EVIDENCE)]
}

const addressGoesOn: Evidence = (_, context) => vote(context, 'cut', 'address-goes-on')

/** Sums the votes per action, the heaviest action first; of equal ones the one that was voted for first. */
function tally(votes: readonly Vote[]): readonly Vote[] {
  if (votes.length < 2) return votes
  const sums = new Map<JoinAction, { weight: number; strongest: Vote }>()
  for (const cast of votes) {
    const sum = sums.get(cast.action)
    if (sum === undefined) sums.set(cast.action, { weight: cast.weight, strongest: cast })
    else
      sums.set(cast.action, {
        weight: sum.weight + cast.weight,
        strongest: cast.weight > sum.strongest.weight ? cast : sum.strongest,
      })
  }
  return [...sums]
    .map(([action, { weight, strongest }]) => ({ action, evidence: strongest.evidence, weight }))
    .sort((a, b) => b.weight - a.weight)
}
