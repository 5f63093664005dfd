import type {
  ColumnRule,
  Expectation,
  FiguresPart,
  OutlineRules,
  SectionPart,
  SectionRule,
  TablePart,
  TextPart,
} from './outline-rules.ts'
import type { CompiledPattern, PatternRule } from './pattern-rule.ts'

/** All wordings of a title or label: the one in the rules first, then its aliases. */
interface Worded {
  readonly wordings: readonly string[]
}

export type CompiledGroup = Readonly<Extract<SectionPart, { kind: 'group' }>> & Worded
export type CompiledText = Readonly<TextPart> & Worded
export type CompiledColumn = Readonly<ColumnRule> & Worded
export type CompiledTable = Readonly<Omit<TablePart, 'columns'>> &
  Worded & { readonly columns: readonly CompiledColumn[] }
export type CompiledFigures = Readonly<FiguresPart>
export type CompiledPart = CompiledGroup | CompiledText | CompiledFigures | CompiledTable
export type CompiledSection = Readonly<Omit<SectionRule, 'parts'>> &
  Worded & { readonly parts: readonly CompiledPart[] }

/** `outline.json` ready to use. */
export interface CompiledOutline {
  readonly entity: {
    readonly key: string
    readonly singular: string
    readonly plural: string
    /** Fills the named groups `number` and `title`. */
    readonly heading: CompiledPattern
    /** In the order in which they are tried; each matches at the start of a title. */
    readonly titlePrefixes: readonly CompiledPattern[]
    readonly expected: Readonly<Expectation>
  }
  /** Fills the named groups `number` and `title`. */
  readonly sectionHeading: CompiledPattern
  readonly sections: readonly CompiledSection[]
  /** Each fills the named group `title`. */
  readonly contentsLine: readonly CompiledPattern[]
}

/** @param compile compiles one pattern rule with the shared fragments */
export function compileOutline(rules: OutlineRules, compile: (rule: PatternRule) => CompiledPattern): CompiledOutline {
  const { key, singular, plural, heading, titlePrefixes, expected } = rules.entity
  return {
    entity: { key, singular, plural, heading: compile(heading), titlePrefixes: titlePrefixes.map(compile), expected },
    sectionHeading: compile(rules.sectionHeading),
    sections: rules.sections.map((section) => ({
      ...section,
      wordings: [section.title, ...section.aliases],
      parts: section.parts.map(compilePart),
    })),
    contentsLine: rules.contentsLine.map(compile),
  }
}

function compilePart(part: SectionPart): CompiledPart {
  if (part.kind === 'figures') return part
  if (part.kind === 'table') return { ...addWordings(part), columns: part.columns.map(addWordings) }
  return addWordings(part)
}

function addWordings<T extends { readonly label: string; readonly aliases: readonly string[] }>(
  labelled: T,
): T & Worded {
  return { ...labelled, wordings: [labelled.label, ...labelled.aliases] }
}
