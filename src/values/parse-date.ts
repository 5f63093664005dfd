import type { ValueWords } from '../rules/value-rules.ts'
import { plainBlanks } from './plain-blanks.ts'

/**
 * Reads a text that is one date, month or year, with at most harmless words before it.
 *
 * @param text repaired text of a cell or field
 * @returns ISO 8601 as exact as printed, `2025-12-31`, `2025-12` or `2025`; null where any of the text is not
 *   understood, where there is no such day, and where the weekday printed with it is another one
 */
export function parseDate(text: string, words: ValueWords): string | null {
  const plain = plainBlanks(text)
  for (const notation of words.dates) {
    const parts = notation.exec(plain)?.groups
    if (parts !== undefined) return isoDate(parts, words)
  }
  return null
}

function isoDate(parts: Readonly<Record<string, string | undefined>>, words: ValueWords): string | null {
  const { year = '', month, monthName, day, weekday } = parts
  if (month === undefined && monthName === undefined) return year
  const monthNumber = monthName === undefined ? Number(month) : (words.months.get(monthName.toLowerCase()) ?? 0)
  if (monthNumber < 1 || monthNumber > 12) return null
  const isoMonth = `${year}-${twoDigits(monthNumber)}`
  if (day === undefined) return isoMonth
  const dayNumber = Number(day)
  if (dayNumber < 1 || dayNumber > daysIn(Number(year), monthNumber)) return null
  const contradicts =
    weekday !== undefined &&
    words.weekdays.get(weekday.toLowerCase()) !== weekdayOf(Number(year), monthNumber, dayNumber)
  return contradicts ? null : `${isoMonth}-${twoDigits(dayNumber)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Monday is 1, Sunday 7. By the Gregorian calendar, as Zeller's congruence counts. */
function weekdayOf(year: number, month: number, day: number): number {
  // January and February count as months 13 and 14 of the year before.
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  const fromSaturday =
    day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return ((fromSaturday + 5) % 7) + 1
}
