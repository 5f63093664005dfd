import { readFileSync } from 'node:fs'
import { extract } from 'stadtprofile'
import type { Edition } from '../../src/diff/diff-reports.ts'
import type { Report } from '../../src/report/report.ts'
import { loadRules } from '../../src/rules/load-rules.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)

export const rules = await loadRules()

/** A fixture as one side of a comparison. */
export async function editionOf(path: string): Promise<Edition> {
  const bytes = new Uint8Array(readFileSync(new URL(path, FIXTURES)))
  const { report, provenance } = await extract(bytes, { fileName: path.split('/').at(-1) ?? path })
  return { name: path, report, provenance }
}

/** The first edition of the fixtures; the next one stands in `fixtures/diff`. */
export const OLD = 'editions/musterstaedte-2026/source.pdf'
export const NEXT = 'diff/next-edition.pdf'

interface Cell {
  text: string
  blocks: { kind: string; marker: string | null; level: number; text: string }[]
}

/** As much of a report as tests change. */
export interface Offer {
  id: string
  name: string
  description: Cell
  contact: Record<string, unknown> | null
  [column: string]: unknown
}

export interface City {
  id: string
  number: number
  name: string
  facts: Record<string, unknown> | null
  organisation: Record<'steering' | 'delivery' | 'taskDivision' | 'cooperationBodies', Cell> | null
  programme: { goals: Cell; fundingPriorities: Cell; offers: Offer[] } & Record<string, unknown>
}

export interface Editable {
  schemaVersion: string
  edition: { title: string; source: { sha256: string }; extraction?: Record<string, unknown> }
  cities: City[]
  diagnostics: Record<string, unknown>[]
}

/** The edition with its report changed. */
export function edited(edition: Edition, edit: (report: Editable) => void): Edition {
  const report = structuredClone(edition.report) as unknown as Editable
  edit(report)
  return { ...edition, report: report as unknown as Report }
}

/** A text of one paragraph, as a report holds it. */
export function paragraph(text: string): Cell {
  return { text, blocks: text === '' ? [] : [{ kind: 'paragraph', marker: null, level: 1, text }] }
}

/** What must be there in a list. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`nothing at ${String(index)}`)
  return found
}
