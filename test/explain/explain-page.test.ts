import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explainPage, type LineExplanation, pageRange } from '../../src/explain/explain-page.ts'
import type { Trails } from '../../src/explain/trails.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { hasPdfHeader } from '../../src/source/detect-kind.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { readText } from '../../src/text/read-text.ts'
import { EDITION_CASES } from '../editions/cases.ts'
import { explainDrawn, PROFILE, trailsOf } from './drawn-report.ts'

const replaced = (from: string, to: string) => PROFILE.map((row) => row.replace(from, to))

describe('a line of a drawn report', () => {
  test('furniture has the rule that knows it', () => {
    expect(explainDrawn(PROFILE, 'Seite 2 von 3')).toMatchObject({
      account: 'furniture',
      stretches: [{ rule: { file: 'furniture.json', key: 'page-of-pages' } }],
      nearest: null,
    })
  })

  test('words that only look like furniture are told', () => {
    const rows = replaced('Amt am Fluss', 'Seite 2 von 3')
    expect(explainDrawn(rows, 'Seite 2 von 3')).toMatchObject({ account: 'value', furniture: 'page-of-pages' })
  })

  test('the heading of a city has its evidence', () => {
    const { stretches, entity } = explainDrawn(PROFILE, '3 Auental')
    expect(stretches).toMatchObject([
      { pointers: ['/cities/0/number', '/cities/0/name'], rule: { key: 'entity', found: { by: 'pattern' } } },
    ])
    expect(entity).toMatchObject({ text: '3 Auental', isTaken: true, threshold: 4 })
    expect(entity?.evidence.map(({ sign }) => sign)).toEqual(['adjacent', 'chapter', 'large', 'pageStart'])
    expect(entity?.weight).toBe(entity?.evidence.reduce((sum, { weight }) => sum + weight, 0))
  })

  test('one that weighs too little is told as well', () => {
    const rows = replaced('3.2 Organisation {13}', '4 Runde Tische\n3.2 Organisation {13}').flatMap((row) =>
      row.split('\n'),
    )
    expect(explainDrawn(rows, '4 Runde Tische').entity).toMatchObject({
      isTaken: false,
      weight: 3 - 4 + 1 - 3,
      threshold: 4,
    })
  })

  test('one far from any section is not weighed', () => {
    const rows = [...PROFILE, '4 Runde Tische']
    expect(explainDrawn(rows, '4 Runde Tische')).toMatchObject({ entity: null, isUnweighed: true })
  })

  test('a label and its text have the rule of their field', () => {
    expect(explainDrawn(PROFILE, 'Kooperationsgremien')).toMatchObject({
      account: 'label',
      stretches: [
        {
          pointers: [],
          rule: {
            file: 'outline.json',
            key: 'organisation/cooperationBodies',
            role: 'label',
            pointer: '/cities/0/organisation/cooperationBodies',
            found: { by: 'wording', known: 'Kooperationsgremien' },
          },
        },
      ],
    })
    expect(explainDrawn(PROFILE, 'Runde am Turm').stretches).toMatchObject([
      {
        account: 'value',
        pointers: ['/cities/0/organisation/cooperationBodies/blocks/0/text'],
        rule: { key: 'organisation/cooperationBodies', role: 'text' },
      },
    ])
  })

  test('a heading that only groups has its wording', () => {
    expect(explainDrawn(PROFILE, 'Trägerkooperationen').stretches).toMatchObject([
      { account: 'label', rule: { role: 'heading', found: { by: 'wording', known: 'Trägerkooperationen' } } },
    ])
  })

  test('a label that is nearly the one of the rules has its distance', () => {
    const { stretches } = explainDrawn(replaced('Kooperationsgremien', 'Kooperationsgremium'), 'Kooperationsgremium')
    expect(stretches[0]?.rule?.found).toMatchObject({ by: 'near-match', known: 'Kooperationsgremien', distance: 2 })
  })

  test('a list marker has its own rule', () => {
    expect(explainDrawn(PROFILE, '▪ Tore').stretches).toMatchObject([
      { text: '▪', account: 'label', rule: { file: 'lists.json', key: 'bullet', role: 'marker' } },
      { text: 'Tore', account: 'value', pointers: ['/cities/0/programme/fundingPriorities/blocks/1/text'] },
    ])
  })

  test('columns are known by their header; a contact that is referred to feeds both records', () => {
    expect(explainDrawn(PROFILE, 'Kontakt').stretches).toMatchObject([
      { account: 'label', rule: { key: 'programme/offers/contact', found: { by: 'wording', known: 'Kontakt' } } },
    ])
    expect(explainDrawn(PROFILE, 'tee@a.example').stretches).toMatchObject([
      {
        pointers: ['/cities/0/programme/offers/0/contact/emails/0', '/cities/0/programme/offers/1/contact/emails/0'],
        rule: { key: 'programme/offers/contact', pointer: '/cities/0/programme/offers/0/contact' },
      },
    ])
  })

  test('what was done at a line end', () => {
    expect(explainDrawn(PROFILE, 'Ge-').ends).toEqual([
      {
        action: 'hyphen-removed',
        printed: 'Ge-⏎bäck',
        joined: 'Gebäck',
        evidence: 'hyphenation-patterns',
        close: false,
      },
    ])
    expect(explainDrawn(PROFILE, 'Vorlesen bei Tee und').ends).toEqual([])
  })

  test('what nothing has read names the nearest wording, with distance and limit', () => {
    const rows = replaced('Zuständigkeit in der Verwaltung', 'Zuständigkeiten im Rathaus')
    expect(explainDrawn(rows, 'Zuständigkeiten im Rathaus')).toMatchObject({
      account: 'unclaimed',
      stretches: [{ rule: { key: 'organisation' } }],
      nearest: { kind: 'group', known: 'Zuständigkeit in der Verwaltung', distance: 11, share: 11 / 28, limit: 0.2 },
    })
  })

  test('running text names none', () => {
    expect(explainDrawn(PROFILE, 'Alle sollen in Ruhe Tee trinken.').nearest).toBeNull()
  })

  test.each([
    ['a numbered line with an unknown title', '3.4 Türme am Fluss', 'title-unknown'],
    ['a title without a number, set like the text', 'Organisation', 'not-set-apart'],
  ])('%s is no section heading, and why', (_, line, why) => {
    const rows = PROFILE.flatMap((row) => (row.startsWith('Alle sollen') ? [row, line] : [row]))
    expect(
      explainDrawn(
        rows.filter((row) => row !== '3.2 Organisation {13}'),
        line,
      ).section,
    ).toEqual({ why })
  })

  test('a section in front of the first city is one without a city', () => {
    const rows = ['3.2 Organisation {13}', 'Der Turm steht offen.']
    expect(explainDrawn(rows, '3.2 Organisation').section).toEqual({ why: 'without-entity' })
  })
})

