/**
 * Widths of characters in a generic proportional sans serif, in 1/1000 of the font size (the widths of Helvetica as
 * published in Adobe's font metrics for the standard 14 fonts). A text file has no geometry; with these widths the
 * lines of one column come out nearly equally wide, whatever letters they are made of.
 */
const GROUPS: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [222, 'ijl‘’‚'],
  [260, '|'],
  [278, ' !,./:;It[]\\f·'],
  [333, '()-r`„“”‐¨'],
  [350, '•▪■◦'],
  [355, '"'],
  [389, '*'],
  [400, '°'],
  [469, '^'],
  [500, 'ckszvxyJ'],
  [556, '0123456789abdeghnopquLäöü–_#$?§€'],
  [584, '+<=>~±×'],
  [611, 'FTZßß'],
  [667, '&ABEKPSVXYÄ'],
  [722, 'CDHNRUwÜ'],
  [778, 'GOQÖ'],
  [833, 'mM'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…'],
  [1015, '@'],
]

const WIDTHS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
)

/** Width of characters that are not in the table: that of a digit or an ordinary small letter. */
const OTHER = 556

/** Width of one character, in units of the font size. */
export function glyphWidth(character: string): number {
  return (WIDTHS.get(character) ?? OTHER) / 1000
}

/** Width of a text set in one run, in units of the font size. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += glyphWidth(character)
  return width
}
