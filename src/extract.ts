import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe } from './diagnostics/describe.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readReport, type Reading } from './pipeline.ts'
import { placesOf } from './report/provenance.ts'
import { programInfo } from './report/program-info.ts'
import { reportSchema, SCHEMA_REFERENCE } from './report/report-schema.ts'
import type { Place, Report } from './report/report.ts'
import { loadRules, type Rules } from './rules/load-rules.ts'
import { detectKind } from './source/detect-kind.ts'
import type { SourceDocument } from './source/source-document.ts'
import { SourceError } from './source/source-error.ts'
import { readText } from './text/read-text.ts'

export interface ExtractOptions {
  /** Rules, or the folder that holds them; those of the package where left out. */
  readonly rules?: Rules | string
  /** Id of the edition; found in the document where left out. */
  readonly edition?: string
  /** Password of an encrypted PDF. */
  readonly password?: string
  /** Name to record for bytes, without folders. */
  readonly fileName?: string
  /** Called as pages are read. */
  readonly onPage?: (done: number, total: number) => void
}

export interface ExtractResult {
  /** `report.json`. */
  readonly report: Report
  /** `report.provenance.json`: JSON Pointer into the report to the places where the value was read. */
  readonly provenance: Readonly<Record<string, readonly Place[]>>
  readonly diagnostics: readonly Diagnostic[]
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

/**
 * Reads a report, PDF or text, from its bytes or from a file.
 *
 * @throws SourceError where the input cannot be read
 * @throws RulesError where the rules are invalid
 */
export async function extract(input: string | Uint8Array, options: ExtractOptions = {}): Promise<ExtractResult> {
  const rules = typeof options.rules === 'object' ? options.rules : await loadRules(options.rules)
  const bytes = typeof input === 'string' ? await readBytes(input) : input
  const fileName = options.fileName ?? (typeof input === 'string' ? basename(input) : 'input')
  const document = await readDocument(bytes, options)
  return toResult(readReport(document, rules), document, rules, fileName, options.edition)
}

async function readDocument(bytes: Uint8Array, { password, onPage }: ExtractOptions): Promise<SourceDocument> {
  if (detectKind(bytes) === 'text') return readText(bytes)
  return readPdf(bytes, {
    ...(password === undefined ? {} : { password }),
    ...(onPage === undefined ? {} : { onPage }),
  })
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (missing) throw new SourceError('missing', `There is no file ${path}.`, 'Check the path.', { cause: error })
    throw new SourceError(
      'unreadable',
      `The file ${path} cannot be read.`,
      'Check that it is a file and that you may read it.',
      { cause: error },
    )
  }
}

function toResult(
  reading: Reading,
  document: SourceDocument,
  rules: Rules,
  fileName: string,
  edition: string | undefined,
): ExtractResult {
  const { entity } = rules.outline
  const diagnostics = reading.findings.map(describe)
  const report = {
    $schema: SCHEMA_REFERENCE,
    schemaVersion: rules.family.schemaVersion,
    edition: {
      id: edition ?? findEdition(document, reading, rules),
      title: rules.family.title,
      source: { file: fileName, sha256: document.sha256, kind: document.kind, pages: document.pages.length },
      extraction: { rules: { id: rules.family.id, sha256: rules.sha256 }, program: programInfo() },
    },
    [entity.key]: reading.traced.json,
    diagnostics,
  }
  reportSchema(rules).parse(report)
  const provenance = Object.fromEntries(
    [...reading.traced.words].map(([pointer, ids]) => [`/${entity.key}${pointer}`, placesOf(ids, reading.words)]),
  )
  return { report, provenance, diagnostics, summary: summarise(reading, rules) }
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

function findEdition(document: SourceDocument, reading: Reading, rules: Rules): string | null {
  for (const text of [document.title ?? '', ...reading.before]) {
    for (const { expression } of rules.family.edition) {
      const edition = expression.exec(text)?.groups?.['edition']
      if (edition !== undefined) return edition
    }
  }
  return null
}
