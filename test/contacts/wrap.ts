import type { CellRow } from './cell-lines.ts'

/** Wraps paragraphs at a width in characters, greedily, each but the first below a gap; words are never cut. */
export function wrapParagraphs(paragraphs: readonly string[], width: number): readonly CellRow[] {
  return paragraphs.flatMap((paragraph, index) =>
    wrap(paragraph, width).map((text, line) => ({ text, gap: index > 0 && line === 0, newPage: false })),
  )
}

function wrap(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
