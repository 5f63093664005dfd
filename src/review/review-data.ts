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

export interface ReviewData {
  /** Tells documents apart where the browser keeps corrections. */
  readonly document: string
  readonly kind: 'pdf' | 'text'
  readonly sheets: readonly Sheet[]
  readonly values: readonly ValueData[]
  readonly diagnostics: readonly DiagnosticData[]
}

/** An entry of `corrections.json`. */
export interface Correction {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly author: string
}
