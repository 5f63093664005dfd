import type { TextItem } from '../source/source-document.ts'

/** A raised number or sign, as a footnote is marked in the text and at its own beginning. */
export interface FootnoteMark {
  readonly item: TextItem
  /** In plain digits: `2` for `²`. */
  readonly sign: string
  /** The text it stands behind; null where it begins a line. */
  readonly behind: TextItem | null
}

/** Characters that are raised by themselves. */
const RAISED = /[¹²³⁰⁴⁵⁶⁷⁸⁹]+/u
/** UTF-16 units of a sign at most: three characters of up to two units, and a bracket. */
const LONGEST_SIGN = 7
const SIGN = /^(?:\d{1,3}|\*{1,3}|[†‡])\)?$/u
/** `120 m²`, `3 km²`: the raised figure belongs to the unit. */
const UNIT = /(?:^|[\s\d])[ckdm]?m$/u

/** Items cut before and behind characters that are raised by themselves: `Träger¹ und` gives `Träger`, `¹`, ` und`. */
export function cutAtRaised(item: TextItem): readonly TextItem[] {
  const found = RAISED.exec(item.text)
  if (found === null || item.turn !== 0) return [item]
  const end = found.index + found[0].length
  const parts = [part(item, 0, found.index), part(item, found.index, end)].filter(({ text }) => text !== '')
  return end === item.text.length ? parts : [...parts, ...cutAtRaised(part(item, end, item.text.length))]
}

function part(item: TextItem, from: number, to: number): TextItem {
  const edges = item.edges.slice(from, to + 1)
  const box = { ...item.box, x0: edges[0] ?? item.box.x0, x1: edges.at(-1) ?? item.box.x1 }
  return { ...item, text: item.text.slice(from, to), edges, box, textColumn: item.textColumn + from }
}

/** A mark is smaller than its text, as a share of the text's size at most. */
const SMALLER = 0.85
/** How far its baseline lies above that of the text, in font sizes of the text. */
const LEAST_RAISED = 0.1
const MOST_RAISED = 0.7
/** Gap between the text and its mark, in font sizes of the text. */
const CLOSE = 0.3

/** The marks among the items of a page. */
export function findMarks(items: readonly TextItem[]): readonly FootnoteMark[] {
  return items.flatMap((item): readonly FootnoteMark[] => {
    const text = item.text.trim()
    if (item.turn !== 0 || text.length > LONGEST_SIGN) return []
    const plain = text.normalize('NFKC')
    if (!SIGN.test(plain)) return []
    const sign = plain.replace(')', '')
    const byItself = text !== plain
    const carries = (other: TextItem): boolean =>
      other !== item && other.turn === 0 && other.text.trim() !== '' && isRaisedOn(item, other, byItself)
    const behind = items.find((other) => carries(other) && isClose(item.box.x0 - other.box.x1, other))
    if (behind !== undefined) return UNIT.test(behind.text) ? [] : [{ item, sign, behind }]
    const before = items.find((other) => carries(other) && isClose(other.box.x0 - item.box.x1, other))
    return before === undefined ? [] : [{ item, sign, behind: null }]
  })
}

function isRaisedOn(mark: TextItem, { size, baseline }: TextItem, byItself: boolean): boolean {
  const raised = baseline - mark.baseline
  if (byItself) return mark.size === size && raised === 0
  return mark.size <= SMALLER * size && raised >= LEAST_RAISED * size && raised <= MOST_RAISED * size
}

function isClose(gap: number, { size }: TextItem): boolean {
  return Math.abs(gap) <= CLOSE * size
}
