import { z } from 'zod'
import { patternRule, ruleId, why } from './pattern-rule.ts'

/** How often something is expected; `max: null` sets no upper bound. */
export const expectation = z.strictObject({ min: z.int().min(0), max: z.int().min(1).nullable() })

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/u, 'a key is camelCase')

/** Words as printed. `aliases` are other wordings that mean the same. */
const label = z.strictObject({ label: z.string().min(1), aliases: z.array(z.string().min(1)).default([]) })

/** Kinds of values whose rules say nothing more about them. */
const PLAIN_KINDS = ['richText', 'text', 'contact', 'number', 'money', 'date'] as const

/** What a list has besides: the sign between entries that stand on one line. */
const listOptions = { kind: z.literal('list'), separator: z.string().min(1).optional() }

/** What a reference has besides: the key of the table that holds the records it names. */
const referenceOptions = { kind: z.literal('reference'), to: key }

/** Where a field's text stands: in the column beside its label, below it as below a heading, or after it and a colon. */
const place = z.enum(['beside', 'below', 'inline'])

const fieldShape = {
  key,
  ...label.shape,
  place,
  /** Whether the field may be empty without a diagnostic. */
  mayBeEmpty: z.boolean(),
  why,
}

/** A value behind a label. */
const plainField = z.strictObject({ kind: z.enum(PLAIN_KINDS), ...fieldShape })
const listField = z.strictObject({ ...listOptions, ...fieldShape })
const referenceField = z.strictObject({ ...referenceOptions, ...fieldShape })

const columnShape = { key, ...label.shape, mayBeEmpty: z.boolean() }

/** A column of a table; the kind says how its cells are read. */
export const columnRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(PLAIN_KINDS), ...columnShape }),
  z.strictObject({ ...listOptions, ...columnShape }),
  z.strictObject({ ...referenceOptions, ...columnShape }),
])

/** A heading that only groups what follows it. */
const groupPart = z.strictObject({ kind: z.literal('group'), ...label.shape, why })

/** Charts known by their captions, in printed order. */
const figurePart = z.strictObject({
  kind: z.literal('figure'),
  key,
  captions: z.array(z.string().min(1)).min(1),
  why,
})

/** A table whose rows are records. */
const tablePart = z.strictObject({
  kind: z.literal('table'),
  key,
  /** Left out where the table stands right below the heading of its section. */
  label: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).default([]),
  /** Key of the column that names a row; its kind is `text`. */
  rowName: key,
  /** Keys of the columns that tell rows apart from edition to edition; the one that names them where left out. */
  identity: z.array(key).min(1).optional(),
  columns: z.array(columnRule).min(2),
  rows: expectation,
  why,
})

export const sectionPart = z.discriminatedUnion('kind', [
  groupPart,
  figurePart,
  tablePart,
  plainField,
  listField,
  referenceField,
])

export const sectionRule = z.strictObject({
  key,
  title: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  /** Number the section should carry within its entity: 2 for `7.2`. Left out where sections are not numbered. */
  ordinal: z.int().min(1).optional(),
  parts: z.array(sectionPart).min(1),
  why,
})

/** `outline.json`: what the report is made of. The shape of `report.json` is derived from it. */
export const outlineRules = z.strictObject({
  entity: z.strictObject({
    /** Key of the list in `report.json`. */
    key,
    /** One of them, in words, for messages. */
    singular: z.string().min(1),
    plural: z.string().min(1),
    /** What tells one from another from edition to edition: the id made from its name, or its printed number. */
    identity: z.enum(['id', 'number']).default('id'),
    /** Must have the named group `title`; `number` where the report numbers them. */
    heading: patternRule,
    /** Parts of a title that do not belong to the entity's own name; each must leave a name. */
    titlePrefixes: z.array(patternRule),
    expected: expectation,
    why,
  }),
  /** Must have the named group `title`; `number` where the report numbers sections. */
  sectionHeading: patternRule,
  sections: z.array(sectionRule).min(1),
  /** A line of a table of contents: a title, leaders or a gap, a page number; with the named group `title`. */
  contentsLine: z.array(patternRule).min(1),
})

export type OutlineRules = z.infer<typeof outlineRules>
export type SectionRule = z.infer<typeof sectionRule>
export type SectionPart = z.infer<typeof sectionPart>
export type FieldPart = Exclude<SectionPart, { kind: 'group' | 'figure' | 'table' }>
export type TablePart = z.infer<typeof tablePart>
export type FigurePart = z.infer<typeof figurePart>
/** What a field or a cell can hold; `src/values/kinds.ts` says how each is read. */
export type FieldKind = FieldPart['kind']
export type ColumnRule = z.infer<typeof columnRule>
export type Expectation = z.infer<typeof expectation>

/** `furniture.json`: lines that belong to the page, not to the text. */
export const furnitureRules = z.strictObject({
  lines: z.array(
    z.strictObject({
      ...patternRule.shape,
      /** Where on the page the line may stand; a text dump may print either edge anywhere between two pages. */
      edge: z.enum(['top', 'bottom']),
      kind: z.enum(['running-header', 'running-footer', 'page-number', 'claim']),
    }),
  ),
})
export type FurnitureRules = z.infer<typeof furnitureRules>

/** `lists.json`: what a list item begins with. Each pattern has the named group `marker`. */
export const listRules = z.strictObject({
  markers: z.array(
    z.strictObject({
      ...patternRule.shape,
      /** Level a marker of this kind has by itself; indentation may say otherwise. */
      level: z.int().min(1),
      /** `bullet` marks are alike for all items; an `ordinal` counts on. */
      kind: z.enum(['bullet', 'ordinal']),
    }),
  ),
})
export type ListRules = z.infer<typeof listRules>

/** `report.json` of the rules folder: the family as a whole. */
export const familyRules = z.strictObject({
  id: ruleId,
  /** Title of the report, without the edition. */
  title: z.string().min(1),
  /** BCP 47 */
  language: z.string().min(2),
  /** ISO 3166-1 alpha-2; country of phone numbers printed without one. */
  phoneCountry: z.string().regex(/^[A-Z]{2}$/u, 'a country is two capitals, "DE"'),
  /** Where the document names its edition; each with the named group `edition`. First match wins: metadata, then text. */
  edition: z.array(patternRule).min(1),
  /** Semantic version of the shape of `report.json`. */
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/u, 'a version is three numbers, "1.0.0"'),
  why,
})
export type FamilyRules = z.infer<typeof familyRules>
