import type { ValueWords } from '../rules/value-rules.ts'
import { decimalsOf, exactDecimal } from './exact-decimal.ts'
import { plainBlanks } from './plain-blanks.ts'

const MOST_DECIMALS = 2

export interface ParsedMoney {
  /** In units of the currency, with its multiplier: `350 T€` is 350000, `50 Cent` is 0.5. */
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

/**
 * Reads a text that is one amount of money, with at most harmless words before it and after it what it is paid for.
 *
 * @param text repaired text of a cell or field
 * @returns null where any of the text is not understood, and where the currency is missing
 */
export function parseMoney(text: string, words: ValueWords): ParsedMoney | null {
  const parts = words.money.exec(plainBlanks(text))?.groups
  if (parts === undefined) return null
  const { before, after, multiplier } = parts
  if (before !== undefined && after !== undefined) return null
  const unit = words.currencies.get((before ?? after ?? '').toLowerCase())
  const power = multiplier === undefined ? 0 : words.multipliers.get(multiplier.toLowerCase())
  if (unit === undefined || power === undefined || (power !== 0 && unit.power !== 0)) return null
  const shift = power + unit.power
  // `1,234 €` may be a thousand in English notation: no coin is worth 0,004 €.
  if (shift === 0 && decimalsOf(parts).length > MOST_DECIMALS) return null
  const amount = exactDecimal(parts, shift)
  return amount === null ? null : { amount, currency: unit.code }
}
