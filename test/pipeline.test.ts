import { describe, expect, test } from 'vitest'
import { toResult } from '../src/interpret.ts'
import type { Reading } from '../src/pipeline.ts'
import { readReport, toLines } from '../src/pipeline.ts'
import { NO_INK, wholeWords } from '../src/layout/ink.ts'
import type { Account } from '../src/report/ledger.ts'
import { placesOf, printedWords } from '../src/report/provenance.ts'
import type { SourceDocument } from '../src/source/source-document.ts'
import { rules, typedDocument, typedDump } from './layout/typed-page.ts'

/** A profile with every part, drawn. */
const PROFILE = [
  'Fokusbericht Senioren 2031 {20}',
  '~~~',
  '3 Auental {16}',
  '3.1 Daten und Fakten {13}',
  'Bevölkerungsentwicklung',
  'Bevölkerungsentwicklung | ohne deutsche Staatsangehörigkeit',
  '3.2 Organisation {13}',
  'Zuständigkeit in der Verwaltung',
  'Steuerung              Amt am Fluss',
  'der Seniorenhilfe',
  'Durchführung           Der Turmwart',
  'der Seniorenhilfe',
  'Trägerkooperationen',
  'Aufgabenverteilung     Alle tun alles',
  'zwischen Verwaltung',
  'und Träger',
  'Kooperationsgremien    Runde am Turm',
  '~~~',
  '3.3 Steuerung und Angebote der Seniorenhilfe {13}',
  'Ziele der Seniorenhilfe',
  'Alle sollen in Ruhe Tee trinken.',
  'Förderschwerpunkte der Seniorenhilfe',
  '▪ Türme',
  '▪ Tore',
  'Wirksame / Zukunftsweisende Angebote',
  '+---------+----------------------+---------------+',
  '│ Name    │ Beschreibung         │ Kontakt       │',
  '+---------+----------------------+---------------+',
  '│ Lesetee │ Vorlesen bei Tee und │ tee@a.example │',
  '│         │ Ge-                  │               │',
  '│         │ bäck                 │               │',
  '+---------+----------------------+---------------+',
  '│ Turmtag │ Alles steht offen    │ s. o.         │',
  '+---------+----------------------+---------------+',
]

const codes = ({ findings }: Reading) => findings.map(({ code }) => code)

test('a hyphen about which nothing speaks is reported, in a contact too', () => {
  const lines = PROFILE.map((line) =>
    line.startsWith('│ Turmtag')
      ? '│ Turmtag │ Alles steht offen    │ i@muehl-rode-  │\n│         │                      │ stadt.de      │'
      : line,
  ).flatMap((line) => line.split('\n'))
  const { findings } = readReport(toLines(typedDocument(lines), rules.settings), rules)
  expect(findings.filter(({ code }) => code === 'repair/undecided')).toMatchObject([
    { args: { printed: 'i@muehl-rode-⏎stadt.de' }, pointer: '/cities/0/programme/offers/1/contact' },
  ])
})

describe('readReport', () => {
  const reading = readReport(toLines(typedDocument(PROFILE), rules.settings), rules)

  test('reads a drawn profile', () => {
    expect(reading.traced.json).toMatchObject([
      {
        id: 'auental',
        number: 3,
        name: 'Auental',
        pages: [2, 3],
        facts: { heading: { number: '3.1' }, figures: [{}, {}] },
        organisation: {
          steering: { text: 'Amt am Fluss' },
          delivery: { text: 'Der Turmwart' },
          taskDivision: { text: 'Alle tun alles' },
          cooperationBodies: { text: 'Runde am Turm' },
        },
        programme: {
          goals: { text: 'Alle sollen in Ruhe Tee trinken.' },
          fundingPriorities: { blocks: [{ marker: '▪', text: 'Türme' }, { text: 'Tore' }] },
          offers: [
            {
              id: 'lesetee',
              description: { text: 'Vorlesen bei Tee und Gebäck' },
              contact: { emails: ['tee@a.example'], sameAs: null },
            },
            { id: 'turmtag', contact: { text: 's. o.', emails: ['tee@a.example'], sameAs: 'lesetee' } },
          ],
        },
      },
    ])
    expect(codes(reading)).toEqual(['outline/text-outside'])
    expect(reading.before).toEqual(['Fokusbericht Senioren 2031'])
  })

  test('knows where each value was read', () => {
    const placed = (pointer: string) =>
      (reading.traced.ink.get(pointer)?.words ?? []).map((id) => reading.words.get(id)?.word.text)
    expect(placed('/0/name')).toEqual(['Auental'])
    expect(placed('/0/number')).toEqual(['3'])
    expect(placed('/0/organisation/heading/number')).toEqual(['3.2'])
    expect(placed('/0/programme/offers/0/description/blocks/0/text')).toEqual([
      'Vorlesen',
      'bei',
      'Tee',
      'und',
      'Ge-',
      'bäck',
    ])
    expect(placed('/0/programme/offers/0/contact/emails/0')).toEqual(['tee@a.example'])
  })

  test('knows what was done where a value goes on in the next line', () => {
    const printed = printedWords(typedDocument(PROFILE), reading)
    const ink = (pointer: string) => reading.traced.ink.get(pointer) ?? NO_INK
    const places = (pointer: string) => placesOf(ink(pointer), printed)
    const joins = (pointer: string) => places(pointer).map(({ join }) => join)
    expect(joins('/0/programme/offers/0/description/text')).toEqual([
      undefined,
      { action: 'hyphen-removed', printed: 'Ge-⏎bäck', joined: 'Gebäck', evidence: 'hyphenation-patterns' },
      undefined,
    ])
    expect(joins('/0/organisation/taskDivision/text')).toEqual([undefined])
    const cut = ink('/0/programme/offers/0/description/text').words.slice(0, -1)
    expect(placesOf(wholeWords(cut), printed).at(-1)).not.toHaveProperty('join')
  })

  test('gives every word its account', () => {
    const ids = (account: Account) => [...reading.ledger].flatMap(([id, other]) => (other === account ? [id] : []))
    const words = (account: Account) =>
      ids(account)
        .map((id) => reading.words.get(id)?.word.text)
        .join(' ')
    expect(reading.ledger.size).toBe(reading.words.size)
    expect(words('outside')).toBe('Fokusbericht Senioren 2031')
    expect(words('label')).toContain('▪ ▪')
    expect(words('label')).toContain('Name Beschreibung Kontakt')
  })
})

