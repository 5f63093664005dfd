import type { Line } from '../layout/line.ts'
import { sliceLine } from '../layout/merge-baselines.ts'

/** A role in a flowed table's row, in reading order. */
export type CellRole = 'name' | 'text' | 'contact'

/** Roles in the order in which a dump prints the cells of a row. */
export const ROLE_ORDER: readonly CellRole[] = ['name', 'text', 'contact']

/** The part of a printed line that belongs to one cell. */
export interface LinePart {
  readonly role: CellRole
  readonly line: Line
}

/** One way to share a printed line out among the cells of a row: a single part, or several from left to right. */
export type LineReading = readonly LinePart[]

/**
 * All ways to read a line. It stands in one cell, or in two or three neighbours: a cell of one line shares its line
 * with the first line of the next cell.
 *
 *     Lesecafé Im Lesecafé treffen sich einmal in der Woche …
 */
export function lineReadings(line: Line, roles: readonly CellRole[]): readonly LineReading[] {
  const twofold = pairs(roles).flatMap(([left, right]) =>
    splitsOf(line).map(([a, b]) => [part(left, a), part(right, b)]),
  )
  const threefold = roles.length < 3 ? [] : threefoldReadings(line, roles)
  return [...wholeReadings(line, roles), ...twofold, ...threefold]
}

/** The ways to read a line that stands in one cell. */
export function wholeReadings(line: Line, roles: readonly CellRole[]): readonly LineReading[] {
  return roles.map((role) => [part(role, line)])
}

function part(role: CellRole, line: Line): LinePart {
  return { role, line }
}

function pairs(roles: readonly CellRole[]): readonly (readonly [CellRole, CellRole])[] {
  return roles.flatMap((left, index) => roles.slice(index + 1).map((right) => [left, right] as const))
}

function splitsOf(line: Line): readonly (readonly [Line, Line])[] {
  return line.words.slice(1).flatMap((_, index) => {
    const left = sliceLine(line, 0, index + 1)
    const right = sliceLine(line, index + 1)
    return left === null || right === null ? [] : [[left, right] as const]
  })
}

/** The last cell of three is short: an address or a reference. Only cuts that leave it a few words are tried. */
const LAST_CELL_WORDS = 4

function threefoldReadings(line: Line, roles: readonly CellRole[]): readonly LineReading[] {
  const [name, text, contact] = roles
  if (name === undefined || text === undefined || contact === undefined) return []
  return splitsOf(line)
    .filter(([, right]) => right.words.length <= LAST_CELL_WORDS)
    .flatMap(([rest, last]) => splitsOf(rest).map(([a, b]) => [part(name, a), part(text, b), part(contact, last)]))
}
