import type {
  ColumnRule,
  Expectation,
  FieldPart,
  FigurePart,
  OutlineRules,
  SectionPart,
  SectionRule,
  TablePart,
} from './outline-rules.ts'
import type { CompiledPattern, PatternRule } from './pattern-rule.ts'

/** All wordings of a title or label: the one in the rules first, then its aliases. */
interface Worded {
  readonly wordings: readonly string[]
}

/** What a column does for telling rows apart: it names them, tells whom to ask, or says more about them. */
export type ColumnRole = 'name' | 'text' | 'contact'

export type CompiledGroup = Readonly<Extract<SectionPart, { kind: 'group' }>> & Worded
export type CompiledField = Readonly<FieldPart> & Worded
export type CompiledColumn = Readonly<ColumnRule> & Worded & { readonly role: ColumnRole }
export type CompiledTable = Readonly<Omit<TablePart, 'columns' | 'label' | 'identity'>> &
  Worded & {
    /** The title of the section where the table has no label of its own. */
    readonly label: string
    /** Keys of the columns that tell rows apart from edition to edition. */
    readonly identity: readonly string[]
    readonly columns: readonly CompiledColumn[]
  }
export type CompiledFigure = Readonly<FigurePart>
export type CompiledPart = CompiledGroup | CompiledField | CompiledFigure | CompiledTable
export type CompiledSection = Readonly<Omit<SectionRule, 'parts' | 'ordinal'>> &
  Worded & {
    /** Place among the sections, from 0. */
    readonly order: number
    /** Null where sections are not numbered. */
    readonly ordinal: number | null
    readonly parts: readonly CompiledPart[]
  }

/** `outline.json` ready to use. */
export interface CompiledOutline {
  readonly entity: {
    readonly key: string
    readonly singular: string
    readonly plural: string
    /** What tells one from another from edition to edition. */
    readonly identity: 'id' | 'number'
    /** Fills the named group `title`, and `number` where `isNumbered`. */
    readonly heading: CompiledPattern
    readonly isNumbered: boolean
    /** In the order in which they are tried; each matches at the start of a title. */
    readonly titlePrefixes: readonly CompiledPattern[]
    readonly expected: Readonly<Expectation>
  }
  /** Fills the named group `title`, and `number` where sections are numbered. */
  readonly sectionHeading: CompiledPattern
  readonly areSectionsNumbered: boolean
  readonly sections: readonly CompiledSection[]
  /** Each fills the named group `title`. */
  readonly contentsLine: readonly CompiledPattern[]
}

/** @param compile compiles one pattern rule with the shared fragments */
export function compileOutline(rules: OutlineRules, compile: (rule: PatternRule) => CompiledPattern): CompiledOutline {
  const { key, singular, plural, identity, heading, titlePrefixes, expected } = rules.entity
  return {
    entity: {
      key,
      singular,
      plural,
      identity,
      heading: compile(heading),
      isNumbered: isNumbered(heading),
      titlePrefixes: titlePrefixes.map(compile),
      expected,
    },
    sectionHeading: compile(rules.sectionHeading),
    areSectionsNumbered: isNumbered(rules.sectionHeading),
    sections: rules.sections.map((section, order) => ({
      ...section,
      order,
      ordinal: section.ordinal ?? null,
      wordings: [section.title, ...section.aliases],
      parts: section.parts.map((part) => compilePart(part, section)),
    })),
    contentsLine: rules.contentsLine.map(compile),
  }
}

function isNumbered({ pattern }: PatternRule): boolean {
  return pattern.includes('(?<number>')
}

function compilePart(part: SectionPart, section: SectionRule): CompiledPart {
  if (part.kind === 'figure') return part
  if (part.kind !== 'table') return addWordings(part)
  return {
    ...part,
    label: part.label ?? section.title,
    identity: part.identity ?? [part.rowName],
    wordings: part.label === undefined ? part.aliases : [part.label, ...part.aliases],
    columns: part.columns.map((column) => ({ ...addWordings(column), role: roleOf(column, part) })),
  }
}

function roleOf({ key, kind }: ColumnRule, { rowName }: TablePart): ColumnRole {
  if (key === rowName) return 'name'
  return kind === 'contact' ? 'contact' : 'text'
}

function addWordings<T extends { readonly label: string; readonly aliases: readonly string[] }>(
  labelled: T,
): T & Worded {
  return { ...labelled, wordings: [labelled.label, ...labelled.aliases] }
}

/** Whether a part is a field of its own: a value behind a label. */
export function isField(part: CompiledPart): part is CompiledField {
  return part.kind !== 'group' && part.kind !== 'figure' && part.kind !== 'table'
}
