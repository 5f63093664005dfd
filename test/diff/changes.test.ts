import { describe, expect, test } from 'vitest'
import { aliasesFile } from '../../src/diff/compare/aliases.ts'
import { type DiffOptions, diffReports, type Edition } from '../../src/diff/diff-reports.ts'
import { at, type Editable, edited, editionOf, OLD, paragraph, rules } from './read-editions.ts'

const old = await editionOf(OLD)

function toldOf(edit: (report: Editable) => void, options: DiffOptions = {}, from: Edition = old): readonly string[] {
  return diffReports(from, edited(from, edit), rules, options).changes.map(
    ({ level, kind, path, judgement }) => `${level} ${kind} ${path} ${judgement ?? ''}`,
  )
}

const [SIELMUENDE, AUENFURT, LINDENBRUECK] = [0, 1, 2]
const ERROR = {
  code: 'field/missing',
  severity: 'error',
  message: 'x',
  page: 8,
  pointer: '/cities/1/organisation/steering',
}

describe('what a comparison tells', () => {
  test.each<{ readonly what: string; readonly edit: (report: Editable) => void; readonly told: readonly string[] }>([
    { what: 'nothing of what did not change', edit: () => undefined, told: [] },
    {
      what: 'nothing of numbers, pages, order',
      edit: ({ cities }) => {
        cities.reverse()
        for (const [index, city] of cities.entries()) Object.assign(city, { number: index + 20, pages: [1, 99] })
      },
      told: [],
    },
    {
      what: 'another version of the shape',
      edit: (report) => (report.schemaVersion = '1.1.0'),
      told: ['breaking changed schemaVersion schema-changed'],
    },
    {
      what: 'a section that is gone, once',
      edit: ({ cities }) => (at(cities, AUENFURT).organisation = null),
      told: ['breaking removed cities/auenfurt/organisation section-gone'],
    },
    {
      what: 'a table that is empty, once',
      edit: ({ cities }) => (at(cities, AUENFURT).programme.offers = []),
      told: ['breaking removed cities/auenfurt/programme/offers field-emptied'],
    },
    {
      what: 'a text that another field has now',
      edit: ({ cities }) => {
        const { programme } = at(cities, SIELMUENDE)
        Object.assign(programme, {
          unassigned: [{ heading: 'Ziele neu', text: programme.goals }],
          goals: paragraph(''),
        })
      },
      told: ['breaking moved cities/sielmuende/programme/unassigned/ziele-neu field-emptied'],
    },
    {
      what: 'a new error',
      edit: ({ diagnostics }) => diagnostics.push(ERROR),
      told: ['suspicious added cities/auenfurt/organisation/steering/diagnostics/field/missing error-new'],
    },
    {
      what: 'nothing of a new warning',
      edit: ({ diagnostics }) => diagnostics.push({ ...ERROR, severity: 'warning' }),
      told: [],
    },
    {
      what: 'more text that ended nowhere',
      edit: ({ edition }) => (edition.extraction = { ...edition.extraction, unclaimed: 12 }),
      told: ['suspicious changed unclaimed unclaimed-grew'],
    },
    {
      what: 'paragraphs that became items, as cosmetic',
      edit: ({ cities }) => {
        for (const block of at(cities, LINDENBRUECK).programme.goals.blocks) block.kind = 'item'
      },
      told: ['cosmetic changed cities/lindenbrueck/programme/goals same-content'],
    },
    {
      what: 'nothing of another bullet',
      edit: ({ cities }) => {
        for (const block of at(cities, LINDENBRUECK).programme.goals.blocks) {
          if (block.kind === 'item') block.marker = '▪'
        }
      },
      told: [],
    },
    {
      what: 'a column that the rules do not know',
      edit: ({ cities }) => (at(at(cities, AUENFURT).programme.offers, 0)['kosten'] = paragraph('keine')),
      told: ['content added cities/auenfurt/programme/offers/treffpunkte/kosten other-content'],
    },
    {
      what: 'a comma between figures as content, at the end of a sentence as cosmetic',
      edit: ({ cities }) => {
        const { programme } = at(cities, AUENFURT)
        at(programme.offers, 0).description = paragraph('Begegnung, Beratung und Mittagstisch für 3,5 Euro')
        at(programme.offers, 1).description = paragraph('Hausbesuche durch geschulte Freiwillige.')
      },
      told: [
        'content changed cities/auenfurt/programme/offers/treffpunkte/description other-content',
        'cosmetic changed cities/auenfurt/programme/offers/staedtische-besuchsdienste/description same-content',
      ],
    },
  ])('$what', ({ edit, told }) => {
    expect(toldOf(edit)).toEqual(told)
  })

  test('an error that is gone is cosmetic; one that was there before is not new', () => {
    const wrong = edited(old, ({ diagnostics }) => diagnostics.push(ERROR))
    expect(diffReports(wrong, old, rules).changes.map(({ level, kind }) => `${level} ${kind}`)).toEqual([
      'cosmetic removed',
    ])
    expect(toldOf(() => undefined, {}, wrong)).toEqual([])
  })
})

