import type { DocumentVocabulary } from './vocabulary.ts'
import type { AddressTemplate } from './address-template.ts'
import type { LineEndMark } from './printed-token.ts'
import type { JoinAction } from './repaired-text.ts'
import type { WordAtJoint } from './word-at-joint.ts'
import type { EvidenceName, RepairRules } from '../rules/repair-rules.ts'

/** A token that follows a line end, without the hyphen it may end in. */
export interface AheadToken {
  readonly text: string
  readonly mark: LineEndMark
}

/** The place where two printed lines meet. */
export interface Joint {
  readonly mark: LineEndMark
  /** What stands before as repaired so far, back to the last blank, at most 500 characters; without the line end's hyphen. */
  readonly left: string
  /** First token of the next line as printed. */
  readonly right: string
  /** The word the line end cuts in two, if it does. */
  readonly word: () => WordAtJoint
  /**
   * The tokens an address could go on with: `right`, and while each stands alone on its line, the first token of the
   * line after it.
   */
  readonly ahead: readonly AheadToken[]
  /** Targets of the links over the token on either side. */
  readonly links: readonly string[]
  /** Targets of links that cover both tokens. */
  readonly sharedLinks: readonly string[]
  /** A hyphen within `left` has already been found to be the typesetter's. */
  readonly brokenBefore: boolean
  /** Nothing else stands on the line above: a word too long for its column is cut where the line is full. */
  readonly alone: boolean
  /** White space before a lone hyphen, as a share of the font size. */
  readonly gap: number
  /** The text repaired so far and the next line, over several lines where they hold digits: for telephone numbers. */
  readonly leftText: string
  readonly rightText: () => string
}

/** The target of a link, in full and in its parts between dots, slashes and `@`. */
export interface KnownTarget {
  readonly template: AddressTemplate
  readonly labels: readonly AddressTemplate[]
}

/** What the evidence is read against. */
export interface JointContext {
  readonly vocabulary: DocumentVocabulary
  /** The words of all documents of the run; null where there is but this one. */
  readonly runVocabulary: DocumentVocabulary | null
  readonly rules: RepairRules
  /** Targets of links, those of the lines' words and those without a place. */
  readonly targets: readonly KnownTarget[]
  /** Capitalised words of the same lines, folded, hyphens kept: the names an address may be made of. */
  readonly nearby: () => ReadonlySet<string>
}

/** What one source of evidence says about a joint. */
export interface Vote {
  readonly action: JoinAction
  readonly evidence: EvidenceName
  readonly weight: number
}

/** A source of evidence; null where it has nothing to say. */
export type Evidence = (joint: Joint, context: JointContext) => Vote | null

/** A vote with the weight that the rules give to this evidence. */
export function vote(context: JointContext, action: JoinAction, evidence: EvidenceName): Vote {
  return { action, evidence, weight: context.rules.weights[evidence].weight }
}
