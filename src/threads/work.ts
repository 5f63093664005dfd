import type { CachedPages } from '../cache/cached-pages.ts'
import type { PageExplanation } from '../explain/explain-page.ts'
import type { explainPointer } from '../explain/explain-pointer.ts'
import type { Fit } from '../fit/measure-fit.ts'
import type { Suggestion } from '../fit/suggest-edits.ts'
import type { Corrections } from '../corrections/corrections-file.ts'
import type { ExtractResult, KnownOfDocument } from '../interpret.ts'
import type { Limits } from '../limits/limits.ts'
import type { PdfFile } from '../pdf/draw-messages.ts'
import type { Ledger } from '../evidence/ledger.ts'
import type { reportFiles } from '../report/report-files.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { Delivery } from './receive-document.ts'

/** How well a document fits the rules, and what would make it fit. */
export interface MeasuredFit {
  readonly fit: Fit
  readonly suggestions: readonly Suggestion[]
}

/** A page explained, or the first and last page that there are; null where there is none. */
export type ExplainedPage = PageExplanation | { readonly range: readonly [number, number] | null }

type Known = Pick<KnownOfDocument, 'fileName' | 'edition'>

/** What to gather beside the report. */
interface Evidence {
  readonly ledger?: boolean | undefined
  readonly figures?: boolean | undefined
  readonly pages?: boolean | undefined
  /** What a person found to be read wrong. */
  readonly corrections?: Corrections | undefined
}

/** A result as files, with what there is to say about it. */
export interface FiledResult extends Pick<ExtractResult, 'diagnostics' | 'summary' | 'words'> {
  readonly files: ReturnType<typeof reportFiles>
  readonly ledger?: Omit<Ledger, 'runs'>
}

/** What can be done with a document: the question, and what answers it. */
export interface Work {
  readonly extract: { readonly question: KnownOfDocument & Evidence; readonly answer: ExtractResult }
  readonly files: { readonly question: KnownOfDocument & Evidence; readonly answer: FiledResult }
  readonly fit: { readonly question: object; readonly answer: MeasuredFit }
  readonly page: { readonly question: Known & { readonly page: number }; readonly answer: ExplainedPage }
  readonly pointer: {
    readonly question: Known & { readonly path: readonly string[] }
    readonly answer: ReturnType<typeof explainPointer>
  }
}

/** A question of one kind, or of any. */
export type Question<Kind extends keyof Work = keyof Work> = Kind extends keyof Work
  ? { readonly kind: Kind } & Work[Kind]['question']
  : never

/** Where an interpreter finds the document: where its parts arrive, where it was kept, or in the bytes of a text. */
export type DocumentPlace =
  | { readonly delivery: Delivery; readonly file: PdfFile }
  | { readonly kept: CachedPages; readonly file: PdfFile }
  | { readonly bytes: Uint8Array; readonly limits: Limits }

/** Rules as they are, or the folder that holds them; those of the package where it is undefined. */
export type RulesPlace = { readonly rules: Rules } | { readonly folder: string | undefined }

/** What an interpreter thread is asked: to load rules, and then for their schema as JSON or about a document. */
export type InterpretTask =
  | { readonly kind: 'prepare'; readonly rules: RulesPlace }
  | { readonly kind: 'schema' }
  | { readonly kind: 'ask'; readonly place: DocumentPlace; readonly question: Question }
