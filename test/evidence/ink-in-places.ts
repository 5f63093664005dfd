import type { PageSpot, Spot } from '../../src/report/report.ts'
import type { Box, SourceDocument, SourcePage, TextItem } from '../../src/source/source-document.ts'

/** A printed character in the frame of the page as it is read. */
export interface PrintedCharacter {
  readonly text: string
  readonly box: Box
  /** Where it begins along its line. */
  readonly along: number
}

/** The printed characters of a document by page, blanks left out. */
export type PrintedPages = ReadonlyMap<number, { readonly page: SourcePage; readonly ink: readonly PrintedCharacter[] }>

export function printedPages({ pages }: SourceDocument): PrintedPages {
  return new Map(pages.map((page) => [page.number, { page, ink: page.items.flatMap(charactersOf) }]))
}

function charactersOf(item: TextItem): readonly PrintedCharacter[] {
  return item.text.split('').flatMap((text, index) => {
    const [from = 0, to = 0] = [item.edges[index], item.edges[index + 1]]
    return text.trim() === '' ? [] : [{ text, along: from, box: characterBox(item, from, to) }]
  })
}

function characterBox({ box, turn }: TextItem, from: number, to: number): Box {
  switch (turn) {
    case 0:
      return { ...box, x0: from, x1: to }
    case 90:
      return { ...box, y0: from, y1: to }
    case 180:
      return { ...box, x0: box.x0 + box.x1 - to, x1: box.x0 + box.x1 - from }
    case 270:
      return { ...box, y0: box.y0 + box.y1 - to, y1: box.y0 + box.y1 - from }
  }
}

/** A place of provenance or of the ledger. */
type Where = Spot & { readonly omits?: readonly Spot[] }

/** What is printed at a place, blanks left out: the characters whose middles lie in its box, or its columns. */
export function inkIn(place: Where, pages: PrintedPages, lines: readonly string[]): string {
  if (!('line' in place))
    return charactersIn(place, pages)
      .map(({ text }) => text)
      .join('')
  const [first, last] = place.columns
  const line = (place.omits ?? []).reduce(
    (text, spot) => ('line' in spot ? blanked(text, spot.columns) : text),
    lines[place.line - 1] ?? '',
  )
  return line.slice(first - 1, last).replaceAll(/\s+/gu, '')
}

/** The characters in the box of a place, along their line. */
export function charactersIn(place: PageSpot & Pick<Where, 'omits'>, pages: PrintedPages): readonly PrintedCharacter[] {
  const printed = pages.get(place.page)
  if (printed === undefined) return []
  const area = asRead(place.bbox, printed.page)
  const without = (place.omits ?? []).flatMap((spot) => ('line' in spot ? [] : [asRead(spot.bbox, printed.page)]))
  return printed.ink
    .filter(({ box }) => isCentred(box, area) && !without.some((other) => isCentred(box, other)))
    .toSorted((a, b) => a.along - b.along)
}

function blanked(line: string, [first, last]: readonly [number, number]): string {
  return line.slice(0, first - 1) + ' '.repeat(last - first + 1) + line.slice(last)
}

function isCentred({ x0, y0, x1, y1 }: Box, area: Box): boolean {
  return isIn((x0 + x1) / 2, area.x0, area.x1) && isIn((y0 + y1) / 2, area.y0, area.y1)
}

function isIn(at: number, from: number, to: number): boolean {
  return at >= from - 0.011 && at <= to + 0.011
}

/** From the page as a viewer shows it to the page as it was read. */
function asRead([x0, y0, x1, y1]: readonly [number, number, number, number], page: SourcePage): Box {
  const { width, height } = page
  switch (page.readingTurn) {
    case 0:
      return { x0, y0, x1, y1 }
    case 90:
      return { x0: y0, y0: height - x1, x1: y1, y1: height - x0 }
    case 180:
      return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 }
    case 270:
      return { x0: width - y1, y0: x0, x1: width - y0, y1: x1 }
  }
}
