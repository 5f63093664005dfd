export { extract, type ExtractOptions } from './extract.ts'
export type { Diagnostic, DiagnosticCode } from './diagnostics/diagnostic.ts'
export type { Ledger, LedgerAccount, LedgerRun } from './evidence/ledger.ts'
export type { FigureFile } from './evidence/save-figures.ts'
export type { ExtractResult } from './interpret.ts'
export type { DiffOptions, Edition, EditionDiff, PlacedChange } from './diff/diff-reports.ts'
export { diffReports, loadRules, reportJsonSchema } from './load-later.ts'
export { type DocumentWords, mergeWords } from './repair/document-words.ts'
export type {
  Address,
  Block,
  Contact,
  Figure,
  FigureWord,
  Person,
  PageBox,
  PageSpot,
  Phone,
  Place,
  Report,
  RichText,
  Severity,
} from './report/report.ts'
export type { Rules } from './rules/load-rules.ts'
export { RulesError } from './rules/rules-error.ts'
export { defaultRulesFolder } from './rules/rules-folder.ts'
export { SourceError, type SourceErrorCode } from './source/source-error.ts'
