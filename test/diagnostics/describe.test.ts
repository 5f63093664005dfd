import { readFileSync } from 'node:fs'
import { describe as suite, expect, test } from 'vitest'
import type { Finding, Said } from '../../src/diagnostics/diagnostic.ts'
import { describe } from '../../src/diagnostics/describe.ts'
import { quote } from '../../src/diagnostics/quote.ts'
import { SEVERITIES } from '../../src/diagnostics/severities.ts'
import { WORDS } from '../../src/diagnostics/words.ts'

const readme = readFileSync(new URL('../../src/diagnostics/README.md', import.meta.url), 'utf8')
const contract = readFileSync(new URL('../../src/diagnostics/diagnostic.ts', import.meta.url), 'utf8')

/** One finding of each kind; the words in it are invented. */
const FINDINGS: readonly Finding[] = [
  finding({ code: 'reader/notice', args: { kind: 'pdf-warning', words: 'bad font' } }),
  finding({ code: 'edition/unknown', args: { title: 'Brunnenbericht' } }),
  finding({ code: 'outline/no-entity', args: { plural: 'towns' } }),
  finding({ code: 'outline/entity-count', args: { plural: 'towns', found: 2, expected: 'at least 3' } }),
  finding({ code: 'outline/entity-number', args: { title: 'Auental', printed: 4, expected: 3 } }),
  finding({ code: 'outline/entity-heading', args: { printed: 'Bad Auental', singular: 'town' } }),
  finding({ code: 'outline/page-sequence', args: { printed: 7, expected: 5 } }),
  finding({ code: 'outline/text-outside', args: { text: 'Vorwort' } }),
  finding({ code: 'section/missing', args: { entity: 'Auental', title: 'Lage', after: 'Wappen', where: 'page 3' } }),
  finding({ code: 'section/repeated', args: { entity: 'Auental', title: 'Lage' } }),
  finding({ code: 'section/number', args: { title: 'Lage', printed: '3.1', expected: '3.2' } }),
  finding({ code: 'section/without-entity', args: { title: 'Lage' } }),
  finding({ code: 'heading/near-match', args: { printed: 'Laga', known: 'Lage', distance: 1 } }),
  finding({
    code: 'heading/unknown',
    args: { printed: 'Klima', entity: 'Auental', section: 'Lage', nearest: 'Wetter' },
  }),
  finding({ code: 'heading/repeated', args: { printed: 'Höhe', entity: 'Auental', section: 'Lage' } }),
  finding({
    code: 'field/missing',
    args: { entity: 'Auental', section: 'Lage', label: 'Höhe', where: 'pages 3 to 4' },
  }),
  finding({ code: 'field/empty', args: { entity: 'Auental', section: 'Lage', label: 'Höhe' } }),
  finding({ code: 'figure/missing', args: { entity: 'Auental', caption: 'Wappen', where: 'page 3' } }),
  finding({ code: 'figure/not-saved', args: { reason: 'nothing-there', words: 'Brunnen je Jahr' } }),
  finding({ code: 'table/missing', args: { entity: 'Auental', label: 'Brunnen', where: 'page 3' } }),
  finding({ code: 'table/label-missing', args: { entity: 'Auental', label: 'Brunnen' } }),
  finding({
    code: 'table/row-count',
    args: { entity: 'Auental', label: 'Brunnen', found: 0, expected: 'at least 1' },
  }),
  finding({
    code: 'table/column-missing',
    args: { entity: 'Auental', label: 'Brunnen', column: 'Tiefe', header: 'Name Lage' },
  }),
  finding({
    code: 'table/column-unknown',
    args: { entity: 'Auental', label: 'Brunnen', column: 'Alter', key: 'alter' },
  }),
  finding({
    code: 'table/column-renamed',
    args: { entity: 'Auental', label: 'Brunnen', column: 'Tiefe', printed: 'Ellen' },
  }),
  finding({ code: 'table/cells-listed', args: { entity: 'Auental', label: 'Brunnen' } }),
  finding({
    code: 'table/unreadable',
    args: { entity: 'Auental', label: 'Brunnen', reason: 'columns-reordered' },
  }),
  finding({ code: 'table/row-without-name', args: { entity: 'Auental', text: 'zwölf Ellen' } }),
  finding({ code: 'table/cell-empty', args: { record: 'Rossbrunnen', column: 'Tiefe' } }),
  finding({ code: 'table/close-call', args: { text: 'zwölf Ellen', chosen: 'Rossbrunnen', other: 'Marktbrunnen' } }),
  finding({ code: 'list/item-empty', args: { marker: '•', count: 3 } }),
  finding({ code: 'list/unknown-marker', args: { sign: '»', count: 3 } }),
  finding({ code: 'value/not-understood', args: { text: 'zwölf Ellen', kind: 'number' } }),
  finding({ code: 'reference/unknown', args: { text: 'Rossbrunnen', table: 'wells' } }),
  finding({ code: 'repair/undecided', args: { printed: 'Brunn-⏎enhaus', joined: 'Brunnenhaus' } }),
  finding({ code: 'contact/address-without-local-part', args: { text: '@auental.example' } }),
  finding({ code: 'contact/phone-not-recognised', args: { text: '0123 4' } }),
  finding({ code: 'contact/unclassified', args: { text: 'hinter dem Turm' } }),
  finding({ code: 'contact/person-by-shape', args: { text: 'Ada Beispiel' } }),
  finding({ code: 'contact/nothing-above', args: { record: 'Rossbrunnen', text: 's. o.' } }),
  finding({ code: 'correction/stale', args: { path: 'cities/turmau/name', before: 'Turmau', found: 'Turmaue' } }),
  finding({ code: 'text/footnote', args: { text: '² Ohne die Türme.' } }),
  finding({ code: 'text/paragraph-doubtful', args: { text: 'zwölf Ellen', count: 2 } }),
  finding({ code: 'text/unclaimed', args: { text: 'zwölf Ellen', characters: 11 } }),
  finding({ code: 'text/unclaimed-share', args: { characters: 11, percent: 1.2, limit: 0.5 } }),
]

