import type { Expectation } from '../rules/outline-rules.ts'

/** Whether a number is one that the rules expect. */
export function isWithin(count: number, { min, max }: Expectation): boolean {
  return count >= min && (max === null || count <= max)
}

/** What the rules expect, in words. */
export function inWords({ min, max }: Expectation): string {
  return max === null ? `at least ${String(min)}` : min === max ? String(min) : `${String(min)} to ${String(max)}`
}
