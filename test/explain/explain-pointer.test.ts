import { expect, test } from 'vitest'
import { explainPointer, type PointerExplanation } from '../../src/explain/explain-pointer.ts'
import { pointerPath } from '../../src/rules/json-pointer.ts'
import { typedDocument } from '../layout/typed-page.ts'
import { PROFILE, trailsOf } from './drawn-report.ts'

function explain(pointer: string, rows: readonly string[] = PROFILE): ReturnType<typeof explainPointer> {
  const path = pointerPath(pointer)
  if (path === null) throw new Error(`${pointer} is no JSON Pointer`)
  return explainPointer(trailsOf({ ...typedDocument(rows), sha256: '0'.repeat(64) }), path)
}

function explained(pointer: string, rows?: readonly string[]): PointerExplanation {
  const found = explain(pointer, rows)
  if ('exists' in found) throw new Error(`nothing at ${pointer}`)
  return found
}

test('a text has its lines, what was done at their ends, and the rules from the city down to the column', () => {
  const { rules, leaves, diagnostics } = explained('/cities/0/programme/offers/0/description/blocks/0/text')
  expect(rules.map(({ key, found }) => [key, found?.by])).toEqual([
    ['entity', 'pattern'],
    ['programme', 'wording'],
    ['programme/offers', 'wording'],
    ['programme/offers/description', 'wording'],
  ])
  expect(leaves).toMatchObject([
    {
      value: 'Vorlesen bei Tee und Gebäck',
      lines: [
        { page: 3, text: 'Vorlesen bei Tee und', end: { action: 'blank' } },
        { text: 'Ge-', end: { action: 'hyphen-removed', printed: 'Ge-⏎bäck', joined: 'Gebäck' } },
        { text: 'bäck', end: null },
      ],
    },
  ])
  expect(diagnostics).toEqual([])
})

test('a list item has its marker; what is told from a text is told with it', () => {
  const { leaves } = explained('/cities/0/programme/fundingPriorities/blocks/1')
  expect(leaves).toMatchObject([
    { pointer: '/cities/0/programme/fundingPriorities/blocks/1/kind', lines: [] },
    { value: '▪', lines: [{ text: '▪ Tore', read: '▪', marker: null }] },
    { value: 1 },
    { value: 'Tore', lines: [{ text: '▪ Tore', read: 'Tore', marker: { text: '▪', rule: 'bullet' } }] },
  ])
  expect(explained('/cities/0/programme/fundingPriorities/blocks/1/marker').leaves).toMatchObject([
    { value: '▪', lines: [{ text: '▪ Tore' }] },
  ])
})

test('a contact that refers above names the one whose words hold', () => {
  const { reference, leaves } = explained('/cities/0/programme/offers/1/contact/emails/0')
  expect(reference).toEqual({
    text: 's. o.',
    record: 'lesetee',
    pointer: '/cities/0/programme/offers/0/contact',
  })
  expect(leaves).toMatchObject([{ value: 'tee@a.example', lines: [{ text: 'tee@a.example' }] }])
  expect(explained('/cities/0/programme/offers/0/contact').reference).toBeNull()
})

test('what is missing names the wordings that no line prints, and its diagnostics', () => {
  const rows = PROFILE.filter((row) => !row.startsWith('Kooperationsgremien'))
  const { rules, diagnostics } = explained('/cities/0/organisation/cooperationBodies', rows)
  expect(rules.at(-1)).toMatchObject({
    found: { by: 'nothing', wordings: expect.arrayContaining(['Kooperationsgremien']) as unknown },
  })
  expect(diagnostics.map(({ code }) => code)).toEqual(['field/missing'])
  expect(explained('/cities/0', rows).diagnostics.map(({ code }) => code)).toEqual(['field/missing'])
  expect(explained('/cities/0/organisation/cooperationBodies/text', rows).diagnostics).toHaveLength(1)
  expect(explained('/cities/0/organisation/steering', rows).diagnostics).toEqual([])
})

test.each([
  ['another label in its place', 'Kontakt ', 'Adresse ', { by: 'renamed', printed: 'Adresse' }],
  ['nothing in its place', 'Kontakt ', '        ', { by: 'place' }],
])('a column with %s', (_, from, to, found) => {
  const rows = PROFILE.map((row) => row.replace(from, to))
  expect(explained('/cities/0/programme/offers/0/contact', rows).rules.at(-1)?.found).toEqual(found)
})

test('a table without its label is known by its header row', () => {
  const rows = PROFILE.filter((row) => !row.startsWith('Wirksame'))
  expect(explained('/cities/0/programme/offers', rows).rules.at(-1)?.found).toEqual({ by: 'header-row' })
})

test('what the program makes has no line', () => {
  expect(explained('/cities/0/id').leaves).toEqual([
    { pointer: '/cities/0/id', value: 'auental', readAt: null, lines: [] },
  ])
})

test.each([
  ['/cities/1/name', '/cities', ['0']],
  ['/towns', '', ['$schema', 'schemaVersion', 'edition', 'cities', 'diagnostics']],
  ['/cities/0/name/0', '/cities/0/name', []],
  ['/cities/length', '/cities', ['0']],
])('%s does not exist below %j', (pointer, prefix, keys) => {
  expect(explain(pointer)).toEqual({ exists: false, prefix, keys })
})

test.each([
  ['', []],
  ['/', ['']],
  ['/a~1b/~0', ['a/b', '~']],
  ['a', null],
  ['/~2', null],
])('the path of the JSON Pointer %j', (pointer, path) => expect(pointerPath(pointer)).toEqual(path))
