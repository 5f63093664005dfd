import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline, CompiledPart, CompiledSection } from '../rules/load-rules.ts'
import type { SectionHeading } from './find-section-headings.ts'
import { nearWording } from './near-wording.ts'

/**
 * Index of the first line behind the last entity: an imprint or an index begins a page, with a heading that is no
 * wording of the report, is not numbered like its sections, and is set larger than anything but their headings. The
 * number of lines where there is none.
 *
 * @param limit distance up to which two wordings count as one, as a share of the known one's length
 */
export function endOfEntities(
  body: readonly Line[],
  headings: readonly SectionHeading[],
  rules: CompiledOutline,
  limit: number,
): number {
  const last = headings.at(-1)
  const sectionSize = last?.lines[0]?.size
  if (last === undefined || sectionSize === undefined) return body.length
  const wordings = rules.sections.flatMap(wordingsOf)
  const folded = new Set(wordings.map(foldWords))
  const within = body.filter((line) => folded.has(foldWords(line.text)))
  const text = body.slice(last.to).filter(({ page }) => page === last.lines[0]?.page)
  const largest = Math.max(...[...within, ...text].map(({ size }) => size))
  const end = body.findIndex(
    (line, index) =>
      index >= last.to &&
      line.page !== body[index - 1]?.page &&
      line.size >= sectionSize &&
      line.size > largest &&
      !rules.sectionHeading.expression.test(line.text) &&
      nearWording(line.text, wordings, limit) === null,
  )
  return end < 0 ? body.length : end
}

function wordingsOf(section: CompiledSection): readonly string[] {
  return [...section.wordings, ...section.parts.flatMap(partWordings)]
}

function partWordings(part: CompiledPart): readonly string[] {
  if (part.kind === 'figures') return part.captions
  return part.kind === 'table' ? [...part.wordings, ...part.columns.flatMap(({ wordings }) => wordings)] : part.wordings
}
