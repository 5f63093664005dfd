import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import type { SectionHeading } from './find-section-headings.ts'

/** The heading of an entity (a city's name with its number). */
export interface EntityHeading {
  /** Index of its first line in the body. */
  readonly from: number
  readonly to: number
  readonly lines: readonly Line[]
  readonly number: number | null
  /** As printed, without the number. */
  readonly title: string
}

/** What is known when looking for the heading of an entity. */
export interface EntitySearch {
  readonly body: readonly Line[]
  /** First line that may belong to the heading: the one after the heading of the section before. */
  readonly start: number
  /** The section heading that the entity's heading must precede. */
  readonly section: SectionHeading
  readonly previous: EntityHeading | null
  /** The section heading before, of the same entity or of the one before. */
  readonly sectionBefore: SectionHeading | null
  /** Folded titles that a table of contents or the document's outline lists. */
  readonly listed: ReadonlySet<string>
  readonly bodySize: number
}

/** What speaks for a line being an entity's heading, and how much. */
const WEIGHT = {
  /** Nothing stands between it and the section heading. */
  adjacent: 3,
  /** A few lines do. */
  near: 1,
  /** The section's number counts within it: `7` above `7.1`. */
  chapter: 2,
  /** The section's number counts within another one. */
  otherChapter: -4,
  /** The section comes no later in an entity than the one before: a new entity must have begun. */
  restart: 4,
  /** Its number follows that of the entity before. */
  next: 1,
  /** It is set no smaller than the section heading, and larger than the text. */
  large: 2,
  /** It is set like running text while the section heading is not. */
  small: -3,
  /** It is the first line of its page. */
  pageStart: 1,
  /** A table of contents lists it. */
  listed: 2,
} as const

/** Sum of weights at which a line is taken for a heading. */
const THRESHOLD = 4

/** The best candidate among the lines before a section heading; null where none is convincing. */
export function findEntityHeading(
  search: EntitySearch,
  rules: CompiledOutline,
  settings: Settings,
): EntityHeading | null {
  const earliest = Math.max(search.start, search.section.from - settings.headingSearch)
  let best: { heading: EntityHeading; weight: number } | null = null
  for (let from = earliest; from < search.section.from; from += 1) {
    for (const to of [from + 1, from + 2]) {
      const heading = candidate(search, from, to, rules)
      const weight = heading === null ? 0 : weigh(heading, search)
      if (heading !== null && weight >= THRESHOLD && weight > (best?.weight ?? 0)) best = { heading, weight }
    }
  }
  return best?.heading ?? null
}

function candidate(search: EntitySearch, from: number, to: number, rules: CompiledOutline): EntityHeading | null {
  if (to > search.section.from) return null
  const lines = search.body.slice(from, to)
  const [first] = lines
  if (lines.some((line) => line.page !== first?.page || line.size !== first.size)) return null
  const groups = rules.entity.heading.expression.exec(lines.map((line) => line.text).join(' '))?.groups
  const title = groups?.['title']
  if (title === undefined) return null
  const number = groups?.['number']
  return { from, to, lines, number: number === undefined ? null : Number(number), title }
}

function weigh(heading: EntityHeading, search: EntitySearch): number {
  const { section, previous, bodySize } = search
  const [line] = heading.lines
  if (line === undefined) return 0
  const sectionLine = section.lines[0]
  const between = section.from - heading.to
  const chapter = section.number?.split('.')[0]
  const sectionSize = sectionLine?.size ?? bodySize
  const styled = sectionSize > bodySize * 1.05
  const evidence: readonly (readonly [keyof typeof WEIGHT, boolean])[] = [
    ['adjacent', between === 0],
    ['near', between > 0 && between <= 3],
    ['chapter', heading.number !== null && chapter === String(heading.number)],
    ['otherChapter', heading.number !== null && chapter !== undefined && chapter !== String(heading.number)],
    ['restart', search.sectionBefore !== null && section.section.order <= search.sectionBefore.section.order],
    ['next', heading.number !== null && previous?.number === heading.number - 1],
    ['large', styled && line.size >= sectionSize],
    ['small', styled && line.size < sectionSize],
    ['pageStart', search.body[heading.from - 1]?.page !== line.page],
    ['listed', search.listed.has(foldWords(heading.title))],
  ]
  return evidence.reduce((sum, [name, holds]) => sum + (holds ? WEIGHT[name] : 0), 0)
}
