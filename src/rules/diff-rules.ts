import { z } from 'zod'
import { LEVELS } from './levels.ts'
import { why } from './pattern-rule.ts'

export const level = z.enum(LEVELS)

const judgement = z.strictObject({ level, why })

function threshold<U extends string>(unit: U) {
  return z.strictObject({ value: z.number().positive(), unit: z.literal(unit), why })
}

const weight = z.strictObject({ value: z.number().nonnegative(), why })

/** `diff.json`: what two editions are compared by, and how much each kind of change matters. */
export const diffRules = z.strictObject({
  /** The level of each judgement; `src/diff/judge/judgements.ts` says when each applies. */
  levels: z.strictObject({
    'schema-changed': judgement,
    'entity-gone': judgement,
    'section-gone': judgement,
    'field-emptied': judgement,
    'error-new': judgement,
    'unclaimed-grew': judgement,
    'rows-fell': judgement,
    'text-shrank': judgement,
    'error-gone': judgement,
    'same-content': judgement,
    'other-content': judgement,
  }),
  renames: z.strictObject({
    /** Likeness from which on two rows, or two chapters, of different names are taken for the same. */
    threshold: threshold('likeness, 0 to 1'),
    /** What the likeness of each kind of column counts; columns of one kind share it. */
    weights: z.strictObject({ name: weight, text: weight, contact: weight, other: weight }),
  }),
  /** Signs that may differ without changing what a text says; white space and case are such as well. */
  sameContent: z.strictObject({ characters: z.string().min(1), why }),
  suspicions: z.strictObject({
    /** Share of a table's rows that must be missing. */
    rowsFell: threshold('share of rows'),
    /** How many must be missing at least. */
    rowsFellLeast: threshold('rows'),
    /** Share of its words up to which a text counts as a fragment. */
    textShrank: threshold('share of words'),
    /** How many words it must have had at least. */
    textShrankLeast: threshold('words'),
  }),
})

export type DiffRules = z.infer<typeof diffRules>
export type JudgementId = keyof DiffRules['levels']