describe('renamed rows', () => {
  const rename = ({ cities }: Editable): void => {
    const offer = at(at(cities, AUENFURT).programme.offers, 1)
    Object.assign(offer, { id: 'hausbesuche', name: 'Hausbesuche' })
  }
  const [from, to] = ['staedtische-besuchsdienste', 'hausbesuche'].map((id) => `cities/auenfurt/programme/offers/${id}`)
  const pair = { old: from ?? '', new: to ?? '', why: 'The office says so.' }

  test('are known by what they say, with a score and its reasons', () => {
    const [change] = diffReports(old, edited(old, rename), rules).changes
    expect(change).toMatchObject({ kind: 'renamed', before: 'Städtische Besuchsdienste', after: 'Hausbesuche' })
    expect(change?.pairing?.score).toBeGreaterThan(0.5)
    expect(change?.pairing?.reasons.map(({ part }) => part)).toEqual(['name', 'description', 'contact'])
  })

  test('are removed and added where too little is left', () => {
    const other = (report: Editable): void => {
      rename(report)
      const offer = at(at(report.cities, AUENFURT).programme.offers, 1)
      Object.assign(offer, { description: paragraph('Ein Chor probt für das Stadtfest.'), contact: null })
    }
    expect(toldOf(other)).toEqual([
      `content added ${to ?? ''} other-content`,
      `content removed ${from ?? ''} other-content`,
    ])
    const aliases = aliasesFile.parse({ same: [pair] })
    const pinned = diffReports(old, edited(old, other), rules, { aliases })
    expect(pinned.changes[0]).toMatchObject({ kind: 'renamed', pairing: { score: null, why: 'The office says so.' } })
    expect(pinned.findings).toEqual([])
  })

  test('are two where a person says so, even with one name', () => {
    expect(toldOf(rename, { aliases: aliasesFile.parse({ different: [pair] }) })).toEqual([
      `content added ${to ?? ''} other-content`,
      `content removed ${from ?? ''} other-content`,
    ])
    const same = { ...pair, new: from ?? '' }
    expect(toldOf(() => undefined, { aliases: aliasesFile.parse({ different: [same] }) })).toHaveLength(2)
  })

  test('an alias of nothing is told', () => {
    const aliases = aliasesFile.parse({ same: [pair], different: [{ ...pair, old: 'cities/nowhere' }] })
    const { findings } = diffReports(old, old, rules, { aliases })
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['alias/unused', from],
      ['alias/unused', 'cities/nowhere'],
    ])
    expect(aliasesFile.safeParse({ same: [pair, pair] }).success).toBe(false)
  })
})

describe('keys that several have', () => {
  test('are an error, and rows are paired by what they say', () => {
    const doubled = edited(old, ({ cities }) => {
      const [first, second] = at(cities, AUENFURT).programme.offers
      Object.assign(second ?? {}, { name: first?.name, id: 'treffpunkte-2' })
    })
    const { changes, findings } = diffReports(doubled, doubled, rules)
    expect(changes).toEqual([])
    expect(findings.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['key/duplicate', 'error', 'cities/auenfurt/programme/offers/treffpunkte'],
      ['key/duplicate', 'error', 'cities/auenfurt/programme/offers/treffpunkte-2'],
    ])
  })

  test('also of cities', () => {
    const doubled = edited(old, ({ cities }) => (at(cities, AUENFURT).id = 'sielmuende'))
    expect(diffReports(doubled, doubled, rules)).toMatchObject({
      changes: [],
      findings: [{ code: 'key/duplicate', path: 'cities/sielmuende' }],
    })
  })
})

describe('where changes come from', () => {
  const other = 'f'.repeat(64)
  test.each<[string, (report: Editable) => void, object]>([
    ['another document', ({ edition }) => (edition.source.sha256 = other), { cause: 'source' }],
    [
      'other rules',
      ({ edition }) => Object.assign(edition.extraction ?? {}, { rules: { id: 'stadtprofile', sha256: other } }),
      { cause: 'program', areRulesSame: false, isProgramSame: true },
    ],
    [
      'another program',
      ({ edition }) => Object.assign(edition.extraction ?? {}, { program: { name: 'stadtprofile', version: '9.9.9' } }),
      { cause: 'program', areRulesSame: true, isProgramSame: false },
    ],
    [
      'another document and other rules',
      ({ edition }) => {
        edition.source.sha256 = other
        Object.assign(edition.extraction ?? {}, { rules: { id: 'stadtprofile', sha256: other } })
      },
      { cause: 'both' },
    ],
    ['neither', ({ cities }) => cities.pop(), { cause: 'neither' }],
    [
      'a report that does not say',
      ({ edition }) => delete edition.extraction,
      { cause: 'unknown', areRulesSame: null },
    ],
  ])('%s', (_, edit, cause) => {
    expect(diffReports(old, edited(old, edit), rules).cause).toMatchObject(cause)
  })
})
