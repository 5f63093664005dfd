import { isDrift } from '../diagnostics/drift.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { SEVERITIES } from '../diagnostics/severities.ts'
import type { Reading } from '../pipeline.ts'
import type { Account } from '../report/ledger.ts'
import type { CompiledSection, Rules } from '../rules/load-rules.ts'
import { isField } from '../rules/load-rules.ts'
import type { EntityValue, SectionValue } from '../values/read-entities.ts'

/** How many of something were found, and how many the rules know. */
export interface Found {
  readonly found: number
  readonly expected: number
}

/** How well one entity fits the rules. */
export interface EntityFit {
  readonly name: string
  readonly pages: readonly [number, number]
  readonly sections: Found
  readonly fields: Found
  readonly figures: Found
  /** Records of all tables. */
  readonly records: number
  readonly near: number
  /** Headings, labels and columns that no rule knows. */
  readonly unknown: number
  readonly errors: number
  readonly warnings: number
  /** Characters on its pages that ended nowhere. */
  readonly unclaimed: number
}

/** How well a document fits the rules. */
export interface Fit {
  readonly entities: readonly EntityFit[]
  /** What does not fit, in the order of the document. */
  readonly findings: readonly Finding[]
  /** Characters by where they ended; `unclaimed` are those that ended nowhere. */
  readonly characters: Readonly<Record<Account | 'unclaimed', number>>
}

/** Measures what was found against what the rules know. */
export function measureFit(reading: Reading, rules: Rules): Fit {
  const findings = reading.findings.filter(isDrift)
  return {
    entities: reading.entities.map((entity, index) => entityFit(entity, index, findings, rules)),
    findings,
    characters: charactersOf(reading),
  }
}

function entityFit(entity: EntityValue, index: number, findings: readonly Finding[], rules: Rules): EntityFit {
  const { sections } = rules.outline
  const pages = pagesOf(entity)
  const pointer = `/${rules.outline.entity.key}/${String(index)}`
  const isOwn = (finding: Finding) =>
    finding.pointer === null
      ? finding.page !== null && finding.page >= pages[0] && finding.page <= pages[1]
      : `${finding.pointer}/`.startsWith(`${pointer}/`)
  const own = findings.filter(isOwn)
  const count = (...codes: readonly Finding['code'][]) => own.filter(({ code }) => codes.includes(code)).length
  const severity = (wanted: string) => own.filter(({ code }) => SEVERITIES[code] === wanted).length
  return {
    name: entity.region.heading.title,
    pages,
    sections: { found: entity.sections.length, expected: sections.length },
    fields: sum(sections.map((rule) => fieldsFit(rule, sectionOf(entity, rule)))),
    figures: sum(sections.map((rule) => figuresFit(rule, sectionOf(entity, rule)))),
    records: entity.sections.flatMap(({ tables }) => tables.flatMap(({ records }) => records)).length,
    near: count('heading/near-match', 'outline/entity-heading'),
    unknown: count('heading/unknown', 'table/column-unknown', 'table/column-renamed'),
    errors: severity('error'),
    warnings: severity('warning'),
    unclaimed: own.reduce((all, { code, args }) => all + (code === 'text/unclaimed' ? args.characters : 0), 0),
  }
}

function sectionOf(entity: EntityValue, rule: CompiledSection): SectionValue | undefined {
  return entity.sections.find(({ fields }) => fields.region.rule === rule)
}

function pagesOf({ region }: EntityValue): readonly [number, number] {
  const lines = [...region.heading.lines, ...region.lead, ...region.sections.flatMap((section) => section.lines)]
  const pages = lines.map(({ page }) => page)
  return [Math.min(...pages), Math.max(...pages)]
}

/** Fields and tables that the section's labels or header rows show. */
function fieldsFit({ parts }: CompiledSection, section: SectionValue | undefined): Found {
  const known = parts.filter((part) => isField(part) || part.kind === 'table')
  return { found: (section?.values.length ?? 0) + (section?.tables.length ?? 0), expected: known.length }
}

function figuresFit({ parts }: CompiledSection, section: SectionValue | undefined): Found {
  const captions = parts.flatMap((part) => (part.kind === 'figure' ? part.captions : []))
  return { found: section?.fields.figures.length ?? 0, expected: captions.length }
}

function sum(parts: readonly Found[]): Found {
  const add = (key: keyof Found) => parts.reduce((all, part) => all + part[key], 0)
  return { found: add('found'), expected: add('expected') }
}

function charactersOf({ words, ledger }: Reading): Fit['characters'] {
  const counts = { value: 0, label: 0, furniture: 0, footnote: 0, contents: 0, figure: 0, outside: 0, unclaimed: 0 }
  for (const [id, { word }] of words) counts[ledger.get(id) ?? 'unclaimed'] += [...word.text].length
  return counts
}
