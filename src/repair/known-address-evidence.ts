import { type AddressTemplate, matchTemplate, squeeze, type TemplateMatch } from './address-template.ts'
import { endingIn } from './ending.ts'
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
  const left = squeeze(withoutLead(joint.left))
  if (left === '') return null
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

const PHONE_AFTER = /^[\d ()/.-]*\d/u
/** German country code and zero of the area code: printed one way, linked the other. */
const PREFIX = /^(?:(?:00)?49)?0*/u

/** A telephone number whose separators are known, from a `tel:` target or printed elsewhere. */
export const knownPhone: Evidence = (joint, context) => {
  const right = digitsOf(PHONE_AFTER.exec(joint.rightText)?.[0] ?? '')
  const before = endingIn(joint.leftText, /[+\d ()/.-]/u).trimStart()
  if (right === '' || before === '') return null
  const targets = context.targets.map(({ template }) => template)
  for (const template of [...targets, ...context.vocabulary.phones]) {
    const separator = separatorAt(before, right, template)
    if (separator === null) continue
    return vote(
      context,
      phoneAction(joint, separator),
      targets.includes(template) ? 'link-target' : 'printed-elsewhere',
    )
  }
  return null
}

/** What stands between the digits on both sides in the known number; null where they do not make it up. */
function separatorAt(before: string, right: string, template: AddressTemplate): string | null {
  const known = separatorsOf(template)
  if (known === null) return null
  const parts = before.split(' ')
  for (const index of parts.keys()) {
    const left = digitsOf(parts.slice(index).join(''))
    for (const prefix of [/^/u, PREFIX]) {
      const skipped = prefix.exec(known.digits)?.[0].length ?? 0
      const own = left.replace(prefix, '')
      const digits = known.digits.slice(skipped)
      const isKnown = own !== '' && own.length < digits.length && (own + right).startsWith(digits)
      if (isKnown) return known.before[skipped + own.length] ?? ''
    }
  }
  return null
}

function phoneAction(joint: Joint, separator: string): JoinAction {
  const isBlank = separator.includes(' ')
  if (joint.mark === 'none') return isBlank ? 'blank' : 'cut'
  if (!separator.includes('-') || joint.right.startsWith('-')) return isBlank ? 'hyphen-and-blank' : 'hyphen-removed'
  return 'hyphen-kept'
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '')
}

interface Separators {
  readonly digits: string
  /** What stands before each digit. */
  readonly before: readonly string[]
}

/** Null where nothing separates the digits: then the number does not tell how it was printed. */
function separatorsOf(template: AddressTemplate): Separators | null {
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
  return before.slice(1).some((text) => text !== '') ? { digits, before } : null
}
