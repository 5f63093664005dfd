/*
 * What the page finds in its data island. Scripts of the page import these types, so nothing of Node stands here.
 */

/** What ink became. */
export const REGION_KINDS = [
  'name',
  'text',
  'contact',
  'value',
  'label',
  'furniture',
  'figure',
  'footnote',
  'contents',
  'outside',
  'unclaimed',
] as const

export type RegionKind = (typeof REGION_KINDS)[number]

/** On a page: x0, y0, x1, y1 in points. In a text: first column, line, last column, line, all from 1. */
export type RegionBox = readonly [number, number, number, number]

/** Neighbouring characters of one line that became the same. */
export interface Region {
  readonly box: RegionBox
  readonly kind: RegionKind
  /** Index of the value they belong to; null where that is none. */
  readonly value: number | null
  /** Index of the paragraph or item within the value; null where it has none. */
  readonly block: number | null
  /** The rule that decided; null where none did. */
  readonly rule: string | null
  /** The characters; null where a picture shows them. */
  readonly text: string | null
}

/** A page, or a number of lines of a text. */
export interface Sheet {
  /** In points; 0 for lines. */
  readonly width: number
  readonly height: number
  readonly hasPicture: boolean
  readonly regions: readonly Region[]
}

/** Where characters of a value stand. */
export interface ValuePlace {
  /** Index of the sheet. */
  readonly sheet: number
  readonly box: RegionBox
}

export interface ValueData {
  /** Ids that lead to it; null where it cannot be corrected. */
  readonly path: string | null
  /** Null where the report has nothing there. */
  readonly before: string | null
  /** Whether it is an entry of a list, which can be removed. */
  readonly isEntry: boolean
  readonly places: readonly ValuePlace[]
  /** What was done to its characters, in words. */
  readonly notes: readonly string[]
}

export interface DiagnosticData {
  readonly value: number | null
  readonly sheet: number | null
}

/** A document as it is shown. */
export interface ShownDocument {
  readonly kind: 'pdf' | 'text'
  readonly sheets: readonly Sheet[]
}

export interface ReviewData extends ShownDocument {
  /** Tells documents apart where the browser keeps corrections. */
  readonly document: string
  readonly values: readonly ValueData[]
  readonly diagnostics: readonly DiagnosticData[]
}

export type EditionName = 'old' | 'new'

/** What one edition has of a change. */
export interface ChangeSide {
  /** In reading order; what it took over from elsewhere comes last. */
  readonly places: readonly ValuePlace[]
  /** What to look at where there are no places; null where nothing is nearer than all else. */
  readonly nearest: ValuePlace | null
  /** Why it has no places, in words; null where it has some. */
  readonly absence: string | null
}

export interface ChangeData extends Readonly<Record<EditionName, ChangeSide>> {
  /** Index of the value that the new edition has there; null where it has none. */
  readonly value: number | null
}

/** Of two editions: the new one, the pages of the old one, and what changed. */
export interface ComparisonData extends ReviewData {
  readonly old: ShownDocument
  readonly changes: readonly ChangeData[]
}

/** An entry of `corrections.json`. */
export interface Correction {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly author: string
}
