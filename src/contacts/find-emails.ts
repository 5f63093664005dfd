import { withScriptClasses } from '../rules/script-classes.ts'
import type { Claim, Recogniser } from './claim.ts'

const LABEL = '(?!-)[\\p{L}\\p{N}-]+(?<!-)'
const DOMAIN = `(?:${LABEL}\\.)+\\p{L}{2,}`
const NOT_IN_ADDRESS = '(?<![\\p{L}\\p{N}._%+-])'
const LOCAL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.!#$%&*+=?^_`{}~-]*[\\p{L}\\p{N}_+-])?'
const EMAIL = new RegExp(
  withScriptClasses(`${NOT_IN_ADDRESS}(?<local>${LOCAL})(?:@|\\s?[([]at[)\\]]\\s?)(?<domain>${DOMAIN})`),
  'gu',
)
const WITHOUT_LOCAL = new RegExp(withScriptClasses(`${NOT_IN_ADDRESS}@${DOMAIN}`), 'gu')

/** Addresses with a local part; `(at)` for the sign is read as the sign. */
export const findEmails: Recogniser = (_, free) =>
  [...free.matchAll(EMAIL)].map((match) => ({
    kind: 'email',
    value: `${match.groups?.['local'] ?? ''}@${match.groups?.['domain'] ?? ''}`,
    from: match.index,
    to: match.index + match[0].length,
  }))

/** `@example.org`: the domain of an address that lost its local part. */
export const findLonelyDomains: Recogniser = (_, free) =>
  [...free.matchAll(WITHOUT_LOCAL)].map((match): Claim => ({
    kind: 'note',
    value: match[0],
    from: match.index,
    to: match.index + match[0].length,
    notice: 'contact/address-without-local-part',
  }))
