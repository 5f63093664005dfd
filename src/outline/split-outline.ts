import type { Finding } from '../diagnostics/diagnostic.ts'
import { foldWords } from '../layout/fold-words.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline, CompiledSection } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { findContents } from './find-contents.ts'
import { findEntities, type FoundEntity } from './find-entities.ts'
import type { EntityHeading, JudgedHeading } from './find-entity-heading.ts'
import { endOfEntities } from './find-end.ts'
import { findSectionHeadings, type FoundHeadings, type SectionHeading } from './find-section-headings.ts'
import { findWindow } from './find-window.ts'
import { partWordings } from './split-parts.ts'
import { divideAt, headingStyle, setUnknownApart, type UnknownPart } from './unknown-headings.ts'

/** A section of an entity with the lines below its heading. */
export interface SectionRegion {
  readonly rule: CompiledSection
  readonly heading: SectionHeading
  /** Headings of the same section that are printed again further down; what stands below them belongs to it too. */
  readonly repeats: readonly SectionHeading[]
  readonly lines: readonly Line[]
  /** Lines within it that look like the heading of another section. */
  readonly mentions: readonly SectionHeading[]
  /** What stands below headings like those of sections that no rule knows. */
  readonly unknown: readonly UnknownPart[]
}

export interface EntityRegion {
  readonly heading: EntityHeading
  /** Lines between the entity's heading and its first section. */
  readonly lead: readonly Line[]
  readonly sections: readonly SectionRegion[]
}

export interface Outline {
  readonly entities: readonly EntityRegion[]
  /** Lines of tables of contents. */
  readonly contents: readonly Line[]
  /** Lines before the first entity. */
  readonly before: readonly Line[]
  /** Lines of the pages behind the last entity. */
  readonly after: readonly Line[]
  /** Font size of running text. */
  readonly bodySize: number
  readonly findings: readonly Finding[]
  /** Why lines were taken for headings or not. */
  readonly judged: {
    /** Lines that were weighed as headings of entities. */
    readonly entities: readonly JudgedHeading[]
    readonly sections: FoundHeadings
  }
}

/**
 * Finds the entities and their sections. Sections are known by their titles; the heading of an entity is looked for
 * in front of each section heading, since a line such as `5 further places` looks like one anywhere else.
 *
 * @param listedTitles titles from the document's outline (bookmarks)
 */
export function splitOutline(
  lines: readonly Line[],
  listedTitles: readonly string[],
  rules: CompiledOutline,
  settings: Settings,
): Outline {
  const contents = findContents(lines, rules)
  const body = lines.filter((line) => !contents.has(line))
  const bodySize = commonSize(body)
  const sections = findSectionHeadings(body, rules, bodySize, settings.nearMatchDistance)
  const { headings } = sections
  const listed = new Set(
    [...listedTitles, ...contentsTitles([...contents], rules)].map((title) => foldWords(title.replace(/^\d+\s/u, ''))),
  )

  const { entities, without, judged } = findEntities({ body, headings, listed, bodySize, rules, settings })
  const apart = unknownSections(headings, body, bodySize, rules)
  const before = body.slice(0, entities[0]?.heading.from ?? body.length)
  const end = endOfEntities(body, [...contents, ...before], headings, rules, settings.nearMatchDistance)
  return {
    entities: entities.map((entity, index) => toRegion(entity, entities[index + 1]?.heading.from ?? end, body, apart)),
    bodySize,
    contents: [...contents],
    before,
    after: entities.length === 0 ? [] : body.slice(end),
    findings: without.map(({ title, lines: [line] }) => ({
      code: 'section/without-entity',
      args: { title },
      page: line?.page ?? null,
      pointer: null,
    })),
    judged: { entities: judged, sections },
  }
}

