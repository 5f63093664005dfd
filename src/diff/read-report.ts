import { z } from 'zod'
import { reportSchema } from '../report/report-schema.ts'
import type { CorrectedLeaf, Place, Report } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import { PARSE_ONCE } from '../rules/parse-once.ts'
import { checkShape } from '../rules/check-shape.ts'

/** Where each value was read, by JSON Pointer. */
export type Provenance = Readonly<Record<string, readonly (Place | CorrectedLeaf)[]>>

/** Why a text is no report that can be compared. */
export class ReportError extends Error {
  override readonly name = 'ReportError'
  /** `incomparable`: a report, but of another family or of another major version of its shape. */
  readonly code: 'invalid' | 'incomparable'
  /** What is wrong, a sentence each. */
  readonly reasons: readonly string[]
  readonly hint: string

  constructor(code: 'invalid' | 'incomparable', reasons: readonly string[], hint: string) {
    super(reasons.join(' '))
    this.code = code
    this.reasons = reasons
    this.hint = hint
  }
}

/** What every report has, whatever its family and version. */
const anyReport = z.looseObject({
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/u),
  edition: z.looseObject({
    id: z.string().nullable(),
    title: z.string(),
    source: z.looseObject({ file: z.string(), sha256: z.string(), kind: z.enum(['pdf', 'text']) }),
    extraction: z.looseObject({ rules: z.looseObject({ id: z.string() }) }).optional(),
  }),
  diagnostics: z.array(z.looseObject({})),
})

/** Faults of a shape that a message lists. */
const MOST_FAULTS = 5

/**
 * Takes a text for a report of the family that the rules describe.
 *
 * @throws ReportError where it is none, or none that these rules can compare
 */
export function readReport(text: string, rules: Rules): Report {
  const json = parse(text)
  const faults = checkShape(anyReport, json)
  const isReport = faults.length === 0
  if (!isReport) {
    const reasons = ['It is no report of this program.', ...faults.map(({ where, what }) => `${where}: ${what}.`)]
    throw new ReportError('invalid', reasons.slice(0, MOST_FAULTS), 'Give a report.json, a PDF or the text of one.')
  }
  checkComparable(json as Report, rules)
  if ((json as Report).schemaVersion === rules.family.schemaVersion) checkValid(json, rules)
  return json as Report
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ReportError('invalid', [`It is no JSON: ${why}.`], 'Check the file; it may have been cut off.')
  }
}

function checkComparable({ schemaVersion, edition, ...report }: Report, { family, outline }: Rules): void {
  const id = edition.extraction?.rules.id ?? (outline.entity.key in report ? family.id : null)
  if (id !== family.id) {
    const what = id === null ? `It holds no list "${outline.entity.key}"` : `It was read by the rules "${id}"`
    throw new ReportError(
      'incomparable',
      [`${what}; the rules given are "${family.id}".`],
      'Compare reports of one family, and name its rules with --rules FOLDER.',
    )
  }
  if (majorOf(schemaVersion) !== majorOf(family.schemaVersion)) {
    throw new ReportError(
      'incomparable',
      [`Its shape has the version ${schemaVersion}; the rules given make ${family.schemaVersion}.`],
      'Extract it anew from its PDF with this program, and compare then.',
    )
  }
}

function majorOf(version: string): string {
  return version.split('.', 1).join('')
}

/** Ids that repeat, and references to nothing, are told by the comparison. */
function checkValid(json: unknown, rules: Rules): void {
  const { error } = reportSchema(rules).safeParse(json, PARSE_ONCE)
  const issues = (error?.issues ?? []).filter(({ code }) => code !== 'custom')
  if (issues.length === 0) return
  const shown = issues.slice(0, MOST_FAULTS).map(({ path, message }) => `/${path.map(String).join('/')}: ${message}.`)
  const more = issues.length > MOST_FAULTS ? [`${String(issues.length - MOST_FAULTS)} more.`] : []
  throw new ReportError(
    'invalid',
    ['It is not of the shape that its version has.', ...shown, ...more],
    'Extract it anew, or undo what was edited by hand.',
  )
}
