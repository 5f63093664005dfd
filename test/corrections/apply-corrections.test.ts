import { readFileSync } from 'node:fs'
import { extract } from 'stadtprofile'
import { describe, expect, test } from 'vitest'
import { applyCorrections } from '../../src/corrections/apply-corrections.ts'
import type { Correction } from '../../src/corrections/corrections-file.ts'
import type { ExtractResult } from '../../src/interpret.ts'
import { diffReports } from '../../src/diff/diff-reports.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { OLD, rules } from '../diff/read-editions.ts'

const result = await extract(new Uint8Array(readFileSync(new URL(`../../fixtures/${OLD}`, import.meta.url))))

type Given = Pick<Correction, 'path' | 'before' | 'after'>

function corrected(...given: readonly Given[]): ExtractResult {
  const corrections = given.map((one) => ({ ...one, reason: 'Compared with the page.', author: 'Ada' }))
  return applyCorrections(result, { version: 1, corrections }, rules)
}

/** What changed in the report, by path. */
function changesOf(after: ExtractResult): readonly string[] {
  const editions = [result, after].map(({ report, provenance }) => ({ name: 'x', report, provenance }))
  const [old = editions[0], next = editions[1]] = editions
  if (old === undefined || next === undefined) return []
  return diffReports(old, next, rules).changes.map(({ kind, path }) => `${kind} ${path}`)
}

const [STEERING, OFFERS] = ['cities/auenfurt/organisation/steering', 'cities/sielmuende/programme/offers']
const NUMBER = { path: `${OFFERS}/sprechstunde-auf-dem-wochenmarkt/contact/phones`, before: '040 66969-218' }

describe('a correction', () => {
  test.each<{ readonly what: string; readonly given: Given; readonly at: string; readonly value: unknown }>([
    {
      what: 'of a text keeps the paragraphs that stayed',
      given: {
        path: STEERING,
        before: 'Generationenabteilung im Sozialdezernat\nZuschussstelle im Kämmereiamt',
        after: 'Generationenabteilung im Sozialdezernat\nZuschussstelle im Kämmereiamt der Stadt',
      },
      at: '/cities/1/organisation/steering/blocks/1/text',
      value: 'Zuschussstelle im Kämmereiamt der Stadt',
    },
    {
      what: 'of a name',
      given: { path: 'cities/auenfurt/name', before: 'Auenfurt', after: 'Auenfurth' },
      at: '/cities/1/name',
      value: 'Auenfurth',
    },
    {
      what: 'of a number gives its E.164 too',
      given: { ...NUMBER, after: '040 66969-219' },
      at: '/cities/0/programme/offers/3/contact/phones/0',
      value: { text: '040 66969-219', e164: '+494066969219' },
    },
    {
      what: 'adds a person with its salutation',
      given: {
        path: `${OFFERS}/sprechstunde-auf-dem-wochenmarkt/contact/persons`,
        before: null,
        after: 'Herr Onno Janssen',
      },
      at: '/cities/0/programme/offers/3/contact/persons/1',
      value: { name: 'Onno Janssen', salutation: 'Herr' },
    },
    {
      what: 'of an address',
      given: {
        path: 'cities/muehlenrode/programme/offers/gegen-das-alleinsein/contact/addresses',
        before: 'Rathausgasse 3, 41873 Mühlenrode',
        after: 'Rathausgasse 30, 41873 Mühlenrode',
      },
      at: '/cities/5/programme/offers/1/contact/addresses/0',
      value: { street: 'Rathausgasse 30', postalCode: '41873', city: 'Mühlenrode' },
    },
  ])('$what', ({ given, at, value }) => {
    const after = corrected(given)
    expect(valueAt(after.report, at)).toEqual(value)
    expect(changesOf(after).map((change) => change.split(' ')[1])).toEqual([given.path])
    expect(reportSchema(rules).safeParse(after.report).error).toBeUndefined()
    const marked = Object.entries(after.provenance).flatMap(([pointer, places]) =>
      places.flatMap((place) => ('corrected' in place ? [[pointer, place.corrected]] : [])),
    )
    expect(marked).toHaveLength(1)
    expect(marked[0]?.[1]).toEqual({ before: given.before, reason: 'Compared with the page.', author: 'Ada' })
  })

  test('of a contact holds for the rows that refer to it', () => {
    const after = corrected({
      path: `${OFFERS}/deichlaeufer-plus/contact/emails`,
      before: 'wiebke.tammen-ohlsen@teilhabe.sielmuende.de',
      after: 'teilhabe@sielmuende.de',
    })
    for (const row of [0, 1, 2]) {
      expect(valueAt(after.report, `/cities/0/programme/offers/${row}/contact/emails`)).toEqual([
        'teilhabe@sielmuende.de',
      ])
    }
  })

  test('that takes an entry out takes its places out, and moves those behind it', () => {
    const path = 'cities/stoerwerder/programme/offers/ortsteillaeden-otl/contact/organisations'
    const list = '/cities/4/programme/offers/0/contact/organisations'
    const after = corrected({ path, before: 'Wohnberatung für Ältere', after: null })
    expect(valueAt(after.report, list)).toEqual([
      'Ältere, Behinderung und Pflege',
      'Fachstelle Barrierefreie Arbeitsplätze',
      'Bürgerhäuser',
    ])
    expect(after.provenance[`${list}/1`]).toEqual(result.provenance[`${list}/2`])
    expect(after.provenance[`${list}/2`]).toEqual(result.provenance[`${list}/3`])
    expect(after.provenance[`${list}/3`]).toBeUndefined()
  })

  test.each<Given>([
    { path: STEERING, before: 'something else', after: 'x' },
    { path: 'cities/nowhere/name', before: 'Nowhere', after: 'x' },
    { ...NUMBER, before: '040 1', after: null },
    { path: 'cities/auenfurt/programme/offers/begegnung-auf-raedern/contact/emails', before: null, after: 'a@b.de' },
  ])('of what is not read is not applied, and told: $path', (given) => {
    const after = corrected(given)
    expect(changesOf(after)).toEqual([])
    expect(after.provenance).toEqual(result.provenance)
    const told = after.diagnostics.filter(({ code }) => code === 'correction/stale')
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toContain(given.path)
    expect(after.report.diagnostics).toEqual(after.diagnostics)
  })

  test('whose value cannot stand there is refused', () => {
    const path = `${OFFERS}/sprechstunde-auf-dem-wochenmarkt/contact/emails`
    expect(() => corrected({ path, before: 'ortsamt-west@sielmuende.de', after: 'ortsamt-west' })).toThrow(path)
  })

  test('leaves the result it was made from as it was', () => {
    const before = JSON.stringify(result.report)
    corrected({ path: 'cities/auenfurt/name', before: 'Auenfurt', after: 'Auenfurth' })
    expect(JSON.stringify(result.report)).toBe(before)
  })
})

function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, step) => Reflect.get(Object(inner) as object, step), root)
}
