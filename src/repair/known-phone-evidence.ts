import type { AddressTemplate } from './address-template.ts'
import { endingIn } from './ending.ts'
import { type Evidence, type Joint, vote } from './joint.ts'
import type { JoinAction } from './repaired-text.ts'

const PHONE_AFTER = /^[\d ()/.-]*\d/u

/** A telephone number whose separators are known, from a `tel:` target or printed elsewhere. */
export const knownPhone: Evidence = (joint, context) => {
  const after = PHONE_AFTER.exec(joint.rightText())?.[0]
  if (after === undefined) return null
  const before = endingIn(joint.leftText, /[+\d ()/.-]/u).trimStart()
  if (before === '') return null
  const targets = context.targets.map(({ template }) => template)
  for (const template of [...targets, ...context.vocabulary.phones]) {
    const separator = separatorAt(before, digitsOf(after), template)
    if (separator === null) continue
    const isTarget = targets.includes(template)
    return vote(context, phoneAction(joint, separator), isTarget ? 'link-target' : 'printed-elsewhere')
  }
  return null
}

function phoneAction(joint: Joint, separator: string): JoinAction {
  const isBlank = separator.includes(' ')
  if (joint.mark === 'none') return isBlank ? 'blank' : 'cut'
  if (!separator.includes('-') || joint.right.startsWith('-')) return isBlank ? 'hyphen-and-blank' : 'hyphen-removed'
  return 'hyphen-kept'
}

/** What stands between the digits on both sides in the known number; null where they do not make it up. */
function separatorAt(before: string, right: string, template: AddressTemplate): string | null {
  const known = separatorsOf(template)
  if (known === null) return null
  const parts = before.split(' ')
  for (const index of parts.keys()) {
    const printed = parts.slice(index).join('')
    const left = digitsOf(printed)
    for (const [ownPrefix, prefix] of prefixPairs(printed, template.chars)) {
      const own = left.slice(ownPrefix)
      const digits = known.digits.slice(prefix)
      const isKnown = own !== '' && own.length < digits.length && (own + right).startsWith(digits)
      if (isKnown) return known.before[prefix + own.length] ?? ''
    }
  }
  return null
}

/**
 * Digits that may be left out in front of two forms of one number, which is printed one way and linked another:
 * `0299 12345`, `+49 (0)299 12345`. The first pair leaves out nothing.
 */
function prefixPairs(one: string, other: string): readonly (readonly [number, number])[] {
  const pairs = prefixes(one).flatMap((own) => prefixes(other).map((prefix) => [own, prefix] as const))
  return [[0, 0], ...pairs]
}

/** Digits a country calling code may have. No country's numbers are needed: what follows it must be the same in full. */
const CALLING_CODES = [1, 2, 3]

/** How many digits stand before the area code: the zero of a number as dialled at home, or `+` or `00` and a country. */
function prefixes(phone: string): readonly number[] {
  const digits = digitsOf(phone)
  const isInternational = phone.startsWith('+') || digits.startsWith('00')
  if (!isInternational) return [zerosAt(digits, 0)]
  const code = phone.startsWith('+') ? 0 : zerosAt(digits, 0)
  return CALLING_CODES.map((length) => code + length + zerosAt(digits, code + length))
}

function zerosAt(digits: string, start: number): number {
  return /^0*/u.exec(digits.slice(start))?.[0].length ?? 0
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '')
}

interface Separators {
  readonly digits: string
  /** What stands before each digit. */
  readonly before: readonly string[]
}

/** A document's numbers are compared with each line end that has digits on both sides. */
const read = new WeakMap<AddressTemplate, { readonly separators: Separators | null }>()

function separatorsOf(template: AddressTemplate): Separators | null {
  const known = read.get(template)
  if (known !== undefined) return known.separators
  const separators = readSeparators(template)
  read.set(template, { separators })
  return separators
}

/** Null where nothing separates the digits: then the number does not tell how it was printed. */
function readSeparators(template: AddressTemplate): Separators | null {
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
