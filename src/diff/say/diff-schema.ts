import { z } from 'zod'
import { pascalCase } from '../../report/pascal-case.ts'
import { orderedJsonSchema } from '../../report/json-schema.ts'
import { LEVELS } from '../../rules/levels.ts'
import type { Rules } from '../../rules/load-rules.ts'

/** Semantic version of the shape that `--format json` prints. */
export const DIFF_VERSION = '1.0.0'

const path = z
  .string()
  .describe('Keys and ids from the list of chapters to the value, joined by "/"; never a position.')
const hash = z.string().regex(/^[0-9a-f]{64}$/u)

const spot = z
  .strictObject({
    path,
    pointer: z
      .string()
      .nullable()
      .describe('JSON Pointer into this side’s report.json; null for what is no value in it.'),
    page: z.int().min(1).nullable().describe('1-based page of the document; null where it is not known.'),
    bbox: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .nullable()
      .describe('Left, top, right, bottom on that page, in points from the top left; null where it is not known.'),
    line: z.int().min(1).nullable().describe('1-based line of a text; null where it is not known.'),
  })
  .meta({ id: 'Spot', description: 'Where a value stands in one of the editions.' })

const edition = z
  .strictObject({
    name: z.string().describe('As given on the command line.'),
    id: z.string().nullable(),
    source: z.strictObject({ file: z.string(), sha256: hash, kind: z.enum(['pdf', 'text']) }),
    extraction: z
      .looseObject({})
      .nullable()
      .describe('What read the document, as its report says; null where it does not.'),
  })
  .meta({ id: 'Edition', description: 'One of the two editions.' })

const acceptance = z.strictObject({ reason: z.string(), author: z.string(), expires: z.string().nullable() })

const stretch = z.strictObject({ same: z.boolean(), before: z.string(), after: z.string() })

const reason = z.strictObject({ part: z.string(), score: z.number().min(0).max(1) })

/** Key under which a change names its chapter: `city`, `careCentre`. */
export function entityField({ outline }: Rules): string {
  const name = pascalCase(outline.entity.singular)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function changeSchema(rules: Rules) {
  return z
    .strictObject({
      kind: z.enum(['added', 'removed', 'renamed', 'moved', 'changed']),
      level: z.enum(LEVELS).describe('How much it matters; the gravest level comes first.'),
      subject: z.enum([
        'schema',
        'title',
        'entity',
        'section',
        'table',
        'record',
        'field',
        'item',
        'error',
        'unclaimed',
      ]),
      path: path.describe('The path in the new edition; where that has nothing of it, in the old one.'),
      before: z
        .json()
        .describe('The old value; null where there was none. Of a renamed thing its name, of a moved row its path.'),
      after: z.json().describe('The new value, likewise.'),
      [entityField(rules)]: z.string().nullable().describe('Id of the chapter; null for the report as a whole.'),
      id: z.string().nullable().describe('Id of the row; null outside tables.'),
      old: spot.nullable(),
      new: spot.nullable(),
      fingerprint: z
        .string()
        .regex(/^[0-9a-f]{16}$/u)
        .describe('Kind, identity and values; the same in the next run.'),
      score: z
        .number()
        .min(0)
        .max(1)
        .nullable()
        .describe('How alike what was renamed or moved is; null where a key or a person decided.'),
      reasons: z.array(reason).describe('The likeness of each part behind the score.'),
      why: z.string().nullable().describe('What a person gave for a reason: of a pair, or of the level.'),
      judgement: z.string().nullable().describe('The rule that gave the level; null where a file of levels did.'),
      sameContent: z.boolean().describe('Whether both sides say the same, only written or ordered differently.'),
      words: z.array(stretch).nullable().describe('Of a changed text, what stayed and what changed, in order.'),
      accepted: acceptance.nullable().describe('Who accepted it in the baseline, and why; null where nobody did.'),
    })
    .meta({ id: 'Change', description: 'One thing that changed.' })
}

/** The schema of what `--format json` prints. */
export function diffSchema(rules: Rules): z.ZodType {
  const counts = z.strictObject(Object.fromEntries(LEVELS.map((level) => [level, z.int().min(0)])))
  const noted = z.strictObject({
    fingerprint: z.string(),
    kind: z.string(),
    path: z.string(),
    reason: z.string(),
    author: z.string(),
    expires: z.string().nullable(),
  })
  return z.strictObject({
    $schema: z.string(),
    diffVersion: z.literal(DIFF_VERSION).describe('Semantic version of the shape of this file.'),
    old: edition,
    new: edition,
    cause: z.strictObject({
      cause: z.enum(['source', 'program', 'both', 'neither', 'unknown']),
      isSourceSame: z.boolean(),
      areRulesSame: z.boolean().nullable(),
      isProgramSame: z.boolean().nullable(),
      words: z.string(),
    }),
    summary: z
      .strictObject({ changes: z.int().min(0), levels: counts, accepted: z.int().min(0) })
      .describe('Accepted changes are counted under "accepted" only.'),
    changes: z.array(changeSchema(rules)).describe('In the order of the new edition.'),
    diagnostics: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        message: z.string(),
        path: z.string(),
      }),
    ),
    baseline: z.strictObject({ stale: z.array(noted), expired: z.array(noted) }),
  })
}

/** The JSON Schema (draft 2020-12) of what `--format json` prints for a family of reports. */
export function diffJsonSchema(rules: Rules): object {
  return orderedJsonSchema(
    diffSchema(rules),
    diffSchemaId(rules),
    `Changes between two editions: ${rules.family.title}`,
  )
}

export function diffSchemaId({ family }: Rules): string {
  return `urn:${family.id}:diff:${DIFF_VERSION}`
}
