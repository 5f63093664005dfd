import { buildBlocks } from '../blocks/build-blocks.ts'
import type { Line } from '../layout/line.ts'
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
    traced: tracedList(entries.map(({ text, words }) => leaf(text, words))),
    text: entries.map(({ text }) => text).join('\n'),
    words: blocks.flatMap((block) => block.lines.flatMap((line) => line.words.map((word) => word.id))),
    markers: blocks.flatMap((block) => block.markerWords.map((word) => word.id)),
    joins: repaired.flatMap(({ joins }) => joins),
    notices: [],
  }
}

interface Entry {
  readonly text: string
  readonly words: readonly number[]
}

function entriesOf({ text, spans }: RepairedText, separator: string | undefined): readonly Entry[] {
  const parts = separator === undefined ? [text] : text.split(separator)
  let from = 0
  return parts.flatMap((part): readonly Entry[] => {
    const start = from
    from += part.length + (separator?.length ?? 0)
    const entry = part.trim()
    const words = spans.filter((span) => span.from < start + part.length && span.to > start).map(({ word }) => word)
    return entry === '' ? [] : [{ text: entry, words: [...new Set(words)] }]
  })
}
