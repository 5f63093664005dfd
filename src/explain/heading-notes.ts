import { foldWords } from '../layout/fold-words.ts'
import type { Line } from '../layout/line.ts'
import type { HeadingSign, JudgedHeading } from '../outline/find-entity-heading.ts'
import { nearWording } from '../outline/near-wording.ts'
import type { Outline } from '../outline/split-outline.ts'
import type { Rules } from '../rules/load-rules.ts'

/** Why lines that may be the heading of an entity were taken for one or not. */
export interface EntityNote {
  /** The lines that were weighed together. */
  readonly text: string
  readonly isTaken: boolean
  readonly evidence: readonly { readonly sign: HeadingSign; readonly weight: number }[]
  /** Sum of the weights. */
  readonly weight: number
  /** Sum from which on they may be taken; of several before one section the best is. */
  readonly threshold: number
}

/** Why a line that looks like the heading of a section was not taken for one, or has no entity. */
export interface SectionNote {
  readonly why:
    /** It has the number of a section heading and no title that comes near a known one. */
    | 'title-unknown'
    /** It has a title, but no number, and does not stand alone, larger than the text or bold. */
    | 'not-set-apart'
    /** It is set like running text, while the headings are set apart. */
    | 'set-like-text'
    /** Its title differs a little, and it is set unlike the headings beyond doubt. */
    | 'set-unlike-headings'
    /** It is a line of the section above: its own section is there already. */
    | 'mention'
    /** It is one, but no heading of an entity stands before it. */
    | 'without-entity'
}

/** How the line was weighed as an entity's heading; of two weighings that of the lines taken, or of the better ones. */
export function entityNote(line: Line, { judged }: Outline): EntityNote | null {
  const weighed = judged.entities.filter(({ heading }) => heading.lines.includes(line))
  const [best] = weighed.toSorted((a, b) => rank(b) - rank(a))
  if (best === undefined) return null
  const { heading, isTaken, evidence, weight, threshold } = best
  return { text: heading.lines.map(({ text }) => text).join(' '), isTaken, evidence, weight, threshold }
}

function rank({ isTaken, weight }: JudgedHeading): number {
  return isTaken ? Number.POSITIVE_INFINITY : weight
}

/** Whether a line is worded like a numbered heading of an entity, but was not weighed: no section follows close below. */
export function isUnweighed(line: Line, { judged }: Outline, { outline }: Rules): boolean {
  const { heading, isNumbered } = outline.entity
  return (
    isNumbered &&
    heading.expression.test(line.text) &&
    !judged.entities.some((weighed) => weighed.heading.lines.includes(line))
  )
}

/** Why a line of the text is no section heading though it looks like one; null where it is one, or does not. */
export function sectionNote(line: Line, outline: Outline, { outline: rules, settings }: Rules): SectionNote | null {
  const { headings, refused } = outline.judged.sections
  const isIn = ({ lines }: { readonly lines: readonly Line[] }) => lines.includes(line)
  const refusal = refused.find(({ heading }) => isIn(heading))
  if (refusal !== undefined) return { why: refusal.why }
  if (headings.some(isIn)) {
    const sections = outline.entities.flatMap((entity) => entity.sections)
    if (sections.some(({ mentions }) => mentions.some(isIn))) return { why: 'mention' }
    const has = sections.some(({ heading, repeats }) => [heading, ...repeats].some(isIn))
    return has ? null : { why: 'without-entity' }
  }
  const groups = rules.sectionHeading.expression.exec(line.text)?.groups
  const title = groups?.['title'] ?? line.text
  const wordings = rules.sections.flatMap((section) => section.wordings)
  const isTitle =
    wordings.some((wording) => foldWords(wording) === foldWords(title)) ||
    nearWording(title, wordings, settings.nearMatchDistance) !== null
  if (isTitle) return { why: 'not-set-apart' }
  return rules.areSectionsNumbered && groups !== undefined ? { why: 'title-unknown' } : null
}
