import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline, CompiledSection } from '../rules/load-rules.ts'
import { type NearWording, nearWording } from './near-wording.ts'
import { faceOf } from './unknown-headings.ts'

/** A section heading found in the text. */
export interface SectionHeading {
  readonly section: CompiledSection
  /** Index of its first line in the body. */
  readonly from: number
  /** One past its last line. */
  readonly to: number
  readonly lines: readonly Line[]
  /** As printed, `7.2`; null where the heading carries no number. */
  readonly number: string | null
  /** As printed, line ends joined. */
  readonly title: string
  /** How the title differs from the one in the rules; null where it does not. */
  readonly near: NearWording | null
}

/** A line with a section's title that was not taken for its heading. */
export interface RefusedHeading {
  readonly heading: SectionHeading
  /** Set like running text where headings are set apart, or unlike the headings beyond doubt. */
  readonly why: 'set-like-text' | 'set-unlike-headings'
}

/** What there is of section headings, and of lines that nearly are. */
export interface FoundHeadings {
  readonly headings: readonly SectionHeading[]
  readonly refused: readonly RefusedHeading[]
}

/** Lines a heading may be broken over. */
const HEADING_LINES = 3

/**
 * Finds the section headings: a number of the form the rules give, followed by the title of a section. The title
 * decides which section it is, since the number may be wrong; it may differ a little from the one in the rules. A title
 * without a number counts only where it stands alone and is set as a heading: larger than the body's text, or bold; one
 * that differs is set like those that do not.
 *
 * @param limit distance up to which two titles count as one, as a share of the known one's length
 */
export function findSectionHeadings(
  body: readonly Line[],
  rules: CompiledOutline,
  bodySize: number,
  limit: number,
): FoundHeadings {
  const headings: SectionHeading[] = []
  const titles = sectionTitles(rules)
  const rows = countBaselines(body)
  const isAlone = (line: Line) => rows.get(baselineOf(line)) === 1
  let index = 0
  while (index < body.length) {
    const heading = headingAt(body, index, titles, bodySize, limit, isAlone)
    if (heading !== null) headings.push(heading)
    index = heading?.to ?? index + 1
  }
  return inCommonFaces(headings, bodySize)
}

/** Share of the headings that are set apart from running text where a document does that. */
const STYLED = 0.8

/**
 * Leaves out what is not set like the headings beyond doubt: a title without a number that differs from the one in the
 * rules and, where nearly all headings are set apart from running text, a line within such a text.
 */
function inCommonFaces(headings: readonly SectionHeading[], bodySize: number): FoundHeadings {
  const exact = headings.filter(({ near }) => near === null)
  const isStyled = ({ lines }: SectionHeading) => lines.every((line) => isSetAsHeading(line, bodySize))
  const styled = exact.filter(isStyled)
  const areAllStyled = styled.length >= exact.length * STYLED && styled.length > 0
  const faces = new Set(exact.flatMap(({ lines: [line] }) => (line === undefined ? [] : [faceOf(line)])))
  const refused = headings.flatMap((heading): readonly RefusedHeading[] => {
    const { number, near, lines } = heading
    if (areAllStyled && !isStyled(heading)) return [{ heading, why: 'set-like-text' }]
    const isSure = number !== null || near === null || lines.every((line) => faces.has(faceOf(line)))
    return isSure ? [] : [{ heading, why: 'set-unlike-headings' }]
  })
  const without = new Set(refused.map(({ heading }) => heading))
  return { headings: headings.filter((heading) => !without.has(heading)), refused }
}

/** How many lines stand on each baseline. */
function countBaselines(body: readonly Line[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const line of body) rows.set(baselineOf(line), (rows.get(baselineOf(line)) ?? 0) + 1)
  return rows
}

function baselineOf({ page, baseline }: Line): string {
  return `${String(page)} ${String(baseline)}`
}

function headingAt(
  body: readonly Line[],
  from: number,
  titles: SectionTitles,
  bodySize: number,
  limit: number,
  isAlone: (line: Line) => boolean,
): SectionHeading | null {
  const first = body[from]
  let nearest: (SectionHeading & { readonly near: NearWording }) | null = null
  for (let to = from + 1; to <= Math.min(body.length, from + HEADING_LINES); to += 1) {
    const lines = body.slice(from, to)
    if (lines.some((line) => line.page !== first?.page || line.size !== first.size)) break
    const printed = lines.map((line) => line.text).join(' ')
    const groups = titles.numbered.exec(printed)?.groups
    const number = groups?.['number'] ?? null
    const title = groups?.['title'] ?? printed
    if (number === null && !lines.every((line) => isSetAsHeading(line, bodySize) && isAlone(line))) continue
    const known = sectionOf(title, titles, limit)
    if (known === null) continue
    const heading = { from, to, lines, number, title }
    if (known.near === null) return { ...heading, ...known, near: null }
    // More lines may print the title exactly.
    if (nearest === null || known.near.distance < nearest.near.distance)
      nearest = { ...heading, section: known.section, near: known.near }
  }
  return nearest
}

/** The titles of the sections as the rules give them. */
interface SectionTitles {
  /** Matches a number with what may be a title. */
  readonly numbered: RegExp
  /** Sections by their folded titles. */
  readonly sections: ReadonlyMap<string, CompiledSection>
  readonly wordings: readonly string[]
}

function sectionTitles({ sections, sectionHeading }: CompiledOutline): SectionTitles {
  const titles = sections.flatMap((section) =>
    section.wordings.map((wording) => [foldWords(wording), section] as const),
  )
  return {
    numbered: sectionHeading.expression,
    // Where two sections have a title, it is that of the first.
    sections: new Map(titles.reverse()),
    wordings: sections.flatMap(({ wordings }) => wordings),
  }
}

/** The section with a title, or failing that the one whose title comes nearest. */
function sectionOf(
  title: string,
  { sections, wordings }: SectionTitles,
  limit: number,
): Pick<SectionHeading, 'section' | 'near'> | null {
  const section = sections.get(foldWords(title))
  if (section !== undefined) return { section, near: null }
  const near = nearWording(title, wordings, limit)
  const nearest = near === null ? undefined : sections.get(foldWords(near.known))
  return near === null || nearest === undefined ? null : { section: nearest, near }
}

function isSetAsHeading(line: Line, bodySize: number): boolean {
  return line.size > bodySize * 1.05 || line.bold
}
