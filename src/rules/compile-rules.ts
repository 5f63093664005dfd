import { createHash } from 'node:crypto'
import { compileContactRules, type ContactRules } from './contact-rules.ts'
import { type CompiledOutline, compileOutline } from './compile-outline.ts'
import type { DiffRules } from './diff-rules.ts'
import { compileFlowRules, type FlowCosts } from './flow-rules.ts'
import type { FamilyRules, FurnitureRules, ListRules } from './outline-rules.ts'
import { type CompiledPattern, compilePattern, type PatternRule } from './pattern-rule.ts'
import type { RepairRules } from './repair-rules.ts'
import type { RuleFiles } from './rule-files.ts'
import { compileSettings, type Settings } from './settings-rules.ts'
import { type CompiledTextRules, compileTextRules } from './text-rules.ts'
import { compileValueWords, type ValueWords } from './value-rules.ts'

/** `report.json` of the rules folder, ready to use. */
export type CompiledFamily = Readonly<Omit<FamilyRules, 'edition'>> & {
  /** Each fills the named group `edition`; the first that matches wins. */
  readonly edition: readonly CompiledPattern[]
}

/** A line that belongs to the page. May fill the named groups `page` and `pages`. */
export type CompiledFurniture = CompiledPattern & Pick<FurnitureRules['lines'][number], 'edge' | 'kind'>

/** What a list item begins with. Fills the named group `marker`. */
export type CompiledMarker = CompiledPattern & Pick<ListRules['markers'][number], 'level' | 'kind'>

/** The rules of one report family, checked and compiled. */
export interface Rules {
  /** SHA-256 of the content of all rule files, lower-case hexadecimal; layout of the files does not count. */
  readonly sha256: string
  readonly family: CompiledFamily
  readonly outline: CompiledOutline
  /** In the order in which they are tried. */
  readonly furniture: readonly CompiledFurniture[]
  /** In the order in which they are tried. */
  readonly markers: readonly CompiledMarker[]
  readonly settings: Settings
  readonly text: CompiledTextRules
  readonly flow: FlowCosts
  readonly repair: RepairRules
  readonly contacts: ContactRules
  readonly values: ValueWords
  readonly diff: DiffRules
}

/**
 * Compiles rule files that have passed the checks of their shape and of each pattern.
 *
 * @throws SyntaxError where patterns that are put together are no regular expression
 * @throws RangeError where nothing is known about the country's phone numbers
 */
export function compileRules(files: RuleFiles): Rules {
  const fragments = Object.fromEntries(Object.entries(files.patterns).map(([name, { pattern }]) => [name, pattern]))
  const compile = (rule: PatternRule): CompiledPattern => compilePattern(rule, fragments)
  return {
    sha256: createHash('sha256').update(canonicalJson(files)).digest('hex'),
    family: { ...files.report, edition: files.report.edition.map(compile) },
    outline: compileOutline(files.outline, compile),
    furniture: files.furniture.lines.map((line) => ({ ...compile(line), edge: line.edge, kind: line.kind })),
    markers: files.lists.markers.map((marker) => ({ ...compile(marker), level: marker.level, kind: marker.kind })),
    settings: compileSettings(files.settings),
    text: compileTextRules(files.text, compile),
    flow: compileFlowRules(files.flow),
    repair: files.repair,
    contacts: compileContactRules(files.contacts, files.report.phoneCountry, fragments),
    values: compileValueWords(files.values),
    diff: files.diff,
  }
}

/** JSON without white space, keys in code-unit order. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`
}