function toRegion(entity: FoundEntity, end: number, body: readonly Line[], apart: SetApart): EntityRegion {
  const headings = entity.sections.filter((_, index) => !isMention(entity.sections, index, end, body))
  const parts = headings.map((heading, index) => ({
    heading,
    mentions: entity.sections.filter(
      (other) =>
        other.from > heading.from && other.from < (headings[index + 1]?.from ?? end) && !headings.includes(other),
    ),
    ...apart(body.slice(heading.to, headings[index + 1]?.from ?? end), heading),
  }))
  const lead = apart(body.slice(entity.heading.to, headings[0]?.from ?? end), null)
  const sections = [...groupBy(parts, ({ heading }) => heading.section)].flatMap(([rule, [first, ...repeats]]) =>
    first === undefined
      ? []
      : [
          {
            rule,
            heading: first.heading,
            repeats: repeats.map(({ heading }) => heading),
            lines: [first, ...repeats].flatMap(({ lines }) => lines),
            mentions: [first, ...repeats].flatMap(({ mentions }) => mentions),
            // What stands above the first section has no other place.
            unknown: [
              ...(first === parts[0] ? lead.unknown : []),
              ...[first, ...repeats].flatMap(({ unknown }) => unknown),
            ],
          },
        ],
  )
  return { heading: entity.heading, lead: lead.lines, sections }
}

/**
 * Whether a heading is none, but a line of the section above: its own section is there already, and what stands below it
 * are parts of the section above.
 */
function isMention(sections: readonly SectionHeading[], index: number, end: number, body: readonly Line[]): boolean {
  const [heading, above] = [sections[index], sections[index - 1]]
  const isAgain = sections.slice(0, index).some(({ section }) => section === heading?.section)
  if (heading === undefined || above === undefined || !isAgain || above.section === heading.section) return false
  const below = body.slice(heading.to, sections[index + 1]?.from ?? end)
  const holds = ({ section }: SectionHeading) =>
    section.parts.some((part) => findWindow(below, partWordings(part)) !== null)
  return holds(above) && !holds(heading)
}

/** Sets apart what stands in a section below headings of sections that no rule knows. */
type SetApart = (
  lines: readonly Line[],
  heading: SectionHeading | null,
) => { readonly lines: readonly Line[]; readonly unknown: readonly UnknownPart[] }

/** Unknown headings are known by how the known ones are set; where that does not tell, by the number that follows. */
function unknownSections(
  headings: readonly SectionHeading[],
  body: readonly Line[],
  bodySize: number,
  rules: CompiledOutline,
): SetApart {
  const exact = headings.filter(({ near }) => near === null)
  const style = headingStyle(
    exact.map(({ lines }) => lines),
    body,
    bodySize,
  )
  const wordings = rules.sections.flatMap((section) => section.wordings)
  if (style !== null) return (lines) => setUnknownApart(lines, style, wordings)
  return (lines, heading) => {
    const next = heading?.number == null ? null : nextNumber(heading.number)
    const heads = lines.flatMap((line, index) => {
      const printed = rules.sectionHeading.expression.exec(line.text)?.groups?.['number']
      return printed !== undefined && printed === next ? [index] : []
    })
    return divideAt(lines, heads.slice(0, 1), (from) => from + 1, wordings)
  }
}

/** The number after that of a section: `7.4` after `7.3`. */
function nextNumber(number: string): string {
  const dot = number.lastIndexOf('.') + 1
  return `${number.slice(0, dot)}${String(Number(number.slice(dot)) + 1)}`
}

/** The size in which most characters of the text are set. */
function commonSize(lines: readonly Line[]): number {
  const sizes = new Map<number, number>()
  for (const line of lines) sizes.set(line.size, (sizes.get(line.size) ?? 0) + line.text.length)
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function contentsTitles(contents: readonly Line[], rules: CompiledOutline): readonly string[] {
  return contents.flatMap((line) => {
    for (const pattern of rules.contentsLine) {
      const title = pattern.expression.exec(line.text)?.groups?.['title']
      if (title !== undefined) return [title]
    }
    return [line.text]
  })
}
