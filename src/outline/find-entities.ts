import type { Line } from '../layout/line.ts'
import type { CompiledOutline } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import { type EntityHeading, judgeEntityHeadings, type JudgedHeading } from './find-entity-heading.ts'
import type { SectionHeading } from './find-section-headings.ts'
import { faceOf, type HeadingStyle, headingStyle } from './unknown-headings.ts'

/** An entity's heading with those of its sections. */
export interface FoundEntity {
  readonly heading: EntityHeading
  readonly sections: readonly SectionHeading[]
}

/** What finding the entities of a document needs. */
export interface EntityContext {
  readonly body: readonly Line[]
  readonly headings: readonly SectionHeading[]
  /** Folded titles that a table of contents or the document's outline lists. */
  readonly listed: ReadonlySet<string>
  readonly bodySize: number
  readonly rules: CompiledOutline
  readonly settings: Settings
}

/**
 * Finds the entities: each has a heading in front of its first section. When some are known, it is known how their
 * headings are set: then those are found too that are worded unlike the others, and those in front of a section that no
 * rule knows.
 *
 * @returns the entities, the section headings that stand before the first one, and all lines that were weighed
 */
export function findEntities(context: EntityContext): {
  readonly entities: readonly FoundEntity[]
  readonly without: readonly SectionHeading[]
  readonly judged: readonly JudgedHeading[]
} {
  const worded = group(context, context.headings.map(known), null)
  const style = headingStyle(
    worded.entities.map(({ heading }) => heading.lines),
    context.body,
    context.bodySize,
  )
  if (style === null) return worded
  return group(context, [...context.headings.map(known), ...unknownOpenings(context, style)], style)
}

/** A section heading in front of which an entity's heading may stand. */
interface Opening {
  readonly section: SectionHeading
  readonly isKnown: boolean
}

function known(section: SectionHeading): Opening {
  return { section, isKnown: true }
}

function group(
  context: EntityContext,
  openings: readonly Opening[],
  style: HeadingStyle | null,
): ReturnType<typeof findEntities> {
  const entities: { heading: EntityHeading; sections: SectionHeading[] }[] = []
  const without: SectionHeading[] = []
  const judged: JudgedHeading[] = []
  const chapters = chaptersOf(context.headings)
  let start = 0
  let before: SectionHeading | null = null
  for (const { section, isKnown } of openings.toSorted((a, b) => a.section.from - b.section.from)) {
    const previous = entities.at(-1)
    const search = { ...context, start, section, sectionBefore: before, previous: previous?.heading ?? null, style }
    const chapter = chapters.has(section) ? chapters.get(section) : chapterIn(section.number)
    const weighed = judgeEntityHeadings({ ...search, chapter })
    const heading = weighed.find(({ isTaken }) => isTaken)?.heading ?? null
    judged.push(...weighed)
    if (heading !== null) entities.push({ heading, sections: isKnown ? [section] : [] })
    else if (isKnown) (previous?.sections ?? without).push(section)
    if (heading !== null || isKnown) {
      start = isKnown ? section.to : (heading?.to ?? start)
      before = isKnown ? section : null
    }
  }
  return { entities, without, judged }
}

/**
 * For each section the chapter that most sections from it on to the end of its entity are numbered in: one of them may be
 * misnumbered.
 */
function chaptersOf(headings: readonly SectionHeading[]): ReadonlyMap<SectionHeading, string | undefined> {
  const chapters = new Map<SectionHeading, string | undefined>()
  let end = headings.length
  for (const [from, heading] of [...headings.entries()].reverse()) {
    chapters.set(heading, commonest(headings.slice(from, end).flatMap(({ number }) => chapterIn(number) ?? [])))
    const above = headings[from - 1]
    if (above !== undefined && heading.section.order <= above.section.order) end = from
  }
  return chapters
}

/** `7` of `7.2`. */
function chapterIn(number: string | null): string | undefined {
  return number?.split('.')[0]
}

/** The first of those that are there most often. */
function commonest(values: readonly string[]): string | undefined {
  const counts = values.map((value) => values.filter((other) => other === value).length)
  return values[counts.indexOf(Math.max(...counts))]
}

/** Lines set like section headings, unknown ones, right below a line that is set like an entity's heading. */
function unknownOpenings({ body, headings, bodySize, rules }: EntityContext, style: HeadingStyle): readonly Opening[] {
  const [first] = rules.sections
  const sections = headingStyle(
    headings.map(({ lines }) => lines),
    body,
    bodySize,
  )
  if (sections === null || first === undefined) return []
  const isTaken = (index: number) => headings.some(({ from, to }) => index >= from && index < to)
  return body.flatMap((line, index): readonly Opening[] => {
    const above = body[index - 1]
    const opens = above !== undefined && style.faces.has(faceOf(above)) && !style.faces.has(faceOf(line))
    if (!opens || !sections.faces.has(faceOf(line)) || isTaken(index)) return []
    const groups = rules.sectionHeading.expression.exec(line.text)?.groups
    const number = groups?.['number'] ?? null
    const title = groups?.['title'] ?? line.text
    return [
      {
        section: { section: first, from: index, to: index + 1, lines: [line], number, title, near: null },
        isKnown: false,
      },
    ]
  })
}
