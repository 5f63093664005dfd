import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { ContactRules } from '../rules/contact-rules.ts'
import type { CellText } from './cell-text.ts'
import type { Claim, Recogniser } from './claim.ts'
import { trimEndOf } from './trim-characters.ts'

/** Digits with what is printed between the digits of one number. */
const RUN = /(?<![\p{L}\p{N}.,:§/])[+(]?\d[\d\s()/.–‐‑-]*/gu
/** Digits of a number that nothing announces, the leading zero included. */
const FEWEST = 8
/** Digits of an announced number. */
const FEWEST_ANNOUNCED = 5
/** Digits of a national number, the leading zero included (ITU-T E.164 allows 13 after the country code; none here is longer). */
const MOST = 13
/** Characters of one printed number at most, so that a page of digits is not tried in every length. */
const LONGEST_PRINTED = 48
const BETWEEN_DIGITS = ' ()/.–‐‑-'
const DATE = /^\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?$/u
/** How far before a number its label is looked for. */
const LABEL_REACH = 40

/** Phone numbers, announced by a label or known by their shape; the labels before them; fax numbers as notes. */
export function findPhones(rules: ContactRules): Recogniser {
  return (cell, free) => {
    const claims: Claim[] = []
    for (const run of free.matchAll(RUN)) {
      let at = run.index
      const end = run.index + run[0].length
      while (at < end) {
        const found = readAt(cell, free, at, end, claims, rules)
        if (found.length === 0) break
        claims.push(...found)
        at = Math.max(at, ...found.map((claim) => claim.to))
        at += /^[\s,;/|()–-]*/u.exec(free.slice(at, end))?.[0].length ?? 0
      }
    }
    return claims
  }
}

/** The number that begins in a run of digits at `at`, with its label; nothing where none does. */
function readAt(
  cell: CellText,
  free: string,
  at: number,
  end: number,
  claims: readonly Claim[],
  rules: ContactRules,
): readonly Claim[] {
  const last = claims.at(-1)
  const before = free.slice(Math.max(0, last?.to ?? 0, at - LABEL_REACH), at)
  const extension = readExtension(cell, free.slice(at, end), at, before, claims, rules)
  if (extension.length > 0) return extension
  const label = readLabel(before, rules) ?? repeatedLabel(free, last, at, rules)
  if (label === null && rules.notPhoneBefore.some((expression) => expression.test(before))) return []
  const length = numberLength(free.slice(at, end), free.slice(end), label !== null, rules)
  return length === 0 ? [] : readNumber(cell, at, at + length, label, rules)
}

/** `-124` in `0431 / 90111 -123 oder -124` and in `Fax: -124` below such a number: the number with other last digits. */
function readExtension(
  cell: CellText,
  run: string,
  at: number,
  before: string,
  claims: readonly Claim[],
  rules: ContactRules,
): readonly Claim[] {
  const main = claims.findLast((claim) => claim.kind === 'phone' && claim.value.e164 !== null)
  const digits = /^\d{1,4}(?!\d)/u.exec(run)?.[0]
  const hyphen = /[-–]\s?$/u.exec(before)?.index
  if (main?.kind !== 'phone' || digits === undefined || hyphen === undefined) return []
  const stem = /^.*\d\s?[-–](?=\s?\d{1,4}$)/u.exec(main.value.text)?.[0]
  const between = before.slice(0, hyphen)
  const label = readLabel(between, rules)
  const bare = between.trim()
  const joined =
    label === null && main.to === at - before.length && (/^[/,;|]?$/u.test(bare) || rules.conjunctions.has(bare))
  if (stem === undefined || (label === null && !joined)) return []
  const from = at - before.length + hyphen
  const to = at + digits.length
  return readNumber(cell, from, to, label, rules, `${stem}${digits}`)
}

interface FoundLabel {
  readonly kind: 'phone' | 'fax'
  /** Characters of the label; none where an earlier number carries it. */
  readonly length: number
  /** How far before the number it begins. */
  readonly back: number
}

function readLabel(before: string, rules: ContactRules): FoundLabel | null {
  const bare = trimEndOf(before, ' .:')
  const dot = before.charAt(bare.length) === '.' ? 1 : 0
  const withColon = before.charAt(bare.length) === ':' ? `${bare}:` : bare
  const found = rules.labels.flatMap(({ kind, before: expression }) => {
    if (kind !== 'phone' && kind !== 'fax') return []
    const match = expression.exec(bare) ?? expression.exec(withColon)
    if (match === null) return []
    return [{ kind, length: trimEndOf(match[0], ':').length + dot, back: before.length - match.index }]
  })
  return found.sort((a, b) => b.back - a.back)[0] ?? null
}

/** `Tel. 0211 1234567 / 0211 7654321`: the label holds for both. */
function repeatedLabel(free: string, last: Claim | undefined, at: number, rules: ContactRules): FoundLabel | null {
  if (last?.kind !== 'phone') return null
  const between = free.slice(last.to, at).trim()
  return /^[/,]$/u.test(between) || rules.conjunctions.has(between) ? { kind: 'phone', length: 0, back: 0 } : null
}

/**
 * How many characters of a run of digits belong to its first number; 0 where it begins with none.
 *
 *     069 212 499 44               one number
 *     0211 8912345 0211 8954321    the first of two: another zero begins another number
 *     0421 3612345 28999 Aburg    without the postal code
 */
function numberLength(run: string, after: string, announced: boolean, rules: ContactRules): number {
  const trimmed = trimEndOf(withoutExtension(run.slice(0, LONGEST_PRINTED)), BETWEEN_DIGITS)
  if (DATE.test(trimmed) || (!announced && !/^\(?(?:\+|0)/u.test(trimmed))) return 0
  const pieces = [...trimmed.matchAll(/\S+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
  const beginsAnother = (at: number): boolean =>
    /^(?:\+\d|\(?0\d\d)/u.test(trimmed.slice(at)) && trimmed.slice(at).replace(/\D/gu, '').length >= FEWEST
  let best = 0
  for (const [index, piece] of pieces.entries()) {
    const isPostalCode =
      index === pieces.length - 1 && looksPostal(pieces[index - 1]?.text, piece.text, run.slice(trimmed.length) + after)
    if (best > 0 && (isPostalCode || beginsAnother(piece.start))) break
    const number = trimEndOf(trimmed.slice(0, piece.end), BETWEEN_DIGITS)
    if (isNumber(number, announced, rules)) best = number.length
  }
  return best
}

/** `0431 90111-12` of `0431 90111-12/-13`. */
function withoutExtension(run: string): string {
  const at = /(?<=\d)\s?\/\s?[-–]\s?\d{1,4}(?!\d)/u.exec(run)?.index ?? run.length
  return run.slice(0, at).replace(/\D/gu, '').length < FEWEST ? run : run.slice(0, at)
}

/** `28999` in `0421 3612345 28999 Aburg`, but not `55058` in `0421 361 – 55058 Anschrift:`. */
function looksPostal(before: string | undefined, text: string, after: string): boolean {
  return (
    before !== undefined &&
    /\d$/u.test(before) &&
    /^\d{5}$/u.test(text) &&
    /^\s*\p{Lu}\p{Ll}+(?![\p{L}:.])/u.test(after)
  )
}

function isNumber(text: string, announced: boolean, rules: ContactRules): boolean {
  const digits = text.replace(/\D/gu, '').length - (/\+|^00/u.test(text) ? 2 : 0)
  if (digits > MOST || digits < (announced ? (/^\(?[+0]/u.test(text) ? FEWEST_ANNOUNCED : 3) : FEWEST)) return false
  return announced || (parse(text, rules)?.isValid() ?? false)
}

function parse(text: string, rules: ContactRules) {
  return parsePhoneNumberFromString(text.replace(/[\s–‐‑/.]+/gu, ' '), rules.phoneCountry)
}

function readNumber(
  cell: CellText,
  from: number,
  to: number,
  label: FoundLabel | null,
  rules: ContactRules,
  whole: string = cell.text.slice(from, to),
): readonly Claim[] {
  const text = cell.text.slice(from, to)
  const labelFrom = label === null ? from : from - label.back
  if (label?.kind === 'fax') return [{ kind: 'note', value: cell.text.slice(labelFrom, to), from: labelFrom, to }]
  const number = /^\(?[+0]/u.test(whole) ? parse(whole, rules) : undefined
  const e164 = number?.isPossible() === true ? number.number : null
  const phone: Claim = {
    kind: 'phone',
    value: { text, e164 },
    from,
    to,
    ...(e164 === null ? { notice: 'contact/phone-not-recognised' as const } : {}),
  }
  if (label === null || label.length === 0) return [phone]
  const labelTo = labelFrom + label.length
  return [
    { kind: 'label', of: 'phone', value: cell.text.slice(labelFrom, labelTo), from: labelFrom, to: labelTo },
    phone,
  ]
}
