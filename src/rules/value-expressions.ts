import { escapePattern } from './escape-pattern.ts'
import { withScriptClasses } from './script-classes.ts'
import type { ValueRules } from './value-rules.ts'

/** A hyphen or dash apart from the number may be the marker of a list; the minus sign is none. */
const SIGN = '(?<sign>[-–]|[−+] ?)?'
const FRACTION_SIGNS = '[½¼¾]'
const YEAR = String.raw`(?<year>[12]\d{3})`
const DAY = String.raw`(?<day>\d{1,2})`

/** A number with its unit, `rund 1,2 Mio. Plätze`. Groups: see `ValueWords.number`. */
export function numberExpression(rules: ValueRules): RegExp {
  const multiplier = oneOf(rules.multipliers.multipliers.flatMap(({ words }) => words))
  return whole(
    leadIn(rules.beforeAmounts.words),
    SIGN,
    numeral(rules, []),
    String.raw`(?: ?(?<multiplier>${multiplier})(?![\p{L}\p{N}]))?(?<rest>.*)`,
  )
}

/** An amount of money, `ca. EUR 45,– im Monat`. Groups: see `ValueWords.money`. */
export function moneyExpression(rules: ValueRules): RegExp {
  const multiplier = oneOf(rules.multipliers.multipliers.flatMap(({ words }) => words))
  const currency = oneOf(rules.currencies.currencies.flatMap(({ words }) => words))
  return whole(
    leadIn(rules.beforeAmounts.words),
    `(?:(?<before>${currency}) ?)?`,
    SIGN,
    numeral(rules, rules.zeroCents.signs),
    `(?: ?(?<multiplier>${multiplier}))?(?: ?(?<after>${currency}))?`,
    leadOut(rules.per.words),
  )
}

/** The notations of a date, of a month and of a year. Groups: see `ValueWords.dates`. */
export function dateExpressions(rules: ValueRules): readonly RegExp[] {
  const lead = leadIn(rules.beforeDates.words)
  const weekday = oneOf(rules.weekdays.weekdays.flatMap(({ words }) => words))
  const leadToDay = `${lead}(?:(?<weekday>${weekday}),? (?:${oneOf(rules.articles.words)} )?)?`
  const month = `(?<monthName>${oneOf(rules.months.months.flatMap(({ words }) => words))})`
  return [
    whole(leadToDay, DAY, String.raw`\. ?(?<month>\d{1,2})\. ?`, YEAR),
    whole(leadToDay, DAY, String.raw`\. ?`, month, ' ?', YEAR),
    whole(leadToDay, YEAR, String.raw`-(?<month>\d{2})-(?<day>\d{2})`),
    whole(lead, month, ' ?', YEAR),
    whole(lead, String.raw`(?<month>\d{2})[/.]`, YEAR),
    whole(lead, YEAR),
  ]
}

/**
 * `1.234,5` and `2 ½`. Groups use one sign throughout and have three digits; a number that begins with zeros is a code
 * (`01067`).
 *
 * @param noDecimals signs that stand where decimals would
 */
function numeral({ grouping, decimal }: ValueRules, noDecimals: readonly string[]): string {
  const group = `(?<group>${oneOf(grouping.signs)})`
  const grouped = String.raw`[1-9]\d{0,2}${group}\d{3}(?:\k<group>\d{3})*(?!\d)`
  const decimals = [String.raw`${escapePattern(decimal.sign)}(?<decimals>\d+)`, ` ?(?<fraction>${FRACTION_SIGNS})`]
  const endings = [...decimals, ...noDecimals.map(escapePattern)].join('|')
  return String.raw`(?<whole>${grouped}|[1-9]\d*|0|(?=${FRACTION_SIGNS}))(?:${endings})?(?!\d)`
}

/** Up to two of the phrases; one that ends in a letter has a blank after it. */
function leadIn(phrases: readonly string[]): string {
  return `${oneOf(phrases, (phrase) => escapePattern(phrase) + (/\p{L}$/u.test(phrase) ? ' ' : ' ?'))}{0,2}`
}

/** Up to two of the phrases; one that begins with a letter has a blank before it. */
function leadOut(phrases: readonly string[]): string {
  return `${oneOf(phrases, (phrase) => (/^\p{L}/u.test(phrase) ? ' ' : ' ?') + escapePattern(phrase))}{0,2}`
}

/** The longest first, so that `Mio.` is not read as `Mio`. */
function oneOf(phrases: readonly string[], sourceOf: (phrase: string) => string = escapePattern): string {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length)
  return `(?:${longestFirst.map(sourceOf).join('|')})`
}

function whole(...parts: readonly string[]): RegExp {
  return new RegExp(withScriptClasses(`^${parts.join('')}$`), 'iu')
}
