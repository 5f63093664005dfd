import type { Line } from '../layout/line.ts'
import type { TableRow } from './table-types.ts'

/** A row's part on one page. */
export interface RowPart {
  readonly cells: readonly (readonly Line[])[]
  /** It is the first part of its page, so that it may go on from the page before. */
  readonly first: boolean
}

/**
 * Joins the parts of rows that go on over a page. A part without a name goes on; so does the first part of a page
 * where the row before breaks off in the middle of a word or a sentence that the part takes up.
 *
 * @param cannotEnd words after which nothing ends, in small letters
 */
export function continueRows(
  parts: readonly RowPart[],
  nameColumn: number,
  cannotEnd: ReadonlySet<string>,
): readonly TableRow[] {
  const rows: (readonly Line[])[][] = []
  for (const part of parts) {
    const open = rows.at(-1)
    if (open !== undefined && goesOn(open, part, nameColumn, cannotEnd)) {
      for (const [index, lines] of part.cells.entries()) open[index] = [...(open[index] ?? []), ...lines]
    } else rows.push([...part.cells])
  }
  return rows.map((cells) => ({ cells }))
}

function goesOn(
  row: readonly (readonly Line[])[],
  part: RowPart,
  nameColumn: number,
  cannotEnd: ReadonlySet<string>,
): boolean {
  const name = part.cells[nameColumn] ?? []
  if (name.length === 0) return true
  if (!part.first) return false
  const last = row[nameColumn]?.at(-1)
  const torn = last !== undefined && name[0] !== undefined && takesUp(last.text, name[0].text, cannotEnd)
  if (!torn) return false
  return part.cells.every((lines, index) => {
    const end = row[index]?.at(-1)
    return lines[0] === undefined || end === undefined || index === nameColumn || !startsAnew(end.text, lines[0].text)
  })
}

/** `Begleit-` is taken up by `dienst`, `Werkstatt für` by `Ältere`. */
function takesUp(end: string, start: string, cannotEnd: ReadonlySet<string>): boolean {
  const lastWord = end.slice(end.lastIndexOf(' ') + 1)
  return /\p{L}[-\u00AD\u2010]$/u.test(end) || /^\p{Ll}/u.test(start) || cannotEnd.has(lastWord)
}

function startsAnew(end: string, start: string): boolean {
  return /[.!?:][“”"’)]*$/u.test(end) && /^\p{Lu}/u.test(start)
}
