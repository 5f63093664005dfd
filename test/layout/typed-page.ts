import type { Line } from '../../src/layout/line.ts'
import { buildLines } from '../../src/layout/build-lines.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import type { RulingLine, SourceDocument, SourcePage, TextItem } from '../../src/source/source-document.ts'
import { readText } from '../../src/text/read-text.ts'

/** The rules as shipped. */
export const rules = await loadRules()

const CHARACTER = 5
const SIZE = 10
const PITCH = 12
const PAGE = { width: 600, height: 480 }
/** Where `⋮` goes on: the foot of the page. */
const FOOT = 440

/** A row of horizontal rulings. */
const RULING_ROW = /^[\s+│-]+$/u
const STYLE = / \{(?:(?<size>\d+)|(?<bold>bold))\}$/u

/**
 * Pages as they are drawn with characters 5 points wide, on baselines 12 points apart:
 *
 *     +---------+-------------------+      - + a ruling at this height
 *     │ Lesetee │ Vorlesen bei Tee  │      │ a ruling between the texts
 *     +---------+-------------------+
 *     ~~~                                  the next page
 *     1 Auental {14}                       in a size of 14 points; {bold}
 *     ↧                                    a point down
 *     ⋮                                    down to the foot of the page
 *
 * An empty line is an empty line. Texts four blanks apart are columns. What stands between `‹` and `›` is set letter by
 * letter.
 */
export function typedDocument(rows: readonly string[]): SourceDocument {
  const pages: string[][] = [[]]
  for (const row of rows) {
    if (row === '~~~') pages.push([])
    else pages.at(-1)?.push(row)
  }
  return {
    kind: 'pdf',
    sha256: '',
    title: null,
    pages: pages.map((page, index) => typedPage(page, index + 1)),
    outline: [],
    notices: [],
  }
}

/** The lines of drawn pages. */
export function typedLines(rows: readonly string[]): readonly Line[] {
  return buildLines(typedDocument(rows), rules.settings).flat()
}

/** Pages by number. */
export function pagesByNumber({ pages }: SourceDocument): ReadonlyMap<number, SourcePage> {
  return new Map(pages.map((page) => [page.number, page]))
}

/**
 * A dump as a text extractor writes it, with an empty line between any two lines. `¶` sets an empty paragraph above a
 * line, `»` begins a page with it.
 */
export function typedDump(rows: readonly string[]): SourceDocument {
  const lines = rows.map((row) => {
    if (row.startsWith('» ')) return ` ${row.slice(2)} \n`
    return row.startsWith('¶ ') ? `\n \n\n${row.slice(2)} \n` : `\n${row} \n`
  })
  return readText(new TextEncoder().encode(lines.join('')))
}

function typedPage(rows: readonly string[], number: number): SourcePage {
  const items: TextItem[] = []
  const rulings: RulingLine[] = []
  let y = PITCH
  for (const row of rows) {
    if (row === '⋮') y = FOOT
    else if (row === '↧') y += 1
    else if (row.includes('-') && RULING_ROW.test(row)) rulings.push(...rulingsOf(row, y - SIZE - 1))
    else {
      const { size, bold } = STYLE.exec(row)?.groups ?? {}
      const style = { size: size === undefined ? SIZE : Number(size), bold: bold !== undefined }
      items.push(...itemsOf(row.replace(STYLE, ''), y, style))
      rulings.push(...bars(row, y))
      y += PITCH
    }
  }
  return {
    number,
    ...PAGE,
    rotation: 0,
    readingTurn: 0,
    layout: 'placed',
    items,
    rulings,
    fills: [],
    images: [],
    links: [],
    structure: null,
  }
}

function rulingsOf(row: string, y: number): readonly RulingLine[] {
  return [...row.matchAll(/[+-][\s+-]*/gu)].map(({ 0: { length }, index }) => ({
    direction: 'horizontal',
    box: { x0: middle(index), x1: middle(index + length - 1), y0: y, y1: y },
    thickness: 0.5,
  }))
}

function bars(row: string, y: number): readonly RulingLine[] {
  return [...row.replaceAll(/[‹›]/gu, '').matchAll(/│/gu)].map(({ index }) => ({
    direction: 'vertical',
    box: { x0: middle(index), x1: middle(index), y0: y - SIZE - 1, y1: y + PITCH - SIZE - 1 },
    thickness: 0.5,
  }))
}

function middle(column: number): number {
  return (column + 0.5) * CHARACTER
}

function itemsOf(row: string, baseline: number, style: { size: number; bold: boolean }): readonly TextItem[] {
  const drawn = row.replaceAll(/[‹›]/gu, '')
  const letters = /‹(?<text>[^‹›]+)›/u.exec(row)
  const runs = [...drawn.matchAll(/[^\s│]+(?: {1,3}[^\s│]+)*/gu)].map(({ 0: text, index }) => ({ text, index }))
  const single =
    letters === null ? null : { from: letters.index, to: letters.index + (letters.groups?.['text'] ?? '').length }
  return runs
    .flatMap(({ text, index }) => {
      if (single === null || index + text.length <= single.from || index >= single.to) return [{ text, index }]
      return [...text]
        .map((letter, offset) => ({ text: letter, index: index + offset }))
        .filter((glyph) => glyph.text !== ' ')
    })
    .map(({ text, index }) => toItem(text, index * CHARACTER, baseline, style))
}

function toItem(text: string, x0: number, baseline: number, { size, bold }: { size: number; bold: boolean }): TextItem {
  const edges = Array.from({ length: text.length + 1 }, (_, index) => x0 + index * CHARACTER)
  return {
    text,
    box: { x0, x1: edges.at(-1) ?? x0, y0: baseline - size * 0.8, y1: baseline + size * 0.2 },
    baseline,
    edges,
    size,
    font: { name: 'Typed', bold, italic: false },
    turn: 0,
    textLine: null,
    textColumn: 0,
    markedContent: null,
  }
}
