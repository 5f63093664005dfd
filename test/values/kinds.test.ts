import { describe, expect, test } from 'vitest'
import { KINDS } from '../../src/values/kinds.ts'
import type { FieldKind } from '../../src/rules/outline-rules.ts'
import { columnContext } from './readers.ts'

/** For each kind a column as printed, what the rules say of it, and what the report holds. */
const CASES: readonly {
  readonly kind: FieldKind
  readonly rows: readonly string[]
  readonly separator?: string
  readonly value: unknown
  readonly notices?: readonly string[]
}[] = [
  {
    kind: 'richText',
    rows: ['| Vorlesen bei Tee und Ge-', '| bäck'],
    value: {
      text: 'Vorlesen bei Tee und Gebäck',
      blocks: [{ kind: 'paragraph', marker: null, level: 1, text: 'Vorlesen bei Tee und Gebäck' }],
    },
  },
  {
    kind: 'richText',
    rows: ['| % Turm', '| % Tor'],
    value: {
      text: '% Turm\n% Tor',
      blocks: [
        { kind: 'paragraph', marker: null, level: 1, text: '% Turm' },
        { kind: 'paragraph', marker: null, level: 1, text: '% Tor' },
      ],
    },
    notices: ['list/unknown-marker'],
  },
  { kind: 'text', rows: ['| Lese-', '| abend am', '|', '| Turm'], value: 'Leseabend am Turm' },
  {
    kind: 'list',
    rows: ['| ▪ Türme', '| ▪ Tore und schöne alte Mau-', '|   ern'],
    value: ['Türme', 'Tore und schöne alte Mauern'],
  },
  { kind: 'list', rows: ['| Musik, Be-', '| wegung, Natur'], separator: ',', value: ['Musik', 'Bewegung', 'Natur'] },
  { kind: 'list', rows: ['| Musik, Natur'], value: ['Musik, Natur'] },
  { kind: 'number', rows: ['| 2.914'], value: { text: '2.914', value: 2914, unit: null } },
  { kind: 'number', rows: ['| 37,4 %'], value: { text: '37,4 %', value: 37.4, unit: '%' } },
  {
    kind: 'number',
    rows: ['| 10–12'],
    value: { text: '10–12', value: null, unit: null },
    notices: ['value/not-understood'],
  },
  {
    kind: 'money',
    rows: ['| 12,4', '| Mio. €'],
    value: { text: '12,4 Mio. €', amount: 12_400_000, currency: 'EUR' },
  },
  {
    kind: 'money',
    rows: ['| umsonst'],
    value: { text: 'umsonst', amount: null, currency: null },
    notices: ['value/not-understood'],
  },
  {
    kind: 'date',
    rows: ['| 31. Dezember', '| 2031'],
    value: { text: '31. Dezember 2031', date: '2031-12-31' },
  },
  {
    kind: 'date',
    rows: ['| im Herbst 2031'],
    value: { text: 'im Herbst 2031', date: null },
    notices: ['value/not-understood'],
  },
  { kind: 'reference', rows: ['| Haus am', '| Turm'], value: { text: 'Haus am Turm', id: null } },
  {
    kind: 'contact',
    rows: ['| Frau Ada Beispiel', '| ada@auental.example'],
    value: {
      text: 'Frau Ada Beispiel ada@auental.example',
      organisations: [],
      persons: [{ name: 'Ada Beispiel', salutation: 'Frau' }],
      addresses: [],
      phones: [],
      emails: ['ada@auental.example'],
      urls: [],
      notes: [],
      sameAs: null,
    },
  },
]

test('every kind has a case', () => {
  expect([...new Set(CASES.map(({ kind }) => kind))].sort()).toEqual(Object.keys(KINDS).sort())
})

describe.each(CASES)('$kind $rows', ({ kind, rows, separator, value, notices = [] }) => {
  const { lines, context } = columnContext(rows)
  const read = KINDS[kind].read(lines, { ...context, options: { separator } })

  test('is read as its parser says', () => {
    expect(read.traced.json).toEqual(value)
    expect(read.notices.map(({ said }) => said.code)).toEqual(notices)
  })

  test('is of its schema', () => {
    expect(KINDS[kind].schema.safeParse(read.traced.json).error).toBeUndefined()
  })

  test('claims each word once, and knows it of each printed text', () => {
    const ids = lines.flatMap(({ words }) => words.map(({ id }) => id))
    expect([...read.words, ...read.markers].sort((a, b) => a - b)).toEqual(ids)
    expect([...read.traced.ink.values()].flatMap(({ words }) => words).every((id) => ids.includes(id))).toBe(true)
  })
})

test.each(Object.entries(KINDS))('%s without lines is what the table says, and of its schema', (_, kind) => {
  const { context } = columnContext([])
  const read = kind.read([], context)
  expect(read.traced.json).toEqual(kind.empty)
  expect(read.text).toBe('')
  expect(kind.schema.safeParse(kind.empty).error).toBeUndefined()
})