suite('the codes agree', () => {
  const codes = Object.keys(SEVERITIES).sort()

  test.each([
    {
      place: 'in the contract',
      listed: [...contract.matchAll(/^ {2}'(?<code>[a-z-]+\/[a-z-]+)':/gmu)].map(({ groups }) => groups?.['code']),
    },
    { place: 'in the words', listed: Object.keys(WORDS) },
    {
      place: 'as headings of the readme',
      listed: [...readme.matchAll(/^### `(?<code>[^`]+)`/gmu)].map(({ groups }) => groups?.['code']),
    },
    { place: 'in this test', listed: FINDINGS.map(({ code }) => code) },
  ])('$place', ({ listed }) => {
    expect([...listed].sort()).toEqual(codes)
  })

  test('with the severities in the readme', () => {
    const listed = [...readme.matchAll(/^### `(?<code>[^`]+)` \((?<severity>\w+)\)$/gmu)].map(({ groups }) => [
      groups?.['code'],
      groups?.['severity'],
    ])
    expect(Object.fromEntries(listed)).toEqual(SEVERITIES)
  })
})

suite('describe', () => {
  test.each(FINDINGS)('$code', (given) => {
    const { message, ...rest } = describe(given)
    expect(rest).toEqual({ code: given.code, severity: SEVERITIES[given.code], page: 3, pointer: '/towns/0' })
    expect(message).toMatch(/^.+[.:] .+\. .+\.$/u)
    for (const [name, value] of Object.entries(given.args))
      if (name !== 'reason') expect(message, name).toContain(String(value))
  })

  test('says one word as one', () => {
    const [given] = FINDINGS.filter(({ code }) => code === 'heading/near-match')
    expect(given && describe(given).message).toBe(
      '"Laga" was taken for "Lage" (1 character differs). No known wording fits exactly, and no other comes near. If that is right and will come again, add the wording as an alias in outline.json.',
    )
  })

  test('says why a table cannot be read', () => {
    const args = { entity: 'Auental', label: 'Brunnen' }
    const reasons = ['columns-reordered', 'columns-unknown', 'columns-alike'] as const
    const messages = reasons.map((reason) => describe(finding({ code: 'table/unreadable', args: { ...args, reason } })))
    expect(new Set(messages.map(({ message }) => message)).size).toBe(reasons.length)
  })

  test('leaves out a nearest wording where none comes near', () => {
    const args = { printed: 'Klima', entity: 'Auental', section: 'Lage', nearest: null }
    expect(describe(finding({ code: 'heading/unknown', args })).message).not.toContain('nearest')
  })
})

test('a quotation is one line, and a long one ends early', () => {
  expect(quote('  am\n Turm ')).toBe('"am Turm"')
  expect(quote('😀'.repeat(80))).toBe(`"${'😀'.repeat(80)}"`)
  expect(quote('😀'.repeat(81))).toBe(`"${'😀'.repeat(79)}…"`)
})

function finding<F extends Said>(parts: F): F & { readonly page: 3; readonly pointer: '/towns/0' } {
  return { ...parts, page: 3, pointer: '/towns/0' }
}
