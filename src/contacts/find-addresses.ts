import type { ContactRules, StreetRule } from '../rules/contact-rules.ts'
import type { CellText } from './cell-text.ts'
import { CLAIMED, type Claim, type Recogniser } from './claim.ts'
import { unitStrength, wordStrength } from './unit-head.ts'

interface Part {
  readonly from: number
  readonly to: number
}

interface Town extends Part {
  readonly postalCode: string
  readonly city: string
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

function joins(first: Part, second: Part, free: string): boolean {
  return second.from >= first.to && JOINT.test(free.slice(first.to, second.from))
}

function findTowns(free: string, rules: ContactRules): readonly Town[] {
  return [...free.matchAll(rules.scanTown)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    postalCode: match.groups?.['postalCode'] ?? '',
    city: (match.groups?.['city'] ?? '').replace(/\s/gu, ' '),
  }))
}

function findStreets(free: string, towns: readonly Town[], rules: ContactRules): readonly Part[] {
  const found: Part[] = []
  for (const rule of rules.streets) {
    for (const { needsTown, ...match } of scanStreets(free, rule)) {
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
function withoutLineAbove({ from, to }: Part, free: string, rules: ContactRules): Part {
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

interface StreetMatch extends Part {
  readonly needsTown: boolean
}

function scanStreets(free: string, rule: StreetRule): readonly StreetMatch[] {
  const scan = (expression: RegExp, needsTown: boolean): readonly StreetMatch[] =>
    [...free.matchAll(expression)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      needsTown,
    }))
  const numbered = scan(rule.numbered, rule.needs === 'number-and-town')
  return rule.needs === 'number-or-town' ? [...numbered, ...scan(rule.bare, true)] : numbered
}

/** `Hauptstr. 5, Musterstadt`: a town without postal code after the street's comma. */
function streetAlone(cell: CellText, street: Part, free: string, rules: ContactRules): Claim {
  const after = /^,[ \t](?<city>[^\n,;|\uE000]+)/u.exec(free.slice(street.to))
  const city = (after?.groups?.['city'] ?? '').trim()
  const isTown =
    rules.town.test(city) &&
    !city.includes('\t') &&
    unitStrength(city, rules) === null &&
    !rules.notNames.some((expression) => expression.test(city))
  const to = isTown ? street.to + free.slice(street.to).indexOf(city) + city.length : street.to
  const value = { street: cell.text.slice(street.from, street.to), postalCode: null, city: isTown ? city : null }
  return { kind: 'address', value, from: street.from, to }
}

function addressClaim(cell: CellText, street: Part | null, town: Town): Claim {
  const from = Math.min(street?.from ?? town.from, town.from)
  const to = Math.max(street?.to ?? town.to, town.to)
  const value = {
    street: street === null ? null : cell.text.slice(street.from, street.to),
    postalCode: town.postalCode,
    city: town.city,
  }
  return { kind: 'address', value, from, to }
}
