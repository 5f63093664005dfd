import type { Settings } from '../rules/settings-rules.ts'
import type { DocumentFrame } from '../source/source-document.ts'
import { boxOf } from './box.ts'
import type { Line } from './line.ts'

/** Lines at the top and at the bottom of a page that may be furniture. */
const EDGE_LINES = 4

/**
 * Lines that stand at the same place of a page's edge, or turned in its margin, with the same words but for digits, on a share of at least
 * `furnitureRepetition` of the pages and on no fewer than `furniturePages`.
 *
 * @param isKnown lines of the report itself, which repeat as well
 */
export function repeatedAtEdges(
  document: DocumentFrame,
  pages: readonly (readonly Line[])[],
  settings: Settings,
  isKnown: (line: Line) => boolean,
): ReadonlySet<Line> {
  const places = new Map<string, Line[]>()
  for (const [index, lines] of pages.entries()) {
    const flowed = document.pages[index]?.layout === 'flowed'
    for (const [edge, line] of edgeLines(lines)) {
      if (isKnown(line)) continue
      const place = flowed ? edge : `${edge} ${Math.round(line.baseline / line.size)}`
      const key = `${place} ${line.text.replaceAll(/\d+/gu, '#')}`
      const alike = places.get(key)
      if (alike === undefined) places.set(key, [line])
      else alike.push(line)
    }
  }
  const least = Math.max(settings.furniturePages, pages.length * settings.furnitureRepetition)
  return new Set([...places.values()].filter((lines) => lines.length >= least).flat())
}

/** The first and the last upright lines of a page, and turned ones beside all of them. */
function edgeLines(lines: readonly Line[]): readonly (readonly [edge: string, line: Line])[] {
  const upright = lines.filter((line) => !isTurned(line))
  const head = upright.slice(0, EDGE_LINES).map((line) => ['top', line] as const)
  const tail = upright.slice(Math.max(EDGE_LINES, upright.length - EDGE_LINES)).map((line) => ['bottom', line] as const)
  const text = boxOf(upright.map(({ box }) => box))
  const sides = lines.filter(({ box }) => box.x1 <= text.x0 || box.x0 >= text.x1)
  return [...head, ...tail, ...sides.filter(isTurned).map((line) => ['side', line] as const)]
}

function isTurned({ words }: Line): boolean {
  return words[0]?.turn !== 0
}
