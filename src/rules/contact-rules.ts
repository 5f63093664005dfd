import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max'
import { z } from 'zod'
import { compilePattern, type PatternRule, patternRule, why } from './pattern-rule.ts'
import { withScriptClasses } from './script-classes.ts'

/** Words with a blank between any two. */
const wordList = z.strictObject({ why, words: z.string().regex(/^\S+(?: \S+)*$/u, 'words are separated by one blank') })

/** What the value is that a label stands before. */
export const labelKind = z.enum([
  'phone',
  'fax',
  'email',
  'url',
  'address',
  'contact',
  'person',
  'organisation',
  'care-of',
])
export type LabelKind = z.infer<typeof labelKind>

/** What must stand beside the name of a street to make it an address. */
const streetNeeds = z.enum(['nothing', 'number', 'number-or-town', 'number-and-town'])

/** `contacts.json`: the words by which the parts of a contact cell are known. */
export const contactRules = z.strictObject({
  /** The whole cell says that the contact above holds. */
  above: z.array(patternRule).min(1),
  /** Words before a value, without colon. */
  labels: z.array(z.strictObject({ ...patternRule.shape, kind: labelKind })).min(1),
  salutations: wordList,
  titles: wordList,
  particles: wordList,
  /** Words between two values of a kind. */
  conjunctions: wordList,
  givenNames: wordList,
  /** A single word that is no part of a person's name. */
  notNames: z.array(patternRule).min(1),
  /** A single word that needs a noun after it, so that neither a name nor a line's meaning ends with it. */
  adjectives: z.array(patternRule).min(1),
  /**
   * The first word of an office or unit. A `head` begins one wherever it begins a line; a `compound` only where lines
   * are not known to be parts of one paragraph. The first that matches wins.
   */
  unitHeads: z.array(z.strictObject({ ...patternRule.shape, strength: z.enum(['head', 'compound']) })).min(1),
  /** Words that end the name of an organisation and never begin one. */
  legalForms: wordList,
  /** Words after which a name goes on in the next line. */
  openEndings: wordList,
  /** Names of streets without number, in the order in which they are tried, and what must stand beside one to make it an address. */
  streets: z.array(z.strictObject({ ...patternRule.shape, needs: streetNeeds })).min(1),
  houseNumber: patternRule,
  /** With the named group `postalCode`. */
  postalCode: patternRule,
  town: patternRule,
  /** Single words of opening hours, without the punctuation around them. */
  hours: z.strictObject({
    head: patternRule,
    day: patternRule,
    shortDay: patternRule,
    shortRange: patternRule,
    time: patternRule,
    clock: patternRule,
    link: patternRule,
    word: patternRule,
  }),
  /** A stretch of text that is a remark as a whole. */
  remarks: z.array(patternRule).min(1),
  /** A remark within other text. */
  remarkPhrases: z.array(patternRule).min(1),
  /** What a person does. */
  roles: z.array(patternRule).min(1),
  /** Text before digits that are no phone number. */
  notPhoneBefore: z.array(patternRule).min(1),
  /** An address of a web page without scheme and path. */
  webDomain: patternRule,
})
export type ContactRuleData = z.infer<typeof contactRules>

export interface ContactLabel {
  readonly kind: LabelKind
  /** The label with nothing around it. */
  readonly whole: RegExp
  /** The label at the end of a text that ends in no blank, dot or colon. */
  readonly before: RegExp
  /** The label anywhere; global, for `matchAll` only. */
  readonly scan: RegExp
}

export interface StreetRule {
  readonly needs: z.infer<typeof streetNeeds>
  /** Street with its number; global, for `matchAll` only. */
  readonly numbered: RegExp
  /** Street without number; global, for `matchAll` only. */
  readonly bare: RegExp
}

/** `contacts.json` ready to use. Expressions in `scan…` lists are global and for `matchAll` only. */
export interface ContactRules {
  readonly phoneCountry: CountryCode
  readonly above: readonly RegExp[]
  readonly labels: readonly ContactLabel[]
  readonly salutations: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly conjunctions: ReadonlySet<string>
  readonly givenNames: ReadonlySet<string>
  readonly notNames: readonly RegExp[]
  readonly adjectives: readonly RegExp[]
  readonly unitHeads: readonly { readonly strength: 'head' | 'compound'; readonly expression: RegExp }[]
  readonly legalForms: ReadonlySet<string>
  readonly openEndings: ReadonlySet<string>
  readonly streets: readonly StreetRule[]
  /** A house number anywhere; without one no street with a number is there. */
  readonly houseNumber: RegExp
  /** Postal code and town. Groups `postalCode`, `city`. */
  readonly scanTown: RegExp
  /** A town and nothing else. */
  readonly town: RegExp
  readonly hours: Readonly<Record<keyof ContactRuleData['hours'], RegExp>>
  readonly remarks: readonly RegExp[]
  readonly scanRemarkPhrases: readonly RegExp[]
  readonly roles: readonly RegExp[]
  readonly notPhoneBefore: readonly RegExp[]
  readonly scanWebDomain: RegExp
}

