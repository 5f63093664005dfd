import { type AddressTemplate, matchTemplate, type TemplateMatch } from './address-template.ts'
import { withoutLead } from './address-shape.ts'
import { type Evidence, type Joint, type JointContext, type Vote, vote } from './joint.ts'
import type { JoinAction } from './repaired-text.ts'
import type { EvidenceName } from '../rules/repair-rules.ts'

/** Fewer characters could be in an address by chance. */
const SHORTEST_PART = 6

/** The link under the words, or one listed for the page, has the address in full. */
export const linkTarget: Evidence = (joint, context) => {
  const placed = context.targets.filter(({ template }) => joint.links.includes(template.source))
  const others = context.targets.filter(({ template }) => !joint.links.includes(template.source))
  return firstMatch(
    joint,
    context,
    [...placed, ...others].map(({ template }) => template),
    'link-target',
  )
}

/** The address stands whole elsewhere in the documents. */
export const printedElsewhere: Evidence = (joint, context) =>
  firstMatch(joint, context, context.vocabulary.addresses, 'printed-elsewhere')

function firstMatch(
  joint: Joint,
  context: JointContext,
  templates: readonly AddressTemplate[],
  name: EvidenceName,
): Vote | null {
  const left = withoutLead(joint.left)
  let partial: TemplateMatch | null = null
  for (const template of templates) {
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

const PHONE_BEFORE = /[\d+(](?:[\d ()/.-]*\d)?[ ()/.-]*$/u
const PHONE_AFTER = /^[ ()/.-]*\d[\d()/.-]*/u
const COUNTRY_OR_ZERO = /^(?:(?:00)?49)?0*/u

/** A telephone number whose separators are known, from a `tel:` target or printed elsewhere. */
export const knownPhone: Evidence = (joint, context) => {
  const right = digitsOf(PHONE_AFTER.exec(joint.rightText)?.[0] ?? '')
  const lefts = phoneStarts(PHONE_BEFORE.exec(joint.leftText)?.[0] ?? '')
  if (right === '' || lefts.length === 0) return null
  const targets = context.targets.map(({ template }) => template)
  for (const template of [...targets, ...context.vocabulary.phones]) {
    const known = separatorsOf(template)
    const left = lefts.find((digits) => known?.digits.startsWith(digits + right))
    if (known === null || left === undefined) continue
    const action = phoneAction(joint, known.before[left.length] ?? '')
    return vote(context, action, targets.includes(template) ? 'link-target' : 'printed-elsewhere')
  }
  return null
}

/** The digits before the line end, with and without the numbers that stand before the telephone number. */
function phoneStarts(before: string): readonly string[] {
  const parts = before.split(' ')
  return parts
    .map((_, index) => digitsOf(parts.slice(index).join('')).replace(COUNTRY_OR_ZERO, ''))
    .filter((digits) => digits !== '')
}

function phoneAction(joint: Joint, gap: string): JoinAction {
  if (joint.mark !== 'none')
    return gap.includes('-') ? 'hyphen-kept' : gap.includes(' ') ? 'hyphen-and-blank' : 'hyphen-removed'
  return gap.includes(' ') ? 'blank' : 'cut'
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '')
}

/** The digits of a number and what stands before each; null where nothing at all separates them. */
function separatorsOf(
  template: AddressTemplate,
): { readonly digits: string; readonly before: readonly string[] } | null {
  if (!/^[+(]?[\d()/.]+$/u.test(template.chars)) return null
  const before: string[] = []
  let digits = ''
  let separator = ''
  for (const [index, char] of template.chars.split('').entries()) {
    separator += template.gaps[index] ?? ''
    if (/\d/u.test(char)) {
      digits += char
      before.push(separator)
      separator = ''
    } else separator += char
  }
  const skipped = COUNTRY_OR_ZERO.exec(digits)?.[0].length ?? 0
  const own = before.slice(skipped)
  return own.slice(1).some((text) => text !== '') ? { digits: digits.slice(skipped), before: own } : null
}
