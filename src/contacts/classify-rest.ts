import type { ContactRules } from '../rules/contact-rules.ts'
import type { CellText } from './cell-text.ts'
import { type Claim, claimAfter, claimBefore } from './claim.ts'
import { beginsUnit, divideRest, type RestPart } from './divide-rest.ts'
import { type NameShape, nameShape } from './name-shape.ts'
import type { ContactContext } from './parsed-contact.ts'
import { personClaim } from './person-claim.ts'
import { splitPersons } from './split-persons.ts'

/** How often a family name that stands alone may occur in the documents; more often it is a common noun. */
const RARE = 4

interface Surroundings {
  readonly cell: CellText
  readonly free: string
  readonly claims: readonly Claim[]
  readonly rules: ContactRules
  readonly context: ContactContext
}

/** Gives every stretch that nothing has claimed a meaning: person, role, office or unit, or a remark nobody understands. */
export function classifyRest(
  cell: CellText,
  free: string,
  claims: readonly Claim[],
  rules: ContactRules,
  context: ContactContext,
): readonly Claim[] {
  const around: Surroundings = { cell, free, claims, rules, context }
  const parts = divideRest(free).flatMap((part) => splitPersons(part, free, rules, context))
  const found: Claim[] = []
  for (const [index, part] of parts.entries()) {
    const previous = found.at(-1)
    const person = readPerson(part, index === parts.length - 1, found, around)
    const text = free.slice(part.from, part.to).replace(/\s/gu, ' ')
    if (person !== null) found.push(person)
    else if (rules.conjunctions.has(text) || !/[\p{L}\p{N}]/u.test(text)) found.push(claimOf('separator', part, cell))
    else if (/^\([^()]*\)$/u.test(text) || rules.roles.some((role) => role.test(text)))
      found.push(claimOf('note', part, cell))
    else if (previous?.kind === 'organisation' && goesOn(previous, part, free) && !beginsUnit(part, free, rules)) {
      found[found.length - 1] = claimOf('organisation', { from: previous.from, to: part.to }, cell)
    } else found.push(readOffice(part, text, cell))
  }
  return found
}

/** Only a comma stands between them. */
function goesOn(previous: Claim, part: RestPart, free: string): boolean {
  return part.after === 'comma' && /^[\s,]*$/u.test(free.slice(previous.to, part.from))
}

function claimOf(
  kind: 'organisation' | 'note' | 'separator',
  part: Pick<RestPart, 'from' | 'to'>,
  cell: CellText,
): Claim {
  return { kind, value: cell.text.slice(part.from, part.to), from: part.from, to: part.to }
}

function readOffice(part: RestPart, text: string, cell: CellText): Claim {
  if (/^["„“»'(]*\p{Lu}/u.test(text) || /^\d[\d.]*\p{L}?\s.*\p{Lu}\p{Ll}{2}/u.test(text))
    return claimOf('organisation', part, cell)
  const digits = text.replace(/\D/gu, '').length
  const notice = digits > 5 && !/\p{L}/u.test(text) ? 'contact/phone-not-recognised' : 'contact/unclassified'
  return { ...claimOf('note', part, cell), notice }
}

function readPerson(part: RestPart, isLast: boolean, found: readonly Claim[], around: Surroundings): Claim | null {
  const { cell, free, claims, rules, context } = around
  const shape = nameShape(free, part.from, part.to, rules, context)
  if (shape === null) return null
  const person = personClaim(cell, shape.words, null, part.from)
  const label = claimBefore(part.from, free, claims)
  if (shape.sure || (label?.kind === 'label' && label.of === 'person')) return person
  return isExpected(part, shape, isLast, found, around) ? { ...person, notice: 'contact/person-by-shape' } : null
}

/** Places where a cell names a person, without anything else that says so. */
function isExpected(
  part: RestPart,
  shape: NameShape,
  isLast: boolean,
  found: readonly Claim[],
  { free, claims, cell, context }: Surroundings,
): boolean {
  const next = claimAfter(part.to, free, claims)
  const beforeContact =
    next?.kind === 'phone' ||
    next?.kind === 'email' ||
    next?.kind === 'url' ||
    (next?.kind === 'label' && /^(?:phone|email|url)$/u.test(next.of))
  const afterOffice = found.some((claim) => claim.kind === 'organisation')
  const atEnd = isLast && claims.every((claim) => claim.to <= part.from)
  const hasPerson = [...found, ...claims].some((claim) => claim.kind === 'person')
  const alone = part.from === 0 && part.to === cell.text.length
  if (hasPerson && part.after !== 'comma') return false
  if (shape.length > 1)
    return alone || beforeContact || (afterOffice && (part.after === 'comma' || atEnd || next?.kind === 'address'))
  const name = shape.words.at(-1)?.text ?? ''
  if (context.vocabulary.count(name) > RARE || (part.after === 'comma' && !beforeContact)) return false
  return beforeContact || (afterOffice && atEnd && part.after === 'line')
}