const NOT_IN_WORD = withScriptClasses('(?<![\\p{L}\\p{N}])')
const WORD_ENDS = withScriptClasses('(?![\\p{L}\\p{N}])')

/**
 * @param phoneCountry ISO 3166-1 alpha-2; country of numbers printed without one
 * @param fragments sub-patterns that `{{name}}` refers to
 * @throws SyntaxError where a pattern is no regular expression
 * @throws RangeError where nothing is known about the country's phone numbers
 */
export function compileContactRules(
  data: ContactRuleData,
  phoneCountry: string,
  fragments: Readonly<Record<string, string>> = {},
): ContactRules {
  if (!isSupportedCountry(phoneCountry))
    throw new RangeError(`no phone numbers are known for the country ${phoneCountry}`)
  const whole = (rule: PatternRule): RegExp => compilePattern(rule, fragments).expression
  const source = (rule: PatternRule): string =>
    compilePattern({ ...rule, match: 'anywhere' }, fragments).expression.source
  const scan = (text: string, ignoreCase = false): RegExp =>
    new RegExp(withScriptClasses(text), ignoreCase ? 'giu' : 'gu')
  return {
    phoneCountry,
    above: data.above.map(whole),
    labels: data.labels.map((rule) => ({ kind: rule.kind, whole: whole(rule), ...labelScans(source(rule)) })),
    salutations: words(data.salutations),
    titles: words(data.titles),
    particles: words(data.particles),
    conjunctions: words(data.conjunctions),
    givenNames: words(data.givenNames),
    notNames: data.notNames.map(whole),
    adjectives: data.adjectives.map(whole),
    unitHeads: data.unitHeads.map((rule) => ({ strength: rule.strength, expression: whole(rule) })),
    legalForms: words(data.legalForms),
    openEndings: words(data.openEndings),
    streets: data.streets.map((rule) => streetScans(rule.needs, source(rule), source(data.houseNumber))),
    houseNumber: new RegExp(source(data.houseNumber), 'u'),
    scanTown: scan(
      `(?<![\\p{L}\\p{N}/+-])${source(data.postalCode)}(?!\\d)\\s+(?<city>${source(data.town)})${WORD_ENDS}`,
    ),
    town: new RegExp(`^${source(data.town)}$`, 'u'),
    hours: {
      head: whole(data.hours.head),
      day: whole(data.hours.day),
      shortDay: whole(data.hours.shortDay),
      shortRange: whole(data.hours.shortRange),
      time: whole(data.hours.time),
      clock: whole(data.hours.clock),
      link: whole(data.hours.link),
      word: whole(data.hours.word),
    },
    remarks: data.remarks.map(whole),
    scanRemarkPhrases: data.remarkPhrases.map((rule) => scan(source(rule), rule.ignoreCase)),
    roles: data.roles.map(whole),
    notPhoneBefore: data.notPhoneBefore.map(whole),
    scanWebDomain: scan(`(?<![\\p{L}\\p{N}@._-])${source(data.webDomain)}(?:/\\S*)?${WORD_ENDS}`),
  }
}

function words(list: z.infer<typeof wordList>): ReadonlySet<string> {
  return new Set(list.words.split(' '))
}

function labelScans(source: string): Pick<ContactLabel, 'before' | 'scan'> {
  return {
    before: new RegExp(`${NOT_IN_WORD}${source}$`, 'u'),
    scan: new RegExp(`${NOT_IN_WORD}${source}${WORD_ENDS}`, 'gu'),
  }
}

function streetScans(needs: StreetRule['needs'], source: string, number: string): StreetRule {
  const start = withScriptClasses('(?<![\\p{L}\\p{N}.-])')
  const numbered = needs === 'nothing' ? source : `${source}[\\t ]?${number}`
  return {
    needs,
    numbered: new RegExp(`${start}${numbered}`, 'gu'),
    bare: new RegExp(`${start}${source}${WORD_ENDS}`, 'gu'),
  }
}
