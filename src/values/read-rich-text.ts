import { type BlockRules, buildBlocks } from '../blocks/build-blocks.ts'
import type { ColumnFlow } from '../blocks/paragraph-break.ts'
import type { Line } from '../layout/line.ts'
import type { Join, RepairedText } from '../repair/repaired-text.ts'
import type { Block, RichText } from '../report/report.ts'

/** A text with the printed words that each of its blocks was read from. */
export interface ReadRichText {
  readonly value: RichText
  /** For each block the ids of its words, without the marker's. */
  readonly words: readonly (readonly number[])[]
  /** Ids of the words that are list markers. */
  readonly markers: readonly number[]
  readonly joins: readonly Join[]
}

/** Reads a column of printed lines as paragraphs and list items. */
export function readRichText(
  lines: readonly Line[],
  flow: ColumnFlow,
  rules: BlockRules,
  join: (lines: readonly Line[]) => RepairedText,
): ReadRichText {
  const printed = buildBlocks(lines, flow, rules)
  const repaired = printed.map((block) => join(block.lines))
  const blocks: Block[] = printed.map(({ kind, marker, level }, index) => ({
    kind,
    marker,
    level,
    text: repaired[index]?.text ?? '',
  }))
  return {
    value: { text: blocks.map((block) => block.text).join('\n'), blocks },
    words: printed.map((block) => block.lines.flatMap((line) => line.words.map((word) => word.id))),
    markers: printed.flatMap((block) => block.markerWords.map((word) => word.id)),
    joins: repaired.flatMap((text) => text.joins),
  }
}
