import type { JoinAction } from '../repair/repaired-text.ts'

import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** The parts of `report.json` that every report family shares. The rest of its shape is derived from the rules. */

export type Severity = 'error' | 'warning' | 'info'

export interface Block {
  readonly kind: 'paragraph' | 'item'
  /** As printed, `▪`, `1.`, `a)`; null for a paragraph and for an item whose bullet the font lost. */
  readonly marker: string | null
  /** 1 for the outermost list and for paragraphs. */
  readonly level: number
  readonly text: string
}

export interface RichText {
  /** The blocks' texts joined with a line feed, without markers. */
  readonly text: string
  readonly blocks: readonly Block[]
}

export interface Person {
  /** Without salutation. */
  readonly name: string
  /** As printed: `Herr`, `Fr.`; null where none is printed. */
  readonly salutation: string | null
}

export interface Address {
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
}

export interface Phone {
  /** As printed, line-end hyphens repaired. */
  readonly text: string
  /** E.164, or null where the number is not a possible one. */
  readonly e164: string | null
}

export interface Contact {
  readonly text: string
  readonly organisations: readonly string[]
  readonly persons: readonly Person[]
  readonly addresses: readonly Address[]
  readonly phones: readonly Phone[]
  readonly emails: readonly string[]
  readonly urls: readonly string[]
  readonly notes: readonly string[]
  /** Id of the record whose contact this one takes over (`s. o.`); null where it has its own. */
  readonly sameAs: string | null
}

export interface NumberValue {
  /** As printed. */
  readonly text: string
  /** Null where the text is no single number. */
  readonly value: number | null
  readonly unit: string | null
}

export interface MoneyValue {
  /** As printed. */
  readonly text: string
  /** In units of the currency; null where the text is no single amount. */
  readonly amount: number | null
  /** ISO 4217 */
  readonly currency: string | null
}

export interface DateValue {
  /** As printed. */
  readonly text: string
  /** ISO 8601, as exact as printed: a day, a month or a year; null where the text is no single date. */
  readonly date: string | null
}

export interface Reference {
  /** As printed. */
  readonly text: string
  /** Id of the record that is named; null where none has this name. */
  readonly id: string | null
}

/** x0, y0, x1, y1 in points on the page as a viewer shows it, origin at the top left. */
export type PageBox = readonly [number, number, number, number]

/** A chart, known by its caption. All but the caption is there only where pictures of the charts were asked for. */
export interface Figure {
  /** In the wording of the rules. */
  readonly title: string
  /** 1-based page that the chart is drawn on. */
  readonly page?: number
  /** What is drawn there, without the caption. */
  readonly bbox?: PageBox
  /** Picture of it (PNG), beside `report.json`. */
  readonly file?: string
  /** Words and numbers that are printed in it; a picture has none. */
  readonly words?: readonly FigureWord[]
}

export interface FigureWord {
  readonly text: string
  readonly bbox: PageBox
}

/** Text below a heading that the rules do not know. */
export interface UnassignedText {
  /** As printed. */
  readonly heading: string
  readonly text: RichText
}

/** Neighbouring characters of one line of a page. */
export interface PageSpot {
  /** 1-based. */
  readonly page: number
  /** The box of the characters. */
  readonly bbox: PageBox
  /** The characters as printed, one blank between any two words. */
  readonly text: string
}

/** Neighbouring characters of one line of a text. */
export interface LineSpot {
  /** 1-based line of the file. */
  readonly line: number
  /** First and last column in that line, 1-based, both included; UTF-16 units, control characters not counted. */
  readonly columns: readonly [number, number]
  /** The characters as they are, one blank between any two words. */
  readonly text: string
}

export type Spot = PageSpot | LineSpot

/** Where a value was read, as far as it stands on one line, and what was done to its characters. */
export type Place = Spot & {
  /** What was done where the value goes on in the next place; left out where there was but white space. */
  readonly join?: {
    readonly action: JoinAction
    /** The characters on both sides as printed, `Be-⏎ratung`. */
    readonly printed: string
    /** What they became, `Beratung`. */
    readonly joined: string
    /** The evidence that decided; `repair.json` says why it counts. */
    readonly evidence: string
  }
  /** A paragraph or list item ends here and another one follows: the value has a line feed in this place. */
  readonly endsBlock?: true
  /** The list marker in front of the characters, which is no part of the value. */
  readonly marker?: string
  /** Targets of the link annotations over the words; `join.evidence` tells where one decided. */
  readonly links?: readonly string[]
  /** Marks of footnotes that stand among the characters and are no part of the value. */
  readonly omits?: readonly Spot[]
  /** Id of the record that the value was taken over from (`s. o.`): it was read there. */
  readonly inheritedFrom?: string
}

/** A person has put another value in the place of the one that was read. */
export interface CorrectedLeaf {
  readonly corrected: {
    /** What was read; null where an entry was added. */
    readonly before: string | null
    readonly reason: string
    readonly author?: string
  }
}

/** `report.json`. The key of the list of entities and the shape of an entity are derived from the rules. */
export interface Report {
  readonly $schema: string
  readonly schemaVersion: string
  readonly edition: {
    readonly id: string | null
    readonly title: string
    readonly source: {
      readonly file: string
      readonly sha256: string
      readonly kind: 'pdf' | 'text'
      readonly pages: number
    }
    readonly extraction?: {
      readonly rules: { readonly id: string; readonly sha256: string }
      readonly program: { readonly name: string; readonly version: string }
      /** Characters that ended in no field and in no other known place. */
      readonly unclaimed?: number
    }
  }
  readonly diagnostics: readonly Diagnostic[]
  readonly [entities: string]: unknown
}
