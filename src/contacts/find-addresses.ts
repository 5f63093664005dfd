import type { ContactRules, StreetRule } from '../rules/contact-rules.ts'
import type { CellText } from './cell-text.ts'
import { CLAIMED, type Claim, type Range, type Recogniser } from './claim.ts'
import { unitStrength, wordStrength } from './unit-head.ts'

interface Town extends Range {
  readonly postalCode: string
  readonly city: string
  readonly parts: Readonly<Record<'postalCode' | 'city', Range>>
}

/** Between the street and the town. */
const JOINT = /^[\s,;|/–-]*$/u

/**
 * Postal addresses: street with number, postal code with town, on one line or on several. Where one of the two is
 * missing its fields are null; a street without number is an address only before a postal code.
 */
export function findAddresses(rules: ContactRules): Recogniser {
  return (cell, free) => {
    const towns = findTowns(free, rules)
    const streets = findStreets(free, towns, rules)
    const takenTowns = new Set<Town>()
    const claims: Claim[] = []
    for (const street of streets) {
      const town =
        towns.find((part) => !takenTowns.has(part) && joins(street, part, free)) ??
        towns.find(
          (part) =>
            !takenTowns.has(part) && joins(part, street, free) && !streets.some((other) => joins(other, part, free)),
        )
      if (town === undefined) claims.push(streetAlone(cell, street, free, rules))
      else {
        takenTowns.add(town)
        claims.push(addressClaim(cell, street, town))
      }
    }
    for (const town of towns) if (!takenTowns.has(town)) claims.push(addressClaim(cell, null, town))
    return claims.sort((a, b) => a.from - b.from)
  }
}

function joins(first: Range, second: Range, free: string): boolean {
  return second.from >= first.to && JOINT.test(free.slice(first.to, second.from))
}

function findTowns(free: string, rules: ContactRules): readonly Town[] {
  return [...free.matchAll(rules.scanTown)].map((match) => {
    const [from, to] = [match.index, match.index + match[0].length]
    const { postalCode = '', city = '' } = match.groups ?? {}
    const code = from + match[0].indexOf(postalCode)
    const parts = { postalCode: { from: code, to: code + postalCode.length }, city: { from: to - city.length, to } }
    return { from, to, postalCode, city: city.replace(/\s/gu, ' '), parts }
  })
}

function findStreets(free: string, towns: readonly Town[], rules: ContactRules): readonly Range[] {
  const found: Range[] = []
  const text = { free, hasNumber: rules.houseNumber.test(free), hasTown: towns.length > 0 }
  for (const rule of rules.streets) {
    for (const { needsTown, ...match } of scanStreets(text, rule)) {
      const part = withoutLineAbove(match, free, rules)
      const beforeTown = towns.some((town) => joins(part, town, free))
      const overlaps = [...found, ...towns].some((other) => other.from < part.to && other.to > part.from)
      const words = free.slice(part.from, part.to).split(/\s/u)
      const holdsUnit = words.some((word) => wordStrength(word, rules) === 'head')
      if (overlaps || holdsUnit || (needsTown && !beforeTown)) continue
      found.push(part)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/**
 * The end of a line above belongs to a street only where nothing else can be meant.
 *
 *     Leitstelle Leben im       Haus am Kai
 *     Alter                     Lange
 *     Uferallee 52              Straße 12
 *
 * On the left the lower line is a street without `Alter`, and `Alter` does not begin a line of its own.
 */
function withoutLineAbove({ from, to }: Range, free: string, rules: ContactRules): Range {
  const before = free.charAt(free.charAt(from - 1) === ' ' ? from - 2 : from - 1)
  if (before === '' || `\n\t,;${CLAIMED}`.includes(before)) return { from, to }
  const lines = [...free.slice(from, to).matchAll(/(?<=\t)\S/gu)].map((match) => from + match.index)
  const start = lines.find((line) => rules.streets.some((rule) => isWhole(free.slice(line, to), rule)))
  return { from: start ?? from, to }
}

function isWhole(text: string, rule: StreetRule): boolean {
  if (rule.needs === 'number-and-town') return false
  const expressions = rule.needs === 'number-or-town' ? [rule.numbered, rule.bare] : [rule.numbered]
  return expressions.some((expression) => [...text.matchAll(expression)].some((match) => match[0] === text))
}

interface StreetMatch extends Range {
  readonly needsTown: boolean
}

/** A text with what can tell beforehand that no street of some kind is in it: the expressions for streets are slow. */
interface StreetText {
  readonly free: string
  readonly hasNumber: boolean
  readonly hasTown: boolean
}

function scanStreets({ free, hasNumber, hasTown }: StreetText, rule: StreetRule): readonly StreetMatch[] {
  const scan = (expression: RegExp, needsTown: boolean): readonly StreetMatch[] =>
    needsTown && !hasTown
      ? []
      : Array.from(free.matchAll(expression), (match) => ({
          from: match.index,
          to: match.index + match[0].length,
          needsTown,
        }))
  const isNumbered = hasNumber || rule.needs === 'nothing'
  const numbered = isNumbered ? scan(rule.numbered, rule.needs === 'number-and-town') : []
  return rule.needs === 'number-or-town' ? [...numbered, ...scan(rule.bare, true)] : numbered
}

/** `Hauptstr. 5, Musterstadt`: a town without postal code after the street's comma. */
function streetAlone(cell: CellText, street: Range, free: string, rules: ContactRules): Claim {
  const after = /^,[ \t](?<city>[^\n,;|\uE000]+)/u.exec(free.slice(street.to))
  const city = (after?.groups?.['city'] ?? '').trim()
  const isTown =
    rules.town.test(city) &&
    !city.includes('\t') &&
    unitStrength(city, rules) === null &&
    !rules.notNames.some((expression) => expression.test(city))
  const to = isTown ? street.to + free.slice(street.to).indexOf(city) + city.length : street.to
  const value = { street: cell.text.slice(street.from, street.to), postalCode: null, city: isTown ? city : null }
  const parts = { street, ...(isTown ? { city: { from: to - city.length, to } } : {}) }
  return { kind: 'address', value, from: street.from, to, parts }
}

function addressClaim(cell: CellText, street: Range | null, town: Town): Claim {
  const from = Math.min(street?.from ?? town.from, town.from)
  const to = Math.max(street?.to ?? town.to, town.to)
  const value = {
    street: street === null ? null : cell.text.slice(street.from, street.to),
    postalCode: town.postalCode,
    city: town.city,
  }
  const parts = {
    ...(street === null ? {} : { street }),
    ...town.parts,
  }
  return { kind: 'address', value, from, to, parts }
}
