import type { Severity } from '../report/report.ts'
import type { UnreadableReason } from '../tables/table-types.ts'

/** Arguments of each diagnostic; the code says what happened, the arguments say to what. No sentences here. */
export interface DiagnosticArguments {
  'reader/notice': { readonly kind: string; readonly words: string }
  'edition/unknown': { readonly title: string }
  'outline/no-entity': { readonly plural: string }
  'outline/entity-count': { readonly plural: string; readonly found: number; readonly expected: string }
  'outline/entity-number': { readonly title: string; readonly printed: number; readonly expected: number }
  'outline/entity-heading': { readonly printed: string; readonly singular: string }
  'outline/page-sequence': { readonly printed: number; readonly expected: number }
  'outline/text-outside': { readonly text: string }
  'section/missing': { readonly entity: string; readonly title: string; readonly after: string; readonly where: string }
  'section/repeated': { readonly entity: string; readonly title: string }
  'section/number': { readonly title: string; readonly printed: string; readonly expected: string }
  'section/without-entity': { readonly title: string }
  'heading/near-match': { readonly printed: string; readonly known: string; readonly distance: number }
  'heading/unknown': {
    readonly printed: string
    readonly entity: string
    readonly section: string
    /** The known wording that comes nearest; null where none comes near. */
    readonly nearest: string | null
  }
  'heading/repeated': { readonly printed: string; readonly entity: string; readonly section: string }
  'field/missing': {
    readonly entity: string
    readonly section: string
    readonly label: string
    /** Pages of the section, in words. */
    readonly where: string
  }
  'field/empty': { readonly entity: string; readonly section: string; readonly label: string }
  'figure/not-saved': {
    readonly reason: NotSaved
    /** Caption, or what the program that draws had to say; empty where there is nothing more to say. */
    readonly words: string
  }
  'figure/missing': { readonly entity: string; readonly caption: string; readonly where: string }
  'table/missing': { readonly entity: string; readonly label: string; readonly where: string }
  'table/label-missing': { readonly entity: string; readonly label: string }
  'table/row-count': {
    readonly entity: string
    readonly label: string
    readonly found: number
    readonly expected: string
  }
  'table/column-missing': {
    readonly entity: string
    readonly label: string
    readonly column: string
    /** The header row as printed; empty where none was found. */
    readonly header: string
  }
  'table/column-unknown': {
    readonly entity: string
    readonly label: string
    readonly column: string
    readonly key: string
  }
  'table/column-renamed': {
    readonly entity: string
    readonly label: string
    readonly column: string
    readonly printed: string
  }
  'table/cells-listed': { readonly entity: string; readonly label: string }
  'table/unreadable': { readonly entity: string; readonly label: string; readonly reason: UnreadableReason }
  'table/row-without-name': { readonly entity: string; readonly text: string }
  'table/cell-empty': { readonly record: string; readonly column: string }
  'table/close-call': { readonly text: string; readonly chosen: string; readonly other: string }
  'list/item-empty': { readonly marker: string; readonly count: number }
  'list/unknown-marker': { readonly sign: string; readonly count: number }
  'value/not-understood': { readonly text: string; readonly kind: string }
  'reference/unknown': { readonly text: string; readonly table: string }
  'repair/undecided': { readonly printed: string; readonly joined: string }
  'contact/address-without-local-part': { readonly text: string }
  'contact/phone-not-recognised': { readonly text: string }
  'contact/unclassified': { readonly text: string }
  'contact/person-by-shape': { readonly text: string }
  'contact/nothing-above': { readonly record: string; readonly text: string }
  'correction/stale': {
    readonly path: string
    /** What the correction expects; null where it adds an entry. */
    readonly before: string | null
    /** What is read there; null where nothing is. */
    readonly found: string | null
  }
  'text/footnote': { readonly text: string }
  'text/paragraph-doubtful': { readonly text: string; readonly count: number }
  'text/unclaimed': { readonly text: string; readonly characters: number }
  'text/unclaimed-share': {
    readonly characters: number
    /** Of all characters of the document; `limit` is how many may be. */
    readonly percent: number
    readonly limit: number
  }
}

/** Why there is no picture of a figure: nothing could draw it, it could not be drawn, or there is nothing to draw. */
export type NotSaved = 'no-package' | 'not-drawn' | 'nothing-there' | 'no-pages'

export type DiagnosticCode = keyof DiagnosticArguments

/** What happened, and to what. */
export type Said = {
  [C in DiagnosticCode]: { readonly code: C; readonly args: DiagnosticArguments[C] }
}[DiagnosticCode]

/** Something about the document that a person may want to know. Severity and words follow from the code. */
export type Finding = Said & {
  /** 1-based page; null where the finding has none. */
  readonly page: number | null
  /** JSON Pointer into `report.json`; null where nothing in it corresponds. */
  readonly pointer: string | null
}

/** A finding as `report.json` shows it. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly page: number | null
  readonly pointer: string | null
}
