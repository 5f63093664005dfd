import type { GoldCity } from '../../fixtures/typeset/gold.ts'
import type { City, FamilyReport } from '../../rules/stadtprofile/report.generated.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { foldWords } from '../../src/layout/fold-words.ts'
import { asGold } from '../editions/as-gold.ts'
import type { Expected, Told, Unassigned } from './expected.ts'

/** What a report says, as far as an edit decides it; equal for `wanted` and `found` where all is well. */
export interface Outcome {
  readonly cities: readonly unknown[]
  /** Diagnostics that have to be there and are not. */
  readonly untold: readonly Told[]
  readonly unassigned: readonly Unassigned[]
  readonly columns: Expected['columns']
  /** Errors and warnings about cities that the edit did not touch. */
  readonly alarms: readonly string[]
}

/** The outcome that an edit calls for. */
export function wanted({ cities, open, unassigned, columns }: Expected): Outcome {
  return { cities: leaveOpen(cities, open), untold: [], unassigned, columns, alarms: [] }
}

/** The outcome that a report shows. */
export function found({ cities, diagnostics }: FamilyReport, expected: Expected): Outcome {
  const gold = cities.map(asGold)
  const isRight = JSON.stringify(gold) === JSON.stringify(expected.cities)
  const { unassigned, columns, touched } = expected
  return {
    cities: leaveOpen(gold, expected.open),
    untold: expected.told.filter((told) => !(told.unlessRight && isRight) && !isTold(told, diagnostics, cities)),
    unassigned: unassigned.map((wantedText) => unassignedOf(wantedText, cities)),
    columns: columns.map(({ city, key, texts }) => ({
      city,
      key,
      texts: texts.map((_, row) => columnText(cities.find(({ id }) => id === city)?.programme?.offers[row], key)),
    })),
    alarms: diagnostics.filter((diagnostic) => isAlarm(diagnostic, cities, touched)).map(({ message }) => message),
  }
}

/** Cities without the values at the given paths. */
function leaveOpen(cities: readonly GoldCity[], open: readonly string[]): readonly unknown[] {
  return cities.flatMap((city) => {
    const paths = open.filter((path) => path.split('/')[0] === city.id).map((path) => path.split('/').slice(1))
    return paths.some((path) => path.length === 0) ? [] : [paths.reduce<unknown>(without, city)]
  })
}

function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, child]): (readonly [string, unknown])[] => {
    if (name !== key) return [[name, child]]
    return rest.length === 0 ? [] : [[name, without(child, rest)]]
  })
  return Object.fromEntries(entries)
}

function isTold({ codes, names, city }: Told, diagnostics: readonly Diagnostic[], cities: readonly City[]): boolean {
  return diagnostics.some((diagnostic) => {
    const { code, severity, message } = diagnostic
    if (codes.length === 0 ? severity === 'info' : !codes.includes(code)) return false
    const said = foldWords(message)
    if (names.length > 0 && !names.some((name) => said.includes(foldWords(name)))) return false
    return city === null || isAbout(diagnostic, city, cities)
  })
}

function isAbout({ message, pointer, page }: Diagnostic, id: string, cities: readonly City[]): boolean {
  const index = cities.findIndex((city) => city.id === id)
  const city = cities[index]
  if (city === undefined) return false
  if (foldWords(message).includes(foldWords(city.name))) return true
  if (pointer !== null) return `${pointer}/`.startsWith(`/cities/${index}/`)
  return page !== null && city.pages !== null && city.pages[0] <= page && page <= city.pages[1]
}

function isAlarm(diagnostic: Diagnostic, cities: readonly City[], touched: readonly string[]): boolean {
  // Sums up the `text/unclaimed` of all cities, and each of these is looked at.
  if (diagnostic.severity === 'info' || diagnostic.code === 'text/unclaimed-share') return false
  return touched.length === 0 || !touched.some((id) => !hasCity(id, cities) || isAbout(diagnostic, id, cities))
}

/** A city that was not found is what a diagnostic about any other one may come from. */
function hasCity(id: string, cities: readonly City[]): boolean {
  return cities.some((city) => city.id === id)
}

/** The unassigned text of a section that comes nearest to the wanted one. */
function unassignedOf(wanted: Unassigned, cities: readonly City[]): Unassigned {
  const section = cities.find(({ id }) => id === wanted.city)?.[wanted.section] as {
    readonly unassigned?: readonly { readonly heading: unknown; readonly text: { readonly text: string } }[]
  } | null
  const block = section?.unassigned?.find(({ heading }) => JSON.stringify(heading).includes(wanted.heading))
  const text = block?.text.text.replaceAll(/\s+/gu, ' ') ?? ''
  const heading = block === undefined ? '' : wanted.heading
  return { ...wanted, heading, text: wanted.text === null ? null : text }
}

function columnText(record: object | undefined, key: string): string {
  const value = (record as Readonly<Record<string, { readonly text?: string } | undefined>> | undefined)?.[key]
  return value?.text?.replaceAll(/\s+/gu, ' ') ?? ''
}
