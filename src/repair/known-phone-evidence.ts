import type { AddressTemplate } from './address-template.ts'
import { endingIn } from './ending.ts'
import { type Evidence, type Joint, vote } from './joint.ts'
import type { JoinAction } from './repaired-text.ts'

const PHONE_BEGINS = /^[\d ()/.-]/u
const PHONE_AFTER = /^[\d ()/.-]*\d/u

/** A telephone number whose separators are known, from a `tel:` target or printed elsewhere. */
export const knownPhone: Evidence = (joint, context) => {
  // Most lines begin with a word.
  if (!PHONE_BEGINS.test(joint.right)) return null
  const after = PHONE_AFTER.exec(joint.rightText())?.[0]
  if (after === undefined) return null
  const before = endingIn(joint.leftText, /[+\d ()/.-]/u).trimStart()
  if (before === '') return null
  const right = digitsOf(after)
  const target = firstSeparator(
    before,
    right,
    context.targets.map(({ template }) => template),
  )
  if (target !== null) return vote(context, phoneAction(joint, target), 'link-target')
  const printed = firstSeparator(before, right, phonesFor(before, right, context.vocabulary.phones))
  return printed === null ? null : vote(context, phoneAction(joint, printed), 'printed-elsewhere')
}

function firstSeparator(before: string, right: string, templates: readonly AddressTemplate[]): string | null {
  for (const template of templates) {
    const separator = separatorAt(before, right, template)
    if (separator !== null) return separator
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

/** Places of known numbers in their list, by their digits with and without what may be left out in front. */
interface PhoneIndex {
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Digits of the longest of them. */
  readonly longest: number
}

const indexed = new WeakMap<readonly AddressTemplate[], PhoneIndex>()

/**
 * The known numbers, in their order, of which the digits on both sides of a line end may be the beginning and the rest:
 * all for which `separatorAt` can give something, and few others.
 */
function phonesFor(before: string, right: string, phones: readonly AddressTemplate[]): readonly AddressTemplate[] {
  const known = indexed.get(phones)
  const index = known ?? indexPhones(phones)
  if (known === undefined) indexed.set(phones, index)
  const parts = before.split(' ')
  const places = parts.flatMap((_, at) => {
    const printed = parts.slice(at).join('')
    return [0, ...prefixes(printed)].flatMap((prefix) => {
      const digits = (digitsOf(printed).slice(prefix) + right).slice(0, index.longest)
      return Array.from(digits, (_, end) => index.places.get(digits.slice(0, end + 1)) ?? []).flat()
    })
  })
  return [...new Set(places)].sort((a, b) => a - b).flatMap((place) => phones[place] ?? [])
}

function indexPhones(phones: readonly AddressTemplate[]): PhoneIndex {
  const places = new Map<string, number[]>()
  for (const [place, template] of phones.entries()) {
    const { digits } = separatorsOf(template) ?? { digits: '' }
    for (const prefix of new Set([0, ...prefixes(template.chars)])) {
      const key = digits.slice(prefix)
      const alike = places.get(key)
      if (alike === undefined) places.set(key, [place])
      else alike.push(place)
    }
  }
  let longest = 0
  for (const digits of places.keys()) longest = Math.max(longest, digits.length)
  return { places, longest }
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
