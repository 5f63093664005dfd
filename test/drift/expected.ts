import type { GoldCity } from '../../fixtures/typeset/gold.ts'
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts'
import { truthOf } from '../editions/as-gold.ts'
import type { Draw } from './draw.ts'
import type { Edition } from './edition.ts'

/** A diagnostic that has to be there. */
export interface Told {
  /** It has one of these codes; empty where every error or warning will do. */
  readonly codes: readonly string[]
  /** Its message holds one of these, capitals and punctuation aside; empty where it need not. */
  readonly names: readonly string[]
  /** Id of the city that it is about: by its message, its pointer or its page. Null where it is about none. */
  readonly city: string | null
  /** It need not be there where all values are right all the same. */
  readonly unlessRight: boolean
}

/** Text under a heading that no rule knows. */
export interface Unassigned {
  readonly city: string
  readonly section: 'facts' | 'organisation' | 'programme'
  /** Part of the heading. */
  readonly heading: string
  /** Null where it is not compared. */
  readonly text: string | null
}

/** What a report of the changed edition has to say. */
export interface Expected {
  readonly cities: readonly GoldCity[]
  /** Values that may be wrong as long as that is told: id of the city, then a path into `GoldCity`; none for all of it. */
  readonly open: readonly string[]
  readonly told: readonly Told[]
  readonly unassigned: readonly Unassigned[]
  /** Texts of a column that no rule knows, row by row. */
  readonly columns: readonly { readonly city: string; readonly key: string; readonly texts: readonly string[] }[]
  /** Ids of the cities that errors and warnings may be about. */
  readonly touched: readonly string[]
}

/** The changed edition, and what has to come of it. */
export interface Mutation {
  readonly edition: Edition
  readonly expected: Expected
  /** The same of a dump, where that shows less. */
  readonly inDump?: Expected
}

/** A change to an edition; whom it hits is drawn. */
export interface Edit {
  readonly name: string
  readonly apply: (edition: Edition, draw: Draw) => Mutation
}

/** All that the content says, nothing told. */
export function right(edition: Edition, more: Partial<Expected> = {}): Mutation {
  const cities = truthOf(edition.content, edition.labelsFor)
  return { edition, expected: { cities, open: [], told: [], unassigned: [], columns: [], touched: [], ...more } }
}

/** A diagnostic about a city. */
export function told(
  city: string | null,
  codes: readonly (DiagnosticCode | PlannedCode)[],
  ...names: readonly string[]
): Told {
  return { codes, names, city, unlessRight: false }
}

/** Codes that some edits call for and no stage gives yet. */
type PlannedCode = 'heading/unknown' | 'table/column-unknown'

/** What has to come of an edit that hits these cities: told of each. */
export function toldOfEach(
  edition: Edition,
  ids: readonly string[],
  tell: (id: string) => Told,
  more: Partial<Expected> = {},
): Mutation {
  return right(edition, { told: ids.map(tell), touched: ids, ...more })
}

/** Where a dump does not show what these values are, they may be wrong in it as long as that is told. */
export function openInDump(
  { edition, expected }: Mutation,
  open: readonly string[],
  ...told: readonly Told[]
): Mutation {
  const inDump = { ...expected, open, told: told.length === 0 ? expected.told : told, unassigned: [] }
  return { edition, expected, inDump }
}

/** Some values may be wrong; only then do these have to be told. */
export function rightOrTold(edition: Edition, open: readonly string[], ...told: readonly Told[]): Mutation {
  const touched = open.map((path) => path.split('/')[0] ?? '')
  return right(edition, { open, told: told.map((one) => ({ ...one, unlessRight: true })), touched })
}

/** Ids of all cities. */
export function idsOf({ content }: Edition): readonly string[] {
  return content.cities.map(({ id }) => id)
}

/** Texts below their headings, in the last section. */
export const TEXTS_BELOW = ['goals', 'fundingPriorities'] as const
export type TextBelow = (typeof TEXTS_BELOW)[number]
/** Texts beside their labels, in the section before. */
export const TEXTS_BESIDE = ['steering', 'delivery', 'taskDivision', 'cooperationBodies'] as const
export type TextBeside = (typeof TEXTS_BESIDE)[number]

const NOTHING = { text: '', blocks: [] }

/** Where these texts stand. */
export type TextPath = `organisation/${TextBeside}` | `programme/${TextBelow}`

/** A city without the values of some texts. */
export function withoutTexts(city: GoldCity, paths: readonly TextPath[]): GoldCity {
  return paths.reduce((left, path) => {
    const [section, key] = path.split('/') as ['organisation' | 'programme', string]
    return { ...left, [section]: { ...left[section], [key]: NOTHING } }
  }, city)
}

export const SECTIONS = ['facts', 'organisation', 'programme'] as const
export type SectionKey = (typeof SECTIONS)[number]

/** A city without one of its sections. */
export function withoutSection(city: GoldCity, key: SectionKey): GoldCity {
  const sections = city.sections.map((section) =>
    section.kind === key ? { kind: key, printedNumber: '', title: '' } : section,
  )
  switch (key) {
    case 'facts':
      return { ...city, sections, figures: [] }
    case 'organisation': {
      const paths = TEXTS_BESIDE.map((field) => `organisation/${field}` as const)
      return { ...withoutTexts(city, paths), sections }
    }
    case 'programme': {
      const left = withoutTexts(city, ['programme/goals', 'programme/fundingPriorities'])
      return { ...left, sections, programme: { ...left.programme, offers: [] } }
    }
  }
}

/** The truth about an edition, with that about some cities changed. */
export function truthBut(
  edition: Edition,
  ids: readonly string[],
  change: (city: GoldCity) => GoldCity,
): readonly GoldCity[] {
  return truthOf(edition.content, edition.labelsFor).map((city) => (ids.includes(city.id) ? change(city) : city))
}
