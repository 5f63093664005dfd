import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline } from '../rules/load-rules.ts'
import type { SectionHeading } from './find-section-headings.ts'
import { nearWording } from './near-wording.ts'
import { partWordings } from './split-parts.ts'
import { faceOf } from './unknown-headings.ts'

/**
 * Index of the first line behind the last entity: an imprint or an index has a heading that is no wording of the report,
 * is not numbered like its sections, and is set larger than anything but their headings. It begins a page and is as large
 * as these, or is set like a heading before the first entity. The number of lines where there is none.
 *
 * @param before the lines before the first entity, those of a table of contents included
 * @param limit distance up to which two wordings count as one, as a share of the known one's length
 */
export function endOfEntities(
  body: readonly Line[],
  before: readonly Line[],
  headings: readonly SectionHeading[],
  rules: CompiledOutline,
  limit: number,
): number {
  const last = headings.at(-1)
  const sectionSize = last?.lines[0]?.size
  if (last === undefined || sectionSize === undefined) return body.length
  const labels = rules.sections.flatMap(({ parts }) => parts.flatMap(partWordings))
  const wordings = [...rules.sections.flatMap((section) => section.wordings), ...labels]
  const folded = new Set(labels.map(foldWords))
  const within = body.filter((line) => folded.has(foldWords(line.text)))
  const text = body.slice(last.to).filter(({ page }) => page === last.lines[0]?.page)
  const largest = Math.max(...[...within, ...text].map(({ size }) => size))
  const faces = new Set(before.map(faceOf))
  const isSection = (text: string) => rules.areSectionsNumbered && rules.sectionHeading.expression.test(text)
  const end = body.findIndex(
    (line, index) =>
      index >= last.to &&
      ((line.page !== body[index - 1]?.page && line.size >= sectionSize) || faces.has(faceOf(line))) &&
      line.size > largest &&
      !isSection(line.text) &&
      nearWording(line.text, wordings, limit) === null,
  )
  return end < 0 ? body.length : end
}
