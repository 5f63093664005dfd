import { describe } from '../diagnostics/describe.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { groupBy } from '../layout/group-by.ts'
import type { EntityFit, Fit, Found } from '../fit/measure-fit.ts'
import type { Rules } from '../index.ts'
import { type Colors, formatDiagnostic } from './format-outcome.ts'
import type { LocatedEdit } from './locate-edits.ts'
import { printable } from '../showing/printable.ts'

/** How an input fits, with the edits that would make it fit. */
export interface FitOfInput {
  /** As the person knows it. */
  readonly input: string
  readonly fit: Fit
  readonly edits: readonly LocatedEdit[]
}

/** The fit of an input as text, safe to print, ending with a line feed. */
export function formatFit({ input, fit, edits }: FitOfInput, rules: Rules, colors: Colors): string {
  const { entity } = rules.outline
  const family = printable(rules.family.id)
  const verdict =
    fit.findings.length === 0
      ? colors.green(`fits the rules "${family}"`)
      : colors.red(`does not fit the rules "${family}" in ${places(fit.findings)}`)
  const lines = [
    `${colors.bold(printable(input))} ${verdict}`,
    '',
    ...formatTable([headerOf(printable(entity.singular)), ...fit.entities.map(rowOf)], colors),
    '',
    `  ${formatCharacters(fit)}`,
    ...(fit.findings.length === 0 ? [] : ['', 'What does not fit:']),
    ...groupAlike(fit.findings).flatMap((alike) => formatAlike(alike, fit, rules, colors)),
    ...(edits.length === 0 ? [] : ['', 'If the document is right, these edits make it fit:']),
    ...edits.flatMap((edit) => formatEdit(edit, colors)),
  ]
  return `${lines.join('\n')}\n`
}

function places(findings: readonly Finding[]): string {
  return findings.length === 1 ? '1 place' : `${String(findings.length)} places`
}

/** Arguments that only say where something is. */
const PLACES = ['entity', 'where', 'header', 'record']

/** Findings that say the same of several entities. */
function groupAlike(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const keyOf = ({ code, args }: Finding) =>
    JSON.stringify([code, Object.entries(args).filter(([name]) => !PLACES.includes(name))])
  return [...groupBy(findings, keyOf).values()]
}

function formatAlike(
  [first, ...others]: readonly Finding[],
  { entities }: Fit,
  rules: Rules,
  colors: Colors,
): readonly string[] {
  if (first === undefined) return []
  const nameOf = ({ pointer, page }: Finding) => {
    const index = Number(pointer?.split('/')[2] ?? Number.NaN)
    return entities[index]?.name ?? (page === null ? 'the document' : `page ${String(page)}`)
  }
  const names = [...new Set(others.map(nameOf))]
  const told = `  ${formatDiagnostic(describe(first), colors)}`
  const { singular, plural } = rules.outline.entity
  const more = `          the same in ${String(names.length)} more ${names.length === 1 ? singular : plural}: ${names.join(', ')}`
  return names.length === 0 ? [told] : [told, colors.dim(printable(more))]
}

function headerOf(singular: string): readonly string[] {
  return [
    singular,
    'pages',
    'sections',
    'fields',
    'figures',
    'rows',
    'near',
    'unknown',
    'errors',
    'warnings',
    'unclaimed',
  ]
}

function rowOf(fit: EntityFit): readonly string[] {
  const [first, last] = fit.pages
  return [
    printable(fit.name),
    first === last ? String(first) : `${String(first)}–${String(last)}`,
    ...[fit.sections, fit.fields, fit.figures].map(formatFound),
    String(fit.records),
    ...[fit.near, fit.unknown, fit.errors, fit.warnings, fit.unclaimed].map((count) =>
      count === 0 ? '·' : String(count),
    ),
  ]
}

function formatFound({ found, expected }: Found): string {
  return found === expected ? String(found) : `${String(found)} of ${String(expected)}`
}

/** Longest name that a table shows in full. */
const WIDEST = 32

function formatTable(rows: readonly (readonly string[])[], colors: Colors): readonly string[] {
  const cut = rows.map(([name = '', ...cells]) => [
    name.length > WIDEST ? `${name.slice(0, WIDEST - 1)}…` : name,
    ...cells,
  ])
  const widths = (cut[0] ?? []).map((_, column) => Math.max(...cut.map((row) => row[column]?.length ?? 0)))
  return cut.map((row, index) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    const line = `  ${cells.join('  ')}`
    return index === 0 ? colors.dim(line) : line
  })
}

function formatCharacters({ characters }: Fit): string {
  const all = Object.values(characters).reduce((sum, count) => sum + count, 0)
  const shares = Object.entries(characters).map(([account, count]) => `${account} ${share(count, all)}`)
  return `characters: ${shares.join(', ')}`
}

/** A share in percent; what is there is never shown as nothing. */
function share(count: number, all: number): string {
  const percent = all === 0 ? 0 : (100 * count) / all
  return count > 0 && percent < 0.05 ? '<0.1 %' : `${percent.toFixed(1)} %`
}

function formatEdit({ edit, file, line }: LocatedEdit, colors: Colors): readonly string[] {
  const place = line === null ? file : `${file}:${String(line)}`
  const key = edit.path.slice(edit.path.lastIndexOf('/') + 1)
  const json = JSON.stringify(edit.value, null, 2)
  const pasted = /^(?:-|\d+)$/u.test(key) ? json : `${JSON.stringify(key)}: ${json}`
  return [
    `  ${printable(place)} ${colors.dim(printable(`${edit.op} ${edit.path}`))}`,
    `    ${printable(edit.says)}`,
    ...pasted.split('\n').map((row) => `      ${colors.cyan(printable(row))}`),
  ]
}
