import { z } from 'zod'
import { compilePattern, type CompiledPattern, patternRule, type PatternRule, why } from './pattern-rule.ts'
import { dateExpressions, moneyExpression, numberExpression } from './value-expressions.ts'

/** Words as they stand in repaired text: one plain blank between two. */
const word = z.string().regex(/^\S+(?: \S+)*$/u, 'words are joined by one plain blank')
const words = z.array(word).min(1)
const wordList = z.strictObject({ why, words })
const power = z.int().min(-9).max(12)

/**
 * `values.json`: the words and signs by which a number, an amount of money or a date is read. Case counts in `units`
 * and `unitWord` only. A blank stands for every kind of white space.
 */
export const valueRules = z.strictObject({
  /** Between a weekday and its date. */
  articles: wordList,
  /** Before a number or an amount, without changing it. */
  beforeAmounts: wordList,
  /** Before a date, without changing it. */
  beforeDates: wordList,
  /** ISO 4217 codes with their words; `power` is the power of ten of what the word counts, `T€` 3. */
  currencies: z.strictObject({
    why,
    currencies: z
      .array(z.strictObject({ code: z.string().regex(/^[A-Z]{3}$/u), power: power.default(0), words }))
      .min(1),
  }),
  /** Between the whole number and its decimals. */
  decimal: z.strictObject({ why, sign: z.string().length(1) }),
  /** Between groups of three digits. */
  grouping: z.strictObject({ why, signs: z.array(z.string().length(1)).min(1) }),
  /** From the first of the year to the last. */
  months: z.strictObject({ why, months: z.array(z.strictObject({ words })).length(12) }),
  /** Words after a number that stand for a power of ten. */
  multipliers: z.strictObject({ why, multipliers: z.array(z.strictObject({ power, words })).min(1) }),
  /** Words after a number that look like its unit and make it something else. */
  noUnits: wordList,
  /** What an amount is for, after its currency. */
  per: wordList,
  /** A single word that may be the unit of a number, after a blank. */
  unitWord: patternRule,
  /** Units that may touch the number, and those that `unitWord` does not match. */
  units: wordList,
  /** From Monday to Sunday. */
  weekdays: z.strictObject({ why, weekdays: z.array(z.strictObject({ words })).length(7) }),
  /** Signs in place of decimals that are zero. */
  zeroCents: z.strictObject({ why, signs: words }),
})

export type ValueRules = z.infer<typeof valueRules>

/** What a word for money counts: 10^`power` of the currency. */
export interface CurrencyUnit {
  /** ISO 4217. */
  readonly code: string
  readonly power: number
}

/** `values.json` ready to use. Keys of maps and the words of `noUnits` are in small letters. */
export interface ValueWords {
  /** Groups `sign`, `whole`, `decimals`, `fraction`, `multiplier`; `rest` begins with the blank before it. */
  readonly number: RegExp
  /** Groups `before` and `after` (the currency), `sign`, `whole`, `decimals`, `fraction`, `multiplier`. */
  readonly money: RegExp
  /** Groups `year`, and by the notation `month` or `monthName`, `day`, `weekday`. */
  readonly dates: readonly RegExp[]
  /** Powers of ten. */
  readonly multipliers: ReadonlyMap<string, number>
  readonly currencies: ReadonlyMap<string, CurrencyUnit>
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>
  /** Monday is 1, Sunday 7. */
  readonly weekdays: ReadonlyMap<string, number>
  readonly units: ReadonlySet<string>
  readonly unitWord: CompiledPattern
  /** With the words of money, multipliers, months and weekdays. */
  readonly noUnits: ReadonlySet<string>
}

/** @param compile compiles one pattern rule with the shared fragments */
export function compileValueWords(
  rules: ValueRules,
  compile: (rule: PatternRule) => CompiledPattern = (rule) => compilePattern(rule),
): ValueWords {
  const multipliers = byWord(rules.multipliers.multipliers, (multiplier) => multiplier.power)
  const currencies = byWord(rules.currencies.currencies, ({ code, power }) => ({ code, power }))
  const months = byWord(rules.months.months, (_, index) => index + 1)
  const weekdays = byWord(rules.weekdays.weekdays, (_, index) => index + 1)
  const noUnits = rules.noUnits.words.map((one) => one.toLowerCase())
  return {
    number: numberExpression(rules),
    money: moneyExpression(rules),
    dates: dateExpressions(rules),
    multipliers,
    currencies,
    months,
    weekdays,
    units: new Set(rules.units.words),
    unitWord: compile(rules.unitWord),
    noUnits: new Set([
      ...noUnits,
      ...[multipliers, currencies, months, weekdays].flatMap((map: ReadonlyMap<string, unknown>) => [...map.keys()]),
    ]),
  }
}

function byWord<E extends { readonly words: readonly string[] }, T>(
  entries: readonly E[],
  valueOf: (entry: E, index: number) => T,
): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap((entry, index) => {
      const value = valueOf(entry, index)
      return entry.words.map((one) => [one.toLowerCase(), value] as const)
    }),
  )
}
