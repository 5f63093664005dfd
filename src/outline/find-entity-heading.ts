import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { CompiledOutline } from '../rules/load-rules.ts'
import type { Settings } from '../rules/settings-rules.ts'
import type { SectionHeading } from './find-section-headings.ts'
import { faceOf, type HeadingStyle } from './unknown-headings.ts'

/** The heading of an entity (a city's name with its number). */
export interface EntityHeading {
  /** Index of its first line in the body. */
  readonly from: number
  readonly to: number
  readonly lines: readonly Line[]
  readonly number: number | null
  /** As printed, without the number. */
  readonly title: string
  /** Worded as the rules say; else it is only set like the others. */
  readonly isWorded: boolean
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
  /** Number of the chapter that the section belongs to; undefined where sections are not numbered. */
  readonly chapter: string | undefined
  /** Folded titles that a table of contents or the document's outline lists. */
  readonly listed: ReadonlySet<string>
  readonly bodySize: number
  /** How headings of entities are set; null where that is not known yet. */
  readonly style: HeadingStyle | null
  readonly rules: CompiledOutline
  readonly settings: Settings
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

/** What speaks for or against a heading. */
export type HeadingSign = keyof typeof WEIGHT

/** Lines that may be the heading of an entity, weighed. */
export interface JudgedHeading {
  readonly heading: EntityHeading
  /** What holds of them; the weights make up the sum. */
  readonly evidence: readonly { readonly sign: HeadingSign; readonly weight: number }[]
  readonly weight: number
  /** Sum from which on they may be taken. */
  readonly threshold: number
  /** They are the heading: the best of those before their section. */
  readonly isTaken: boolean
}

/** Weighs all lines before a section heading that are worded or set like an entity's heading; at most one is taken. */
export function judgeEntityHeadings(search: EntitySearch): readonly JudgedHeading[] {
  const earliest = Math.max(search.start, search.section.from - search.settings.headingSearch)
  const weighed: Omit<JudgedHeading, 'isTaken'>[] = []
  for (let from = earliest; from < search.section.from; from += 1) {
    for (const to of [from + 1, from + 2]) {
      const heading = candidate(search, from, to)
      if (heading !== null) weighed.push({ heading, ...weigh(heading, search), threshold: THRESHOLD })
    }
  }
  const convincing = weighed.filter(({ weight }) => weight >= THRESHOLD)
  const best = convincing.reduce<(typeof convincing)[number] | null>((a, b) => (isBetter(b, a) ? b : a), null)
  return weighed.map((judged) => ({ ...judged, isTaken: judged === best }))
}

type Weighed = Pick<JudgedHeading, 'heading' | 'weight'>

/** Of two that weigh the same, the one that is worded as the rules say is better. */
function isBetter(a: Weighed, b: Weighed | null): boolean {
  const weight = b?.weight ?? 0
  return a.weight === weight ? a.heading.isWorded && b?.heading.isWorded === false : a.weight > weight
}

function candidate(search: EntitySearch, from: number, to: number): EntityHeading | null {
  if (to > search.section.from) return null
  const lines = search.body.slice(from, to)
  const [first] = lines
  if (lines.some((line) => line.page !== first?.page || line.size !== first.size)) return null
  const text = lines.map((line) => line.text).join(' ')
  const groups = search.rules.entity.heading.expression.exec(text)?.groups
  const title = groups?.['title']
  if (title === undefined) return styled(search, from, to, lines, text)
  const number = groups?.['number']
  return { from, to, lines, number: number === undefined ? null : Number(number), title, isWorded: true }
}

function isInStyle(line: Line | undefined, style: HeadingStyle | null): boolean {
  if (line === undefined || style === null) return false
  return style.faces.has(faceOf(line))
}

/** A number before a title, whatever stands between them. */
const NUMBERED = /^(?<number>\d{1,2})[.):]?\s+(?<title>\S.*)$/u

/** All lines of a heading that is set like the known ones; a part of it is none. */
function styled(
  { body, style }: EntitySearch,
  from: number,
  to: number,
  lines: readonly Line[],
  text: string,
): EntityHeading | null {
  const page = lines[0]?.page
  const isSet = (line: Line | undefined) => isInStyle(line, style) && line?.page === page
  if (!lines.every(isSet) || isSet(body[from - 1]) || isSet(body[to])) return null
  const groups = NUMBERED.exec(text)?.groups
  const number = groups?.['number']
  const title = groups?.['title'] ?? text
  return { from, to, lines, number: number === undefined ? null : Number(number), title, isWorded: false }
}

function weigh(heading: EntityHeading, search: EntitySearch): Pick<JudgedHeading, 'evidence' | 'weight'> {
  const { section, previous, bodySize } = search
  const [line] = heading.lines
  if (line === undefined) return { evidence: [], weight: 0 }
  const sectionLine = section.lines[0]
  const between = section.from - heading.to
  const { chapter } = search
  const sectionSize = sectionLine?.size ?? bodySize
  const styled = sectionSize > bodySize * 1.05
  const signs: readonly (readonly [HeadingSign, boolean])[] = [
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
  const evidence = signs.flatMap(([sign, holds]) => (holds ? [{ sign, weight: WEIGHT[sign] }] : []))
  return { evidence, weight: evidence.reduce((sum, { weight }) => sum + weight, 0) }
}
