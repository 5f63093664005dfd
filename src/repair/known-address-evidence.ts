import { type AddressTemplate, matchTemplate, squeeze, type TemplateMatch } from './address-template.ts'
import { holdsAddressMark, withoutLead } from './address-shape.ts'
import { type Evidence, type Joint, type JointContext, type Vote, vote } from './joint.ts'
import type { JoinAction } from './repaired-text.ts'
import { templatesFor } from './template-index.ts'
import type { EvidenceName } from '../rules/repair-rules.ts'

/** Fewer characters could be in an address by chance. */
const SHORTEST_PART = 6

/** The link under the words, or one listed for the page, has the address in full. */
export const linkTarget: Evidence = (joint, context) =>
  context.targets.length === 0 ? null : firstMatch(joint, context, () => targetsFor(joint, context), 'link-target')

/** The targets of the joint's own links first. */
function targetsFor({ links }: Joint, { targets }: JointContext): readonly AddressTemplate[] {
  const templates = targets.map(({ template }) => template)
  const isOwn = ({ source }: AddressTemplate): boolean => links.includes(source)
  return [...templates.filter(isOwn), ...templates.filter((template) => !isOwn(template))]
}

/** The address stands whole elsewhere in the documents. */
export const printedElsewhere: Evidence = (joint, context) =>
  firstMatch(joint, context, (left) => templatesFor(left, context.vocabulary.addresses), 'printed-elsewhere')

/** @param candidates the templates that the squeezed characters before the line end may lie in */
function firstMatch(
  joint: Joint,
  context: JointContext,
  candidates: (left: string) => readonly AddressTemplate[],
  name: EvidenceName,
): Vote | null {
  // Without a hyphen only an address that shows itself as one is told from two words, unless one link covers both.
  if (joint.mark === 'none' && joint.sharedLinks.length === 0 && !holdsAddressMark(joint)) return null
  const left = squeeze(withoutLead(joint.left))
  if (left === '') return null
  let partial: TemplateMatch | null = null
  for (const template of candidates(left)) {
    const match = matchTemplate(left, joint.ahead, template)
    if (match === null) continue
    if (match.whole && (joint.mark !== 'none' || /[@.:/]/u.test(match.matched)))
      return vote(context, actionFor(joint, match), name)
    if (partial === null && isTelling(joint, match, template)) partial = match
  }
  return partial === null ? null : vote(context, actionFor(joint, partial), name)
}

/** Whether a part of an address is enough: under its own link always, otherwise where it can be nothing else. */
function isTelling(joint: Joint, match: TemplateMatch, template: AddressTemplate): boolean {
  if (joint.sharedLinks.includes(template.source)) return true
  if (match.matched.length < SHORTEST_PART || !/[@./]/u.test(match.matched)) return false
  return joint.mark !== 'none' || !/^\p{Lu}/u.test(joint.right)
}

function actionFor(joint: Joint, match: TemplateMatch): JoinAction {
  if (match.gap === ' ') return joint.mark === 'none' ? 'blank' : 'hyphen-and-blank'
  if (joint.mark === 'none') return 'cut'
  return match.gap === '-' && !joint.right.startsWith('-') ? 'hyphen-kept' : 'hyphen-removed'
}
