import type { Line } from '../layout/line.ts'
import {
  type CompiledField,
  type CompiledFigure,
  type CompiledGroup,
  type CompiledPart,
  type CompiledSection,
  type CompiledTable,
  isField,
} from '../rules/load-rules.ts'
import { findHeaderRows } from '../tables/find-header-rows.ts'
import { findNearWindow, findWindow, type Window, windowAt } from './find-window.ts'
import type { NearWording } from './near-wording.ts'
import { headingStyle, type HeadingStyle, setUnknownApart, type UnknownPart } from './unknown-headings.ts'

/** A part of a section that a heading of its own introduces. */
type HeadedPart = CompiledGroup | CompiledField | CompiledTable | CompiledFigure

/** A heading inside a section with the lines below it. */
export interface PartRegion {
  readonly part: HeadedPart
  /** The wording of the rules that the heading prints. */
  readonly known: string
  readonly label: readonly Line[]
  /** How the heading differs from the wording; null where it does not. */
  readonly near: NearWording | null
  readonly lines: readonly Line[]
}

export interface SectionParts {
  readonly regions: readonly PartRegion[]
  /** Lines above the first heading. */
  readonly lead: readonly Line[]
  /** What stands below headings that no rule knows. */
  readonly unknown: readonly UnknownPart[]
  /** Lines that print the heading of a part again. */
  readonly repeated: readonly (readonly Line[])[]
}

/**
 * Divides a section's lines at the headings of its parts; parts may come in another order than in the rules, and their
 * headings may differ a little.
 *
 * @param limit distance up to which two wordings count as one, as a share of the known one's length
 */
export function splitParts(lines: readonly Line[], section: CompiledSection, limit: number): SectionParts {
  const found: { part: HeadedPart; window: Window }[] = []
  let next = 0
  for (const { part, wordings } of headings(section)) {
    const free = (window: Window | null) => window !== null && !found.some((other) => overlaps(other.window, window))
    const after = findWindow(lines, wordings, next)
    const window = free(after) ? after : findWindow(lines, wordings)
    if (window === null || !free(window)) continue
    found.push({ part, window })
    next = window.to
  }
  found.push(...nearHeadings(lines, section, found, limit))
  found.push(...unlabelledTables(lines, section, found, limit))
  found.sort((a, b) => a.window.from - b.window.from)
  return {
    unknown: [],
    repeated: repeatedHeadings(lines, section, found),
    lead: lines.slice(0, found[0]?.window.from ?? lines.length),
    regions: found.map(({ part, window }, index) => ({
      part,
      known: window.known,
      label: lines.slice(window.from, window.to),
      near: window.near,
      lines: lines.slice(window.to, found[index + 1]?.window.from ?? lines.length),
    })),
  }
}

/** Other lines that print a heading which is found already: the one that was taken may be text. */
function repeatedHeadings(
  lines: readonly Line[],
  section: CompiledSection,
  found: readonly { window: Window }[],
): readonly (readonly Line[])[] {
  const wordings = headings(section).flatMap((heading) => heading.wordings)
  const repeated: (readonly Line[])[] = []
  for (let from = 0; from < lines.length;) {
    const window = windowAt(lines, from, wordings)
    const isNew = window !== null && !found.some((other) => overlaps(other.window, window))
    if (window !== null && isNew) repeated.push(lines.slice(window.from, window.to))
    from = window?.to ?? from + 1
  }
  return repeated
}

function headings(section: CompiledSection): readonly { part: HeadedPart; wordings: readonly string[] }[] {
  return section.parts.flatMap((part): readonly { part: HeadedPart; wordings: readonly string[] }[] => {
    if (part.kind === 'figure') return part.captions.map((caption) => ({ part, wordings: [caption] }))
    return isField(part) && part.place !== 'below' ? [] : [{ part, wordings: part.wordings }]
  })
}

/** The fields of a section whose labels stand at a given place. */
export function fieldsAt(section: CompiledSection, place: CompiledField['place']): readonly CompiledField[] {
  return section.parts.filter((part): part is CompiledField => isField(part) && part.place === place)
}

/** All wordings by which the parts of a section are known. */
export function partWordings(part: CompiledPart): readonly string[] {
  if (part.kind === 'figure') return part.captions
  if (part.kind !== 'table') return part.wordings
  return [...part.wordings, ...part.columns.flatMap((column) => column.wordings)]
}

/** Learns how the headings of parts are set in a document. */
export function partHeadingStyle(
  sections: readonly SectionParts[],
  body: readonly Line[],
  bodySize: number,
): HeadingStyle | null {
  const known = sections.flatMap(({ regions }) => regions.filter(({ near }) => near === null).map(({ label }) => label))
  return headingStyle(known, body, bodySize)
}

/** Sets apart, in each part of a section, what stands below headings that no rule knows. */
export function setUnknownPartsApart(
  { regions, lead, unknown, repeated }: SectionParts,
  style: HeadingStyle | null,
  section: CompiledSection,
): SectionParts {
  const wordings = section.parts.flatMap(partWordings)
  const above = setUnknownApart(lead, style, wordings)
  const below = regions.map((region) => ({ region, ...setUnknownApart(region.lines, style, wordings) }))
  return {
    repeated,
    lead: above.lines,
    regions: below.map(({ region, lines }) => ({ ...region, lines })),
    unknown: [...unknown, ...above.unknown, ...below.flatMap((part) => part.unknown)],
  }
}

function overlaps(a: Window, b: Window): boolean {
  return a.from < b.to && b.from < a.to
}

/** Headings that no line prints exactly, by the lines that come nearest. */
function nearHeadings(
  lines: readonly Line[],
  section: CompiledSection,
  found: readonly { part: HeadedPart; window: Window }[],
  limit: number,
): readonly { part: HeadedPart; window: Window }[] {
  const near: { part: HeadedPart; window: Window }[] = []
  for (const { part, wordings } of headings(section)) {
    if (found.some(({ window }) => wordings.includes(window.known))) continue
    const window = findNearWindow(lines, wordings, limit)
    if (window !== null && ![...found, ...near].some((other) => overlaps(other.window, window)))
      near.push({ part, window })
  }
  return near
}

/** A table whose label is missing still begins at its header row. */
function unlabelledTables(
  lines: readonly Line[],
  section: CompiledSection,
  found: readonly { part: HeadedPart }[],
  limit: number,
): readonly { part: HeadedPart; window: Window }[] {
  return section.parts.flatMap((part) => {
    if (part.kind !== 'table' || found.some((other) => other.part === part)) return []
    const [header] = findHeaderRows(lines, part.columns, limit)
    const first = header?.lines[0]
    const from = first === undefined ? -1 : lines.indexOf(first)
    return from < 0 ? [] : [{ part, window: { from, to: from, known: part.label, near: null } }]
  })
}
