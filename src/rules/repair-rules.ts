import { z } from 'zod'
import { why } from './pattern-rule.ts'

const weight = z.strictObject({ weight: z.number().min(0), why })
const listOf = (item: z.ZodString) => z.strictObject({ values: z.array(item).min(1), why })

/** Weight of each source of evidence; the reading with the greatest sum wins. */
const weights = z.strictObject({
  'abbreviation-before': weight,
  'address-compound': weight,
  'address-edge': weight,
  'address-fragment': weight,
  'address-goes-on': weight,
  'address-hyphen-style': weight,
  'address-name': weight,
  'address-patterns': weight,
  'address-two-words': weight,
  'address-word': weight,
  'broken-before': weight,
  'capital-after': weight,
  'compound-tail': weight,
  'closing-mark': weight,
  'cut-word': weight,
  exception: weight,
  'firm-hyphen': weight,
  'gender-form': weight,
  'hyphenation-patterns': weight,
  'inflected-elsewhere': weight,
  'inside-elsewhere': weight,
  'label-elsewhere': weight,
  'line-end': weight,
  'link-target': weight,
  'lone-dash': weight,
  'lone-hyphen': weight,
  'lower-case-after': weight,
  'not-german': weight,
  'number-or-code': weight,
  'path-hyphen-style': weight,
  'printed-elsewhere': weight,
  'slash-joins': weight,
  'soft-hyphen': weight,
  'suspended-compound': weight,
  'whole-elsewhere': weight,
})

/** `repair.json`: how line ends are read. */
export const repairRules = z.strictObject({
  /** Words before which a hyphen stands for the rest of a compound: `Sach- und Personalkosten`. */
  conjunctions: listOf(z.string().regex(/^[\p{Ll}&+./]+$/u, 'a conjunction is printed in lower case')),
  /** Words the evidence gets wrong, spelled right; a hyphen in the word is the author's. */
  exceptions: z.array(z.strictObject({ word: z.string().min(3), why })),
  gender: z.strictObject({
    /** Characters that set off the second ending: `Senior*innen`. */
    marks: z.array(z.string().length(1)).min(1),
    /** What follows the mark, whole: `innen`. */
    endings: z.array(z.string().min(1)).min(1),
    why,
  }),
  /** Last labels of domains as this kind of report prints them, in lower case. */
  topLevelDomains: listOf(z.string().regex(/^\p{Ll}{2,}$/u, 'a top-level domain has two or more small letters')),
  weights,
  /** Two readings whose weights differ by less than this are a close call. */
  closeBelow: z.strictObject({ value: z.number().positive(), why }),
})

export type RepairRules = z.infer<typeof repairRules>

/** Name of a source of evidence, as `Join.evidence` shows it. */
export type EvidenceName = keyof RepairRules['weights']