test('a page that the document does not have', () => {
  const trails = trailsOf({ ...readText(new TextEncoder().encode('Turm')), sha256: '0'.repeat(64) })
  expect(pageRange(trails)).toEqual([1, 1])
  expect(explainPage(trails, 2)).toBeNull()
})

describe.each(EDITION_CASES.flatMap(({ sources, path }) => sources.map((source) => path(source))))('%s', (path) => {
  const document = async (): Promise<SourceDocument> => {
    const bytes = new Uint8Array(readFileSync(path))
    return hasPdfHeader(bytes) ? readPdf(bytes) : readText(bytes)
  }
  const read = async (): Promise<Trails> => trailsOf(await document())

  test('each word of each page is in one line and has the account of the ledger', async () => {
    const trails = await read()
    const [first, last] = pageRange(trails) ?? [1, 0]
    const pages = Array.from({ length: last - first + 1 }, (_, index) => explainPage(trails, first + index))
    const lines = pages.flatMap((page) => page?.lines ?? [])
    for (const line of lines) {
      expect(line.stretches.map(({ text }) => text).join(' ')).toBe(line.text)
      expect(line.stretches.map(({ account }) => account)).toContain(line.account)
    }
    const { pages: printed } = await document()
    const characters = printed.flatMap(({ items }) => items.map(({ text }) => text))
    expect(sorted(lines.map(({ text }) => text))).toBe(sorted(characters))
    expect(wordsByAccount(lines)).toEqual(wordsOfLedger(trails))
  })

  test('whatever is a value has its pointers, and a rule decided over it', async () => {
    const trails = await read()
    const lines = [...trails.pages.keys()].flatMap((page) => explainPage(trails, page)?.lines ?? [])
    const stretches = lines.flatMap((line) => line.stretches)
    expect(stretches.filter(({ account, pointers }) => account === 'value' && pointers.length === 0)).toEqual([])
    expect(stretches.filter(({ account, rule }) => account !== 'unclaimed' && rule === null)).toEqual([])
  })
})

/** All characters but white space, in the order of their codes. */
function sorted(texts: readonly string[]): string {
  return [...texts.join('').replaceAll(/\s/gu, '')].sort().join('')
}

function wordsByAccount(lines: readonly LineExplanation[]): Readonly<Record<string, number>> {
  return counted(
    lines.flatMap(({ stretches }) => stretches.flatMap(({ account, text }) => text.split(' ').map(() => account))),
  )
}

function wordsOfLedger({ reading }: Trails): Readonly<Record<string, number>> {
  return counted([...reading.words.keys()].map((id) => reading.ledger.get(id) ?? 'unclaimed'))
}

function counted(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((other) => other === name).length]),
  )
}
