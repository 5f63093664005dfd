import type { Line } from '../layout/line.ts'
import type { BlockLines, BlockRules } from './build-blocks.ts'
import { type ColumnFlow, paragraphBreak } from './paragraph-break.ts'

/** Weight, for or against, below which the end of a paragraph is doubtful. */
const CLOSE = 1

/**
 * Lines after which it is doubtful whether a paragraph ends: where neither gaps nor tags set paragraphs apart, a line that
 * is neither full nor short may end one. Flowed text has no gaps that mean anything, and its widths are estimates; there
 * all ends are of this kind.
 *
 * @param blocks a text as it was divided
 */
export function closeParagraphs(blocks: readonly BlockLines[], flow: ColumnFlow, rules: BlockRules): readonly Line[] {
  if (flow.layout === 'flowed' || flow.spaced || flow.tagged) return []
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ lines }) => lines)
  return paragraphs.filter((line, index) => {
    const below = paragraphs[index + 1]
    if (below?.page !== line.page) return false
    return Math.abs(paragraphBreak(line, below, flow, rules.text, rules.settings)) < CLOSE
  })
}
