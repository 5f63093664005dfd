import type { DrawnPages } from './evidence/draw-pages.ts'
import type { Ledger } from './evidence/ledger.ts'
import type { FigureFile } from './evidence/save-figures.ts'
import { describe } from './diagnostics/describe.ts'
import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts'
import { type DocumentLines, readReport, type Reading } from './pipeline.ts'
import { programInfo } from './report/program-info.ts'
import type { DocumentWords } from './repair/document-words.ts'
import { placesOf, type PrintedWords, printedWords } from './report/provenance.ts'
import type { CorrectedLeaf, Place, Report } from './report/report.ts'
import { reportSchema } from './report/report-schema.ts'
import { SCHEMA_REFERENCE } from './report/schema-file.ts'
import type { Rules } from './rules/load-rules.ts'
import { PARSE_ONCE } from './rules/parse-once.ts'
import type { DocumentFrame } from './source/source-document.ts'

export interface ExtractResult {
  /** `report.json`. */
  readonly report: Report
  /** `report.provenance.json`: JSON Pointer into the report to the places where the value was read. */
  readonly provenance: Readonly<Record<string, readonly (Place | CorrectedLeaf)[]>>
  readonly diagnostics: readonly Diagnostic[]
  /** `report.ledger.json`; only where asked for. */
  readonly ledger?: Ledger
  /** Pictures of the figures; only where asked for. */
  readonly figures?: readonly FigureFile[]
  /** Pictures of the pages; only where asked for. */
  readonly drawnPages?: DrawnPages
  /** What the document prints whole; `mergeWords` makes one of those of several documents. */
  readonly words: DocumentWords
  readonly summary: {
    readonly entities: number
    readonly sections: number
    readonly records: number
    /** What the entities are called, `cities`. */
    readonly entitiesLabel: string
    /** What the records are called, `offers`. */
    readonly recordsLabel: string
  }
}

/** Makes what nearly every document needs, while one is still being read. */
export function prepare(rules: Rules): void {
  reportSchema(rules)
}

/** What the caller knows about a document. */
export interface KnownOfDocument {
  readonly fileName: string
  /** Its id; found in the document where undefined. */
  readonly edition: string | undefined
  /** What all documents of the run print whole. */
  readonly runWords: DocumentWords | undefined
}

/** Makes the report of a document. */
export function interpret(document: DocumentLines, rules: Rules, known: KnownOfDocument): ExtractResult {
  return toResult(document.frame, readReport(document, rules, known.runWords), rules, known)
}

/** A result whose places are only told when they are asked for: they take more memory than all else. */
export interface LazyResult extends Omit<ExtractResult, 'provenance'> {
  readonly places: () => Iterable<readonly [pointer: string, places: ExtractResult['provenance'][string]]>
}

/** The report of a document that went through all stages. */
export function toResult(
  document: DocumentFrame,
  reading: Reading,
  rules: Rules,
  known: Pick<KnownOfDocument, 'fileName' | 'edition'>,
): ExtractResult {
  return withPlaces(toLazyResult(document, reading, rules, known))
}

/** The result with all places. */
export function withPlaces({ places, ...result }: LazyResult): ExtractResult {
  return { ...result, provenance: Object.fromEntries(places()) }
}

/** As {@link toResult}. */
export function toLazyResult(
  document: DocumentFrame,
  reading: Reading,
  rules: Rules,
  { fileName, edition }: Pick<KnownOfDocument, 'fileName' | 'edition'>,
): LazyResult {
  const { entity } = rules.outline
  const id = edition ?? findEdition(document, reading, rules)
  const diagnostics = [...editionFindings(id, rules), ...reading.findings].map(describe)
  const report = {
    $schema: SCHEMA_REFERENCE,
    schemaVersion: rules.family.schemaVersion,
    edition: {
      id,
      title: rules.family.title,
      source: { file: fileName, sha256: document.sha256, kind: document.kind, pages: document.pages.length },
      extraction: {
        rules: { id: rules.family.id, sha256: rules.sha256 },
        program: programInfo(),
        unclaimed: unclaimedCharacters(reading),
      },
    },
    [entity.key]: reading.traced.json,
    diagnostics,
  }
  reportSchema(rules).parse(report, PARSE_ONCE)
  const printed = printedWords(document, reading)
  const { ink } = reading.traced
  // All else of the reading is let go meanwhile.
  const places = () => allPlaces(printed, ink, `/${entity.key}`)
  return { report, places, diagnostics, words: reading.printed, summary: summarise(reading, rules) }
}

function* allPlaces(
  printed: PrintedWords,
  all: Reading['traced']['ink'],
  root: string,
): Generator<readonly [string, readonly Place[]], void> {
  for (const [pointer, ink] of all) yield [`${root}${pointer}`, placesOf(ink, printed)]
}

function unclaimedCharacters({ findings }: Reading): number {
  return findings.reduce((sum, { code, args }) => (code === 'text/unclaimed' ? sum + args.characters : sum), 0)
}

function summarise({ entities }: Reading, rules: Rules): ExtractResult['summary'] {
  const sections = entities.flatMap((value) => value.sections)
  const tables = rules.outline.sections.flatMap(({ parts }) => parts.filter((part) => part.kind === 'table'))
  return {
    entities: entities.length,
    sections: sections.length,
    records: sections.flatMap((section) => section.tables.flatMap((table) => table.records)).length,
    entitiesLabel: rules.outline.entity.plural,
    recordsLabel: tables.length === 1 ? (tables[0]?.key ?? 'records') : 'records',
  }
}

/** Reports of some families have no editions that a document could name. */
function editionFindings(id: string | null, { family }: Rules): readonly Finding[] {
  if (id !== null || family.edition.length === 0) return []
  return [{ code: 'edition/unknown', args: { title: family.title }, page: null, pointer: '/edition/id' }]
}

function findEdition(document: DocumentFrame, reading: Reading, rules: Rules): string | null {
  for (const text of [document.title ?? '', ...reading.before]) {
    for (const { expression } of rules.family.edition) {
      const edition = expression.exec(text)?.groups?.['edition']
      if (edition !== undefined) return edition
    }
  }
  return null
}
