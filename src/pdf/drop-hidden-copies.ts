import type { TextItem } from '../source/source-document.ts'

/** A text item with what only the page's drawing knows of it. */
export interface DrawnItem {
  readonly item: TextItem
  /** It left no ink: the text layer under a scanned page, say. */
  readonly hidden: boolean
}

/** Part of the font size by which a second copy of a text may be off the first. */
const SAME_PLACE = 0.1
const SAME_PLACE_HIDDEN = 0.4

/**
 * The items without those that say a second time what stands in the same place already: hidden text over its visible
 * twin, and text printed twice with a slight shift to look bold. Hidden text without a visible twin stays.
 */
export function dropHiddenCopies(drawn: readonly DrawnItem[]): readonly TextItem[] {
  const reach = SAME_PLACE_HIDDEN * drawn.reduce((most, { item }) => Math.max(most, item.size), 1)
  const stripOf = ({ item }: DrawnItem): number => Math.floor(item.box.y0 / reach)
  const kept = new Map<string, DrawnItem | Strips>()
  const copies = new Set<DrawnItem>()
  for (const entry of visibleFirst(drawn)) {
    const text = entry.item.text.trim()
    const alike = kept.get(text)
    // Most texts stand on a page once.
    if (alike === undefined) {
      kept.set(text, entry)
      continue
    }
    const strips = alike instanceof Map ? alike : new Map([[stripOf(alike), [alike]]])
    kept.set(text, strips)
    if (hasTwin(entry, stripOf(entry), strips)) copies.add(entry)
    else addTo(strips, stripOf(entry), entry)
  }
  return drawn.flatMap((entry) => (copies.has(entry) ? [] : [entry.item]))
}

function visibleFirst(drawn: readonly DrawnItem[]): readonly DrawnItem[] {
  if (!drawn.some(({ hidden }) => hidden)) return drawn
  return drawn.toSorted((one, other) => Number(one.hidden) - Number(other.hidden))
}

/** Items that read the same by where they stand: strips across the page, as high as copies may be apart. */
type Strips = Map<number, DrawnItem[]>

function hasTwin(entry: DrawnItem, strip: number, strips: Strips): boolean {
  return [strip - 1, strip, strip + 1].some((near) => strips.get(near)?.some((twin) => isCopy(entry, twin)) === true)
}

function addTo(strips: Strips, strip: number, entry: DrawnItem): void {
  const others = strips.get(strip)
  if (others === undefined) strips.set(strip, [entry])
  else others.push(entry)
}

function isCopy({ item, hidden }: DrawnItem, twin: DrawnItem): boolean {
  const tolerance = (hidden ? SAME_PLACE_HIDDEN : SAME_PLACE) * twin.item.size
  const { box } = twin.item
  return Math.abs(item.box.x0 - box.x0) <= tolerance && Math.abs(item.box.y0 - box.y0) <= tolerance
}
