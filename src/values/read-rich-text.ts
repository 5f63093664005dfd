import { buildBlocks } from '../blocks/build-blocks.ts'
import type { Line } from '../layout/line.ts'
import type { FieldValue } from './field-value.ts'
import type { FieldContext } from './kinds.ts'
import { leaf, tracedList, tracedObject } from './traced.ts'

/** Reads a column of printed lines as paragraphs and list items. */
export function readRichText(
  lines: readonly Line[],
  { flow, readers }: Pick<FieldContext, 'flow' | 'readers'>,
): FieldValue {
  const printed = buildBlocks(lines, flow, readers.blocks)
  const repaired = printed.map((block) => readers.join(block.lines))
  const wordsOf = printed.map((block) => block.lines.flatMap((line) => line.words.map((word) => word.id)))
  const blocks = printed.map(({ kind, marker, level }, index) =>
    tracedObject({
      kind: leaf(kind),
      marker: leaf(marker),
      level: leaf(level),
      text: leaf(repaired[index]?.text ?? '', wordsOf[index]),
    }),
  )
  const text = repaired.map((block) => block.text).join('\n')
  const words = wordsOf.flat()
  return {
    traced: tracedObject({ text: leaf(text, words), blocks: tracedList(blocks) }),
    text,
    words,
    markers: printed.flatMap((block) => block.markerWords.map((word) => word.id)),
    joins: repaired.flatMap(({ joins }) => joins),
    notices: [],
  }
}
