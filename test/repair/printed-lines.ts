import { readFileSync } from 'node:fs'
import type { Line, Word } from '../../src/layout/line.ts'
import { type RepairRules, repairRules } from '../../src/rules/repair-rules.ts'

const SIZE = 10
const LETTER = 5

/** A word to be printed: its text, or its text with link targets. */
export type Printed = string | { readonly text: string; readonly links: readonly string[] }

/** Prints each line in letters of one width, words set apart by white space; ids count from 0. */
export function printLines(lines: readonly (string | readonly Printed[])[]): readonly Line[] {
  let id = 0
  return lines.flatMap((line, row) => {
    const printed = typeof line === 'string' ? line.split(' ').filter((text) => text !== '') : line
    let x = 0
    const words = printed.map((item) => {
      const { text, links } = typeof item === 'string' ? { text: item, links: [] } : item
      const word = printWord(id++, text, links, x, row)
      x = word.box.x1 + LETTER
      return word
    })
    const last = words.at(-1)
    if (last === undefined) return []
    const box = { x0: 0, x1: last.box.x1, y0: row * SIZE, y1: row * SIZE + SIZE }
    const text = words.map((word) => word.text).join(' ')
    return [{ page: 1, words, text, box, baseline: row * SIZE + 8, size: SIZE, bold: false }]
  })
}

function printWord(id: number, text: string, links: readonly string[], x0: number, row: number): Word {
  const edges = Array.from({ length: text.length + 1 }, (_, index) => x0 + index * LETTER)
  return {
    id,
    text,
    box: { x0, x1: edges.at(-1) ?? x0, y0: row * SIZE, y1: row * SIZE + SIZE },
    edges,
    baseline: row * SIZE + 8,
    font: { name: 'Test', bold: false, italic: false },
    size: SIZE,
    links,
    turn: 0,
    textLine: null,
    textColumns: [],
    block: null,
  }
}

/** The rules as shipped. */
export const shippedRules: RepairRules = repairRules.parse(
  JSON.parse(readFileSync(new URL('../../rules/de/repair.json', import.meta.url), 'utf8')),
)
