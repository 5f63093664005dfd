import { checkOutline } from './check-outline.ts'
import { checkPattern, findPatterns, type FoundPattern } from './check-patterns.ts'
import { checkShape } from './check-shape.ts'
import { compileRules, type Rules } from './compile-rules.ts'
import { outlineRules } from './outline-rules.ts'
import { PARSE_ONCE } from './parse-once.ts'
import { lineOf, type ParsedJson, parseJson } from './parse-json.ts'
import { requiredGroups } from './required-groups.ts'
import { fragmentRules, LANGUAGE_FILE_NAMES, type RuleFiles, ruleFiles } from './rule-files.ts'
import type { ContentProblem } from './rule-problem.ts'
import type { RulesProblem } from './rules-error.ts'

/** What came of checking: the rules, or what is wrong with the files. */
export type CheckedRules =
  | { readonly rules: Rules; readonly problems: readonly [] }
  | { readonly rules: null; readonly problems: readonly RulesProblem[] }

interface ParsedFile extends ParsedJson {
  /** With its ending. */
  readonly name: string
  readonly patterns: readonly FoundPattern[]
}

function parseFile(name: string, text: string): ParsedFile {
  const json = parseJson(text)
  return { ...json, name, patterns: findPatterns(json.value) }
}

/** Sub-patterns by name; null where they are faulty themselves. */
type Fragments = Readonly<Record<string, string>> | null

/**
 * Checks the texts of all rule files and lists every fault there is.
 *
 * @param texts by file name, with its ending
 */
export function checkRules(texts: ReadonlyMap<string, string>): CheckedRules {
  const parsed = [...texts].map(([name, text]) => parseFile(name, text))
  const readable = parsed.filter(({ value }) => value !== undefined)
  const fragments = readFragments(readable)
  const problems = [
    ...parsed.flatMap(({ name, faults }) =>
      faults.map(({ pointer, line, what }) => ({ file: name, where: pointer, line, what })),
    ),
    ...readable.flatMap((file) => locate(file, checkFile(file, fragments))),
    ...checkIds(readable),
  ]
  const files = ruleFiles.safeParse(
    Object.fromEntries(parsed.map(({ name, value }) => [baseName(name), value])),
    PARSE_ONCE,
  )
  return problems.length === 0 && files.success ? compileChecked(files.data, readable) : { rules: null, problems }
}

/** What each file allows may still not go together: patterns are joined to larger ones, a country decides on phones. */
function compileChecked(files: RuleFiles, parsed: readonly ParsedFile[]): CheckedRules {
  try {
    return { rules: compileRules(files), problems: [] }
  } catch (error) {
    const fault = (name: string, where: string, { message: what }: Error): readonly RulesProblem[] =>
      parsed.filter((file) => file.name === name).flatMap((file) => locate(file, [{ where, what }]))
    if (error instanceof SyntaxError) return { rules: null, problems: fault('contacts.json', '', error) }
    if (error instanceof RangeError) return { rules: null, problems: fault('report.json', '/phoneCountry', error) }
    throw error
  }
}

function checkFile(file: ParsedFile, fragments: Fragments): readonly ContentProblem[] {
  const shape = Object.entries(ruleFiles.shape).find(([name]) => name === baseName(file.name))?.[1]
  return [
    ...(shape === undefined ? [] : checkShape(shape, file.value)),
    ...(file.name === 'outline.json' ? checkReadableOutline(file.value) : []),
    ...(file.name === 'patterns.json' ? checkFragments(file.value) : []),
    ...file.patterns.flatMap((found) => checkFoundPattern(found, file, fragments)),
  ]
}

function checkReadableOutline(value: unknown): readonly ContentProblem[] {
  const outline = outlineRules.safeParse(value, PARSE_ONCE)
  return outline.success ? checkOutline(outline.data) : []
}

function checkFoundPattern(found: FoundPattern, file: ParsedFile, fragments: Fragments): readonly ContentProblem[] {
  const dependent = found.rule.pattern.includes('{{')
  return fragments === null && dependent
    ? []
    : checkPattern(found, fragments ?? {}, requiredGroups(file.name, found.where))
}

function readFragments(files: readonly ParsedFile[]): Fragments {
  const value = files.find(({ name }) => name === 'patterns.json')?.value
  const parsed = fragmentRules.safeParse(value, PARSE_ONCE)
  if (!parsed.success || checkFragments(value).length > 0) return null
  return Object.fromEntries(Object.entries(parsed.data).map(([name, { pattern }]) => [name, pattern]))
}

/** A fragment must be an expression of its own, so that it means the same wherever it is put. */
function checkFragments(value: unknown): readonly ContentProblem[] {
  const parsed = fragmentRules.safeParse(value, PARSE_ONCE)
  if (!parsed.success) return []
  return Object.entries(parsed.data).flatMap(([name, { pattern }]) => {
    const where = `/${name}/pattern`
    if (pattern.includes('{{')) return [{ where, what: 'a fragment cannot refer to another fragment' }]
    try {
      new RegExp(pattern, 'u')
      return []
    } catch (error) {
      return [{ where, what: error instanceof Error ? error.message : String(error) }]
    }
  })
}

/**
 * Ids are unique over all files, since findings and provenance name a rule by its id alone. Where a family takes one of
 * the language, the family's is at fault.
 */
function checkIds(files: readonly ParsedFile[]): readonly RulesProblem[] {
  const seen = new Map<string, string>()
  const isOfLanguage = ({ name }: ParsedFile): boolean => LANGUAGE_FILE_NAMES.includes(name)
  const inOrder = [...files.filter(isOfLanguage), ...files.filter((file) => !isOfLanguage(file))]
  return inOrder.flatMap((file) =>
    file.patterns.flatMap(({ rule, where }) => {
      const first = seen.get(rule.id)
      seen.set(rule.id, first ?? `${file.name} ${where}`)
      const what = `the id ${rule.id} stands already at ${first ?? ''}`
      return first === undefined ? [] : locate(file, [{ where: `${where}/id`, what }])
    }),
  )
}

function locate(file: ParsedFile, problems: readonly ContentProblem[]): readonly RulesProblem[] {
  return problems.map(({ where, what }) => ({ file: file.name, where, line: lineOf(where, file), what }))
}

function baseName(file: string): string {
  return file.replace(/\.json$/u, '')
}
