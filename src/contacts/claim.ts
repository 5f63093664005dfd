import type { Address, Person, Phone } from '../report/report.ts'
import type { LabelKind } from '../rules/contact-rules.ts'
import type { CellText } from './cell-text.ts'
import type { ContactNotice } from './parsed-contact.ts'

/** What a stretch of the cell was recognised as. */
export type ClaimValue =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'url'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: Phone }
  | { readonly kind: 'address'; readonly value: Address }
  | { readonly kind: 'person'; readonly value: Person }
  | { readonly kind: 'organisation'; readonly value: string }
  | { readonly kind: 'note'; readonly value: string }
  | { readonly kind: 'separator'; readonly value: string }
  | { readonly kind: 'label'; readonly value: string; readonly of: LabelKind }

/** A range of a cell's text. */
export interface Range {
  readonly from: number
  /** One past the last character. */
  readonly to: number
}

/** A range of a cell's text with its value; ranges of the claims of a cell never overlap. */
export type Claim = ClaimValue &
  Range & {
    /** Where the parts of the value stand that do not take all of the range, by key. */
    readonly parts?: Readonly<Record<string, Range>>
    /** Code of the notice to give about it. */
    readonly notice?: ContactNotice['code']
  }

/** Finds what it knows in the part of a cell that nothing has claimed yet. */
export type Recogniser = (cell: CellText, free: string, claims: readonly Claim[]) => readonly Claim[]

/** Stands for each claimed character. Private use, so that it is neither letter nor blank nor punctuation. */
export const CLAIMED = '\uE000'

/** The marked text of a cell with all claimed characters hidden; of the same length. */
export function freeText(cell: CellText, claims: readonly Claim[]): string {
  const free = cell.marked.split('')
  for (const { from, to } of claims) free.fill(CLAIMED, from, to)
  return free.join('')
}

/** The claim that begins next at or after a place, where only blanks and punctuation lie between. */
export function claimAfter(at: number, free: string, claims: readonly Claim[]): Claim | undefined {
  const next = claims.filter((claim) => claim.from >= at).sort((a, b) => a.from - b.from)[0]
  return next !== undefined && /^[\s,;:.|(–-]*$/u.test(free.slice(at, next.from)) ? next : undefined
}

/** The claim that ends last at or before a place, where only blanks and punctuation lie between. */
export function claimBefore(at: number, free: string, claims: readonly Claim[]): Claim | undefined {
  const last = claims.filter((claim) => claim.to <= at).sort((a, b) => b.to - a.to)[0]
  return last !== undefined && /^[\s,;:.|)–-]*$/u.test(free.slice(last.to, at)) ? last : undefined
}
