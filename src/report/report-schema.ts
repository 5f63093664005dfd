import { z } from 'zod'
import type { CompiledPart, CompiledSection, CompiledTable, Rules } from '../rules/load-rules.ts'
import { KINDS } from '../values/kinds.ts'
import { pascalCase } from './pascal-case.ts'
import { diagnostic, figure, richText } from './shared-schemas.ts'

type Shape = Record<string, z.ZodType>
type Fields = Readonly<Record<string, unknown>>

/**
 * The schema of `report.json` for one family of reports. All that depends on the family comes from its rules: the key
 * of the list of entities, the sections with their parts, the columns of the tables. Every field is always there: a
 * section that was not found is null, a field that was not found or is empty is what its kind has for that (an empty
 * text or list, or null), a table or figure that was not found is an empty list. A diagnostic tells what was missing
 * from what was empty. What the rules do not know is there only where it is printed: `unassigned` texts of a section,
 * further columns of a record.
 */
export function reportSchema(rules: Rules): z.ZodType {
  const known = schemas.get(rules)
  if (known !== undefined) return known
  const schema = makeSchema(rules)
  schemas.set(rules, schema)
  return schema
}

/** A schema takes longer to make than a report to check. */
const schemas = new WeakMap<Rules, z.ZodType>()

function makeSchema(rules: Rules): z.ZodType {
  const { entity } = rules.outline
  const fields: Shape = {
    $schema: z.string().min(1).describe('Where the JSON Schema of this file is.'),
    schemaVersion: z.literal(rules.family.schemaVersion).describe('Semantic version of the shape of this file.'),
    edition: editionSchema(),
    [entity.key]: z
      .array(entitySchema(rules))
      .refine((list) => haveDistinctIds(list), 'two entries have the same id')
      .describe(`The ${entity.plural} in printed order.`),
    diagnostics: z.array(diagnostic).describe('In the order of the document.'),
  }
  return z.strictObject(fields).describe(rules.family.title)
}

function editionSchema(): z.ZodType {
  const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
  const source = z.strictObject({
    file: z.string().min(1).describe('Name of the input file, without folders.'),
    sha256: sha256.describe('SHA-256 of its bytes, lower-case hexadecimal.'),
    kind: z.enum(['pdf', 'text']),
    pages: z.int().min(1).describe('Number of its pages.'),
  })
  const extraction = z
    .strictObject({
      rules: z.strictObject({
        id: z.string().min(1),
        sha256: sha256.describe('SHA-256 of the content of the rule files.'),
      }),
      program: z.strictObject({ name: z.string().min(1), version: z.string().min(1) }),
      unclaimed: z
        .int()
        .min(0)
        .optional()
        .describe('Characters of the document that ended in no field and in no other known place.'),
    })
    .describe('What read the document. Tells a change of the source from a change of the program; may be left out.')
  return z.strictObject({
    id: z.string().min(1).nullable().describe('As given by the user, else as found in the document, else null.'),
    title: z.string().min(1).describe('Title of the report.'),
    source: source.describe('The document that was read.'),
    extraction: extraction.optional(),
  })
}

function entitySchema({ outline: { entity, sections } }: Rules) {
  const own = z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
      .describe('Stable over editions: small letters, digits and hyphens, made from the name without its titles.'),
    ...(entity.isNumbered ? { number: z.int().min(1).describe('As printed.') } : {}),
    name: z.string().min(1).describe('As printed, without the number.'),
    pages: z
      .tuple([z.int().min(1), z.int().min(1)])
      .refine(([first, last]) => first <= last, 'the last page comes before the first')
      .nullable()
      .describe('First and last page, 1-based; null where the input has no pages.'),
  })
  const found: Shape = Object.fromEntries(
    sections.map((section) => [section.key, sectionSchema(section).nullable().describe(section.title)]),
  )
  return own.extend(found).meta({ id: pascalCase(entity.singular), description: `One ${entity.singular}.` })
}

function sectionSchema(section: CompiledSection): z.ZodType {
  const heading = z
    .strictObject({
      number: z.string().describe('As printed, even where the report misnumbers; empty where no number is printed.'),
      title: z.string().min(1).describe('As printed.'),
    })
    .describe('The heading as printed.')
  const parts: Shape = Object.fromEntries(
    section.parts.flatMap((part) => (part.kind === 'group' ? [] : [[part.key, partSchema(part)]])),
  )
  const unassigned = z
    .array(z.strictObject({ heading: z.string().min(1).describe('As printed.'), text: richText }))
    .min(1)
    .describe('Texts below headings that the rules do not know; left out where there are none.')
  return z.strictObject({ heading, ...parts, unassigned: unassigned.optional() })
}

function partSchema(part: Exclude<CompiledPart, { kind: 'group' }>): z.ZodType {
  switch (part.kind) {
    case 'figure':
      return z.array(figure).describe(part.captions.join('; '))
    case 'table':
      return z
        .array(recordSchema(part))
        .superRefine(checkReferences(part))
        .describe(`${part.label}: one record per row, in printed order.`)
    default:
      return KINDS[part.kind].schema.describe(part.label)
  }
}

function recordSchema(table: CompiledTable) {
  const columns: Shape = Object.fromEntries(
    table.columns.map(({ key, kind, label }) => [key, KINDS[kind].schema.describe(label)]),
  )
  return z
    .object({ id: z.string().min(1).describe('Unique within the table, made from the name.') })
    .extend(columns)
    .catchall(richText.describe('A column that the rules do not know, by a key made from its label.'))
}

/** Ids of a table's records are distinct, and a contact refers to an earlier record that has one of its own. */
function checkReferences(table: CompiledTable) {
  const contactKeys = table.columns.filter(({ kind }) => kind === 'contact').map(({ key }) => key)
  return (records: readonly Fields[], context: z.core.$RefinementCtx): void => {
    if (!haveDistinctIds(records)) context.addIssue('two records have the same id')
    for (const key of contactKeys) {
      const own = new Set<unknown>()
      for (const [index, record] of records.entries()) {
        const sameAs = sameAsOf(record[key])
        if (sameAs === undefined) continue
        if (sameAs === null) own.add(record['id'])
        else if (!own.has(sameAs)) {
          context.addIssue({
            code: 'custom',
            path: [index, key, 'sameAs'],
            message: 'no record above has this id and a contact of its own',
          })
        }
      }
    }
  }
}

/** What a contact, which has been checked, says of the one that it repeats; undefined where there is no contact. */
function sameAsOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'sameAs' in value ? value.sameAs : undefined
}

function haveDistinctIds(records: readonly Fields[]): boolean {
  return new Set(records.map((record) => record['id'])).size === records.length
}
