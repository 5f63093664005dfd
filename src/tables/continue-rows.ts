import type { Line } from '../layout/line.ts'
import { HYPHEN_END, isBracketed, isCutPhrase } from './goes-on.ts'
import type { TableRow } from './table-types.ts'

/** A row's part on one page. */
export interface RowPart {
  readonly cells: readonly (readonly Line[])[]
  /** It is the first part of its page, so that it may go on from the page before. */
  readonly first: boolean
  /** It is the last part of its page and ruled off from the part above, so that it begins a row. */
  readonly begins: boolean
}

/**
 * Joins the parts of rows that go on over a page. The first part of a page goes on where it has no name, or
 * where some column breaks off in the middle of a word that the part takes up, or the name in the middle of a phrase. Where the foot of a page
 * has room for some lines of a row, but not for those with its name, the name follows on the next page:
 *
 *     ┌─────────┬──────────┬──────────┐
 *     │ Lesetee │ Vorlesen │ Ina Kolb │
 *     ├─────────┼──────────┼──────────┤
 *     │         │          │ Max Ried │   begins the row of Turmtag
 *     └─────────┴──────────┴──────────┘
 *     ┌─────────┬──────────┬──────────┐
 *     │ Turmtag │ Aufstieg │ 9001     │
 *
 * @param cannotEnd words after which nothing ends, in small letters
 */
export function continueRows(
  parts: readonly RowPart[],
  nameColumn: number,
  cannotEnd: ReadonlySet<string>,
): readonly TableRow[] {
  const rows: (readonly Line[])[][] = []
  let begun = false
  for (const [index, part] of parts.entries()) {
    const open = rows.at(-1)
    const begins = isBegun(part, parts[index + 1], nameColumn)
    if (open !== undefined && (begun || (!begins && goesOn(open, part, nameColumn, cannotEnd)))) addTo(open, part)
    else rows.push([...part.cells])
    begun = begins
  }
  return rows.map((cells) => ({ cells }))
}

/** Whether a part without a name belongs to the named one that the next page begins with. */
function isBegun(part: RowPart, next: RowPart | undefined, nameColumn: number): boolean {
  const isNamed = ({ cells }: RowPart) => (cells[nameColumn] ?? []).length > 0
  return part.begins && !isNamed(part) && next !== undefined && next.first && isNamed(next)
}

function addTo(row: (readonly Line[])[], part: RowPart): void {
  for (const [index, lines] of part.cells.entries()) row[index] = [...(row[index] ?? []), ...lines]
}

function goesOn(
  row: readonly (readonly Line[])[],
  part: RowPart,
  nameColumn: number,
  cannotEnd: ReadonlySet<string>,
): boolean {
  const name = part.cells[nameColumn] ?? []
  if (!part.first) return false
  if (name.length === 0) return true
  if (part.cells.some((lines, index) => isCutWord(row[index]?.at(-1), lines[0]))) return true
  const above = row[nameColumn] ?? []
  if (above.length === 0 || !takesUp(textOf(above), textOf(name), cannotEnd)) return false
  return part.cells.every((lines, index) => {
    const end = row[index]?.at(-1)
    return lines[0] === undefined || end === undefined || index === nameColumn || !startsAnew(end.text, lines[0].text)
  })
}

/** A word that breaks off in some column and goes on in it can only be of one row: `Ver-` and `eine`. */
function isCutWord(end: Line | undefined, start: Line | undefined): boolean {
  return end !== undefined && start !== undefined && HYPHEN_END.test(end.text) && /^\p{Ll}/u.test(start.text)
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ')
}

/** `Begleit-` is taken up by `dienst`, `Werkstatt für` by `Ältere`, `Lesetee` by `(Markt)`. */
function takesUp(end: string, start: string, cannotEnd: ReadonlySet<string>): boolean {
  return HYPHEN_END.test(end) || /^\p{Ll}/u.test(start) || isCutPhrase(end, cannotEnd) || isBracketed(end, start)
}

function startsAnew(end: string, start: string): boolean {
  return /[.!?:][“”"’)]*$/u.test(end) && /^\p{Lu}/u.test(start)
}
