import type { SourcePage, TextItem } from '../source/source-document.ts'

const SOFT_HYPHEN = '\u{AD}'
/** Part of the font size: a narrower glyph is the invisible mark that a soft hyphen is meant to be. */
const NARROWEST_HYPHEN = 0.05
/** Part of the font size: what follows a line end in the same column is farther away, in another column much farther. */
const WIDEST_BLANK = 0.4
/** Part of the font size by which baselines of one line may differ. */
const SAME_BASELINE = 0.02

/**
 * Some fonts say of the glyph of an ordinary hyphen that it is U+00AD, because a hyphen at a line end came first when
 * the font was embedded. Such a document shows U+00AD with ink inside its lines, where no soft hyphen shows:
 *
 *     Kranken\u{AD} und Pflegekassen, stadt\u{AD}auental.example
 *
 * Then all its U+00AD with ink are plain hyphens, those at line ends too. Otherwise the pages come back as they are.
 */
export function showSoftHyphens(pages: readonly SourcePage[]): readonly SourcePage[] {
  if (!pages.some(({ items }) => showsInside(items))) return pages
  return pages.map((page) => ({ ...page, items: page.items.map(toPlainHyphens) }))
}

/** Whether a page has U+00AD with ink: what these are is told by all pages. */
export function hasInkedSoftHyphens({ items }: SourcePage): boolean {
  return items.some((item) => item.text.includes(SOFT_HYPHEN) && inkedAt(item).length > 0)
}

function showsInside(items: readonly TextItem[]): boolean {
  const marked = items.filter(({ text }) => text.includes(SOFT_HYPHEN))
  return marked.some((item) => inkedAt(item).some((at) => goesOn(item, at, items)))
}

/** Indexes of the item's soft hyphens that leave ink. */
function inkedAt({ text, edges, size }: TextItem): readonly number[] {
  return Array.from(text.matchAll(/\u{AD}/gu), ({ index }) => index).filter(
    (index) => (edges[index + 1] ?? 0) - (edges[index] ?? 0) >= NARROWEST_HYPHEN * size,
  )
}

/** Whether text stands before the character and, at once or after a blank, behind it on the same line. */
function goesOn(item: TextItem, at: number, items: readonly TextItem[]): boolean {
  if (!/[\p{L}\p{N}]$/u.test(item.text.slice(0, at))) return false
  const rest = item.text.slice(at + 1)
  if (rest.trim() !== '') return /^ ?\S/u.test(rest)
  return items.some((other) => other !== item && followsOn(item, other))
}

function followsOn(item: TextItem, other: TextItem): boolean {
  const { size, turn, baseline, edges } = item
  if (turn !== 0 || other.turn !== 0 || Math.abs(other.baseline - baseline) > SAME_BASELINE * size) return false
  const first = other.text.search(/\S/u)
  const gap = (other.edges[first] ?? Infinity) - (edges[item.text.trimEnd().length] ?? Infinity)
  return first >= 0 && gap > -SAME_BASELINE * size && gap <= WIDEST_BLANK * size
}

function toPlainHyphens(item: TextItem): TextItem {
  const inked = inkedAt(item)
  if (inked.length === 0) return item
  const characters = item.text.split('')
  for (const at of inked) characters[at] = '-'
  return { ...item, text: characters.join('') }
}
