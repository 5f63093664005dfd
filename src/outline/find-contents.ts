import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline } from '../rules/load-rules.ts'

/** Lines that look like entries before a page counts as a table of contents. */
const LEAST_ENTRIES = 3

/**
 * The lines of tables of contents: on a page where most rows are entries (a title, leaders, a page number), all of
 * them, so that the page's own heading goes with its entries.
 */
export function findContents(body: readonly Line[], rules: CompiledOutline): ReadonlySet<Line> {
  const pages = groupBy(body, (line) => line.page)
  const contents = new Set<Line>()
  for (const lines of pages.values()) {
    const rows = [...groupBy(lines, (line) => line.baseline).values()]
    const entries = rows.filter((row) => isEntry(row, rules))
    if (entries.length >= LEAST_ENTRIES && entries.length * 2 > rows.length)
      for (const line of lines) contents.add(line)
  }
  return contents
}

function isEntry(row: readonly Line[], rules: CompiledOutline): boolean {
  const text = row.map((line) => line.text).join(' ')
  return rules.contentsLine.some((pattern) => pattern.expression.test(text))
}