describe('what is missing or wrong is reported', () => {
  const without = (removed: string) => PROFILE.filter((row) => !row.startsWith(removed))
  const found = (rows: readonly string[], from: (rows: readonly string[]) => SourceDocument = typedDocument) =>
    codes(readReport(toLines(from(rows), rules.settings), rules))

  test.each([
    ['no city', ['Der Turm steht offen.'], ['outline/no-entity', 'outline/text-outside']],
    ['a missing section', without('3.1'), 'section/missing'],
    ['a missing label', without('Kooperationsgremien'), 'field/missing'],
    ['a missing caption', without('Bevölkerungsentwicklung |'), 'figure/missing'],
    ['a missing text', without('Alle sollen'), 'field/empty'],
    [
      'a missing table',
      without('Wirksame').filter((row) => !row.startsWith('│') && !row.startsWith('+')),
      'table/missing',
    ],
    ['a table without rows', PROFILE.slice(0, -6), 'table/row-count'],
    ['a wrong section number', PROFILE.map((row) => row.replace('3.2 ', '3.1 ')), 'section/number'],
    [
      'a reference with nothing above',
      PROFILE.map((row) => row.replace('tee@a.example', 's. o.        ')),
      'contact/nothing-above',
    ],
    [
      'a skipped city number',
      [...PROFILE, '~~~', ...PROFILE.slice(2).map((row) => row.replace(/^3/u, '5'))],
      'outline/entity-number',
    ],
    ['markers without texts', PROFILE.map((row) => (row.startsWith('▪') ? '▪' : row)), 'list/item-empty'],
    [
      'a repeated section',
      [...PROFILE.slice(0, 17), ...PROFILE.slice(6, 17), ...PROFILE.slice(17)],
      'section/repeated',
    ],
  ])('%s', (_, rows, expected) => {
    expect(found(rows)).toEqual(expect.arrayContaining([expected].flat()))
  })

  test('text that no field claims', () => {
    const rows = PROFILE.map((row) => (row.startsWith('Zuständigkeit') ? 'Türme und Tore' : row))
    const { findings } = readReport(toLines(typedDocument(rows), rules.settings), rules)
    expect(findings.filter(({ code }) => code === 'text/unclaimed')).toMatchObject([
      { args: { text: 'Türme und Tore', characters: 12 }, page: 2 },
    ])
  })

  test('a table of which a dump lists cell after cell', () => {
    const rows = [
      '3 Auental',
      '3.3 Steuerung und Angebote der Seniorenhilfe',
      '¶ Wirksame / Zukunftsweisende Angebote',
      '¶ Name',
      '¶ Beschreibung',
      '¶ Kontakt',
      '¶ Lesetee',
      '¶ Vorlesen bei Tee und Gebäck, jeden Montag im Turm',
      '¶ tee@a.example',
    ]
    const { findings } = readReport(toLines(typedDump(rows), rules.settings), rules)
    expect(findings.filter(({ code }) => code === 'table/cells-listed')).toMatchObject([
      { page: 1, pointer: '/cities/0/programme/offers' },
    ])
    const beside = [...rows.slice(0, 3), '¶ Name Beschreibung Kontakt', ...rows.slice(6)]
    expect(found(beside, typedDump)).not.toContain('table/cells-listed')
  })

  test('an edition that the document does not name', () => {
    const said = (rows: readonly string[], edition?: string) => {
      const lines = toLines(typedDocument(rows), rules.settings)
      const frame = { ...lines.frame, sha256: '0'.repeat(64) }
      const { diagnostics } = toResult(frame, readReport(lines, rules), rules, { fileName: 'turm.pdf', edition })
      return diagnostics.filter(({ code }) => code === 'edition/unknown')
    }
    expect(said(PROFILE)).toEqual([])
    expect(said(without('Fokusbericht'))).toMatchObject([{ severity: 'info', pointer: '/edition/id' }])
    expect(said(without('Fokusbericht'), '2031')).toEqual([])
  })

  test('nothing of this in a whole profile', () => expect(found(PROFILE)).toEqual(['outline/text-outside']))

  test('a dump of one line is no reason to fail', () =>
    expect(found(['Turm'], typedDump)).toContain('outline/no-entity'))
})
