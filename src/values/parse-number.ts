import type { ValueWords } from '../rules/value-rules.ts'
import { exactDecimal } from './exact-decimal.ts'
import { plainBlanks } from './plain-blanks.ts'

export interface ParsedNumber {
  /** With its multiplier: `1,2 Mio.` is 1200000. */
  readonly value: number
  /** As printed, `%` or `Plätze`; null where the number stands alone. */
  readonly unit: string | null
}

/**
 * Reads a text that is one number, with at most a harmless word before it and a unit after it.
 *
 * @param text repaired text of a cell or field
 * @returns null where any of the text is not understood: ranges, lists, sentences, amounts of money, dates
 */
export function parseNumber(text: string, words: ValueWords): ParsedNumber | null {
  const parts = words.number.exec(plainBlanks(text))?.groups
  if (parts === undefined) return null
  const power = parts['multiplier'] === undefined ? 0 : words.multipliers.get(parts['multiplier'].toLowerCase())
  const value = power === undefined ? null : exactDecimal(parts, power)
  if (value === null) return null
  const rest = parts['rest'] ?? ''
  if (rest === '') return { value, unit: null }
  return isUnit(rest, words) ? { value, unit: rest.trim() } : null
}

/** @param rest what follows the number, with the blank before it */
function isUnit(rest: string, { units, unitWord, noUnits }: ValueWords): boolean {
  const unit = rest.trim()
  if (units.has(unit)) return true
  return rest !== unit && unitWord.expression.test(unit) && !noUnits.has(unit.toLowerCase())
}
