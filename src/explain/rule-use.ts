import type { Found } from './found.ts'

/** The rule that decided what became of words. */
export interface RuleUse {
  /** File of the rules; null where no rule but the make-up of the page decided. */
  readonly file: 'outline.json' | 'furniture.json' | 'lists.json' | null
  /**
   * Keys in `outline.json` from the section down, `programme/offers/contact`; the id of the rule in other files; else what
   * decided: `repeated-edge`, `footnote`, `contents`, `before-entities`, `after-entities`, `no-heading`.
   */
  readonly key: string
  /** What the words are to the rule. */
  readonly role: 'heading' | 'label' | 'text' | 'marker' | 'aside'
  /** JSON Pointer to what the rule is about; null for what is no part of the report. */
  readonly pointer: string | null
  /** How the heading, label or column of the rule was found; null where the rule has none. */
  readonly found: Found | null
}

/** A rule with the words that it holds for. */
export interface UsedRule {
  readonly use: RuleUse
  readonly words: readonly number[]
}

/** Where a section, or a part of it, is looked for. */
export interface SectionPlace {
  /** JSON Pointer to it. */
  readonly pointer: string
  /** Its keys, as {@link RuleUse} has them. */
  readonly key: string
  /** Share of differences up to which two wordings count as one. */
  readonly limit: number
}
