import { wholeWords } from '../layout/ink.ts'
import type { Line } from '../layout/line.ts'
import { type CellText, inkIn } from './cell-text.ts'
import type { Claim, ClaimValue } from './claim.ts'
import type { ContactNotice, ParsedContact, Read } from './parsed-contact.ts'

type ValueOf<K extends ClaimValue['kind']> = Extract<ClaimValue, { kind: K }>['value']

/** Turns the claims of a cell into its lists of values, each with its words, in printed order. */
export function assembleContact(cell: CellText, lines: readonly Line[], claims: readonly Claim[]): ParsedContact {
  const ordered = [...claims].sort((a, b) => a.from - b.from)
  const read = <K extends ClaimValue['kind']>(kind: K): readonly Read<ValueOf<K>>[] =>
    ordered
      .filter((claim): claim is Claim & Extract<ClaimValue, { kind: K }> => claim.kind === kind)
      .map((claim) => ({ value: claim.value as ValueOf<K>, ...inkIn(cell, claim), ...partsOf(claim, cell) }))
  const left = leftWords(cell, lines, ordered)
  const unread = left.filter(({ value }) => /[\p{L}\p{N}]/u.test(value))
  return {
    text: { value: cell.text, ...wholeWords(cell.words.map(({ id }) => id)) },
    organisations: read('organisation'),
    persons: read('person'),
    addresses: read('address'),
    phones: read('phone'),
    emails: read('email'),
    urls: read('url'),
    notes: [...read('note'), ...unread],
    labels: read('label'),
    separators: [...read('separator'), ...left.filter((word) => !unread.includes(word))],
    joins: cell.joins,
    refersAbove: false,
    notices: [...ordered.flatMap((claim) => noticeOf(claim, cell)), ...unread.map(unclassified)],
  }
}

function noticeOf(claim: Claim, cell: CellText): readonly ContactNotice[] {
  if (claim.notice === undefined) return []
  return [{ code: claim.notice, text: cell.text.slice(claim.from, claim.to), words: inkIn(cell, claim).words }]
}

function partsOf({ parts }: Claim, cell: CellText): Pick<Read<unknown>, 'parts'> {
  if (parts === undefined) return {}
  return { parts: Object.fromEntries(Object.entries(parts).map(([key, range]) => [key, inkIn(cell, range)])) }
}

/** Words of which no character was claimed; with letters or digits among them only if the joined text lost them. */
function leftWords(cell: CellText, lines: readonly Line[], claims: readonly Claim[]): readonly Read<string>[] {
  const claimed = new Set(claims.flatMap((claim) => inkIn(cell, claim).words))
  return lines.flatMap((line) =>
    line.words.filter((word) => !claimed.has(word.id)).map((word) => ({ value: word.text, ...wholeWords([word.id]) })),
  )
}

function unclassified({ value, words }: Read<string>): ContactNotice {
  return { code: 'contact/unclassified', text: value, words }
}
