import { buildBlocks } from '../blocks/build-blocks.ts'
import type { Ink } from '../layout/ink.ts'
import type { Line } from '../layout/line.ts'
import { inkOfText } from '../repair/ink-of-text.ts'
import type { RepairedText } from '../repair/repaired-text.ts'
import type { FieldValue } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { leaf, tracedList } from './traced.ts'

/** Reads a list: an entry for each list item or paragraph, or for each part between separators. */
export function readList(lines: readonly Line[], { options, flow, readers }: FieldContext): FieldValue {
  const blocks = buildBlocks(lines, flow, readers.blocks)
  const repaired = blocks.map((block) => readers.join(block.lines))
  const entries = repaired.flatMap((block) => entriesOf(block, options.separator))
  return {
    traced: tracedList(entries.map(({ text, ink }) => leaf(text, ink))),
    text: entries.map(({ text }) => text).join('\n'),
    words: blocks.flatMap((block) => block.lines.flatMap((line) => line.words.map((word) => word.id))),
    markers: blocks.flatMap((block) => block.markerWords.map((word) => word.id)),
    joins: repaired.flatMap(({ joins }) => joins),
    notices: [],
  }
}

interface Entry {
  readonly text: string
  readonly ink: Ink
}

function entriesOf(repaired: RepairedText, separator: string | undefined): readonly Entry[] {
  const parts = separator === undefined ? [repaired.text] : repaired.text.split(separator)
  let next = 0
  return parts.flatMap((part): readonly Entry[] => {
    const from = next + part.length - part.trimStart().length
    next += part.length + (separator?.length ?? 0)
    const text = part.trim()
    return text === '' ? [] : [{ text, ink: inkOfText(repaired, from, from + text.length) }]
  })
}
