// Generated from the rules of the family "stadtprofile" by `npm run generate`; edit those instead.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Contact, Figure, Report, RichText, UnassignedText } from '../../src/report/report.ts'

/** A whole report. */
export interface FamilyReport {
  /** Where the JSON Schema is. */
  readonly $schema: string
  /** Semantic version of this shape. */
  readonly schemaVersion: '1.0.0'
  /** Which document was read. */
  readonly edition: Report['edition']
  /** In printed order. */
  readonly cities: readonly City[]
  /** In the order of the document. */
  readonly diagnostics: readonly Diagnostic[]
}

/** One city. */
export interface City {
  /** Stable over editions. */
  readonly id: string
  /** As printed. */
  readonly number: number
  /** As printed, without the number. */
  readonly name: string
  /** First and last page; null where the input has none. */
  readonly pages: readonly [number, number] | null
  /** Null where its heading was not found. */
  readonly facts: CityFacts | null
  /** Null where its heading was not found. */
  readonly organisation: CityOrganisation | null
  /** Null where its heading was not found. */
  readonly programme: CityProgramme | null
}

/** Section 1. */
export interface CityFacts {
  /** As printed. */
  readonly heading: { readonly number: string; readonly title: string }
  /** Captions in printed order. */
  readonly figures: readonly Figure[]
  /** Texts below headings that the rules do not know; left out where there are none. */
  readonly unassigned?: readonly UnassignedText[]
}

/** Section 2. */
export interface CityOrganisation {
  /** As printed. */
  readonly heading: { readonly number: string; readonly title: string }
  /** Empty where nothing is printed. */
  readonly steering: RichText
  /** Empty where nothing is printed. */
  readonly delivery: RichText
  /** Empty where nothing is printed. */
  readonly taskDivision: RichText
  /** Empty where nothing is printed. */
  readonly cooperationBodies: RichText
  /** Texts below headings that the rules do not know; left out where there are none. */
  readonly unassigned?: readonly UnassignedText[]
}

/** Section 3. */
export interface CityProgramme {
  /** As printed. */
  readonly heading: { readonly number: string; readonly title: string }
  /** Empty where nothing is printed. */
  readonly goals: RichText
  /** Empty where nothing is printed. */
  readonly fundingPriorities: RichText
  /** One per row, in printed order. */
  readonly offers: readonly OffersRecord[]
  /** Texts below headings that the rules do not know; left out where there are none. */
  readonly unassigned?: readonly UnassignedText[]
}

/** A row of the table `offers`. */
export interface OffersRecord {
  /** Unique within the table. */
  readonly id: string
  /** Empty where nothing is printed. */
  readonly name: string
  /** Empty where nothing is printed. */
  readonly description: RichText
  /** Null where nothing is printed. */
  readonly contact: Contact | null
}
