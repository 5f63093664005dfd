import type { Finding } from '../diagnostics/diagnostic.ts'
import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline, CompiledSection } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { findContents } from './find-contents.ts'
import { type EntityHeading, findEntityHeading } from './find-entity-heading.ts'
import { endOfEntities } from './find-end.ts'
import { findSectionHeadings, type SectionHeading } from './find-section-headings.ts'

/** A section of an entity with the lines below its heading. */
export interface SectionRegion {
  readonly rule: CompiledSection
  readonly heading: SectionHeading
  readonly lines: readonly Line[]
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
  readonly findings: readonly Finding[]
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
  const headings = findSectionHeadings(body, rules, bodySize, settings.nearMatchDistance)
  const listed = new Set(
    [...listedTitles, ...contentsTitles([...contents], rules)].map((title) => foldWords(title.replace(/^\d+\s/u, ''))),
  )

  const entities: { heading: EntityHeading; sections: SectionHeading[] }[] = []
  const findings: Finding[] = []
  let start = 0
  for (const [index, section] of headings.entries()) {
    const previous = entities.at(-1)
    const heading = findEntityHeading(
      {
        body,
        start,
        section,
        sectionBefore: headings[index - 1] ?? null,
        previous: previous?.heading ?? null,
        listed,
        bodySize,
      },
      rules,
      settings,
    )
    if (heading !== null) entities.push({ heading, sections: [section] })
    else if (previous !== undefined) previous.sections.push(section)
    else
      findings.push({
        code: 'section/without-entity',
        args: { title: section.title },
        page: section.lines[0]?.page ?? null,
        pointer: null,
      })
    start = section.to
  }
  const end = endOfEntities(body, headings, rules, settings.nearMatchDistance)
  return {
    entities: entities.map((entity, index) => toRegion(entity, entities[index + 1]?.heading.from ?? end, body)),
    contents: [...contents],
    before: body.slice(0, entities[0]?.heading.from ?? body.length),
    after: entities.length === 0 ? [] : body.slice(end),
    findings,
  }
}

function toRegion(
  entity: { heading: EntityHeading; sections: readonly SectionHeading[] },
  end: number,
  body: readonly Line[],
): EntityRegion {
  const sections = entity.sections.map((heading, index) => ({
    rule: heading.section,
    heading,
    lines: body.slice(heading.to, entity.sections[index + 1]?.from ?? end),
  }))
  return { heading: entity.heading, lead: body.slice(entity.heading.to, entity.sections[0]?.from ?? end), sections }
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
