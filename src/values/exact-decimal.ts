/** Every decimal of this many digits comes back from its binary number as it was printed. */
const MOST_DIGITS = 15

const DECIMALS_OF: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' }

/** Parts of a printed number: the groups of `ValueWords.number` and `ValueWords.money`. */
export type NumeralParts = Readonly<Record<string, string | undefined>>

/** Decimals of a printed number, as digits. */
export function decimalsOf({ decimals, fraction }: NumeralParts): string {
  return decimals ?? DECIMALS_OF[fraction ?? ''] ?? ''
}

/**
 * The number nearest to `parts` × 10^`power`, found by moving the decimal point: 1,2 × 10^6 is 1200000 and no
 * approximation of it.
 *
 * @returns null where a number cannot hold all printed digits
 */
export function exactDecimal(parts: NumeralParts, power: number): number | null {
  const decimals = decimalsOf(parts)
  const digits = (parts['whole'] ?? '').replaceAll(/\D/gu, '') + decimals
  if (digits.replace(/^0+/u, '').length > MOST_DIGITS) return null
  const value = Number(`${digits}e${power - decimals.length}`)
  // `-0` is 0.
  return value !== 0 && /^[-–−]/u.test(parts['sign'] ?? '') ? -value : value
}
