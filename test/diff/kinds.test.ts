import { expect, test } from 'vitest'
import { compareValues } from '../../src/diff/compare/compare-values.ts'
import { contentKeyOf } from '../../src/diff/compare/content-key.ts'
import type { FieldKind } from '../../src/rules/outline-rules.ts'
import { KINDS } from '../../src/values/kinds.ts'
import { rules } from './read-editions.ts'

const context = {
  content: contentKeyOf(rules.diff.sameContent.characters),
  areSameRow: (oldId: string, newId: string) => oldId === newId,
}

function contact(given: object): object {
  const none = { organisations: [], persons: [], addresses: [], phones: [], emails: [], urls: [], notes: [] }
  return { text: 'x', ...none, sameAs: null, ...given }
}

/** A kind, two values, and what is told: `content` or `cosmetic`, with what is meant within the value. */
const CASES: readonly (readonly [kind: FieldKind, before: unknown, after: unknown, told: readonly string[]])[] = [
  ['number', { text: '1.250', value: 1250, unit: null }, { text: '1250', value: 1250, unit: null }, ['cosmetic']],
  ['number', { text: '12 %', value: 12, unit: '%' }, { text: '12', value: 12, unit: null }, ['content']],
  ['number', { text: 'etwa 5', value: null, unit: null }, { text: 'rund 5', value: null, unit: null }, ['content']],
  ['number', { text: '5', value: 5, unit: null }, { text: '5', value: 5, unit: null }, []],
  [
    'money',
    { text: '1,5 Mio. €', amount: 1_500_000, currency: 'EUR' },
    { text: '1.500.000 Euro', amount: 1_500_000, currency: 'EUR' },
    ['cosmetic'],
  ],
  ['money', { text: '5 €', amount: 5, currency: 'EUR' }, { text: '5 $', amount: 5, currency: 'USD' }, ['content']],
  ['date', { text: '1.3.2026', date: '2026-03-01' }, { text: '1. März 2026', date: '2026-03-01' }, ['cosmetic']],
  ['date', { text: 'März 2026', date: '2026-03' }, { text: '1.3.2026', date: '2026-03-01' }, ['content']],
  ['reference', { text: 'Haus am See', id: 'a' }, { text: 'Haus am See', id: 'b' }, []],
  ['reference', { text: 'Haus am See', id: 'a' }, { text: 'Haus am Tor', id: 'b' }, ['content']],
  ['list', ['Sprache', 'Musik'], ['Musik', 'sprache'], ['cosmetic']],
  ['list', ['Sprache', 'Musik'], ['Musik', 'Sprache', 'Natur'], ['content']],
  ['text', 'Alle  sind\nda', 'Alle sind da', []],
  ['text', 'Alle sind da.', 'alle sind da', ['cosmetic']],
  ['contact', contact({ emails: ['Amt@Stadt.de'] }), contact({ emails: ['amt@stadt.de'] }), ['cosmetic emails']],
  ['contact', contact({ urls: ['http://stadt.de/Amt/'] }), contact({ urls: ['stadt.de/Amt'] }), ['cosmetic urls']],
  ['contact', contact({ urls: ['stadt.de/Amt'] }), contact({ urls: ['stadt.de/amt'] }), ['content urls']],
  [
    'contact',
    contact({ persons: [{ name: 'Ada Rat', salutation: 'Frau' }] }),
    contact({ persons: [{ name: 'Ada Rat', salutation: null }] }),
    ['content persons'],
  ],
  ['contact', contact({ text: 'Tel. 1' }), contact({ text: 'Telefon 1' }), ['content text']],
  ['contact', contact({ text: 'Amt, Rat' }), contact({ text: 'Rat Amt' }), ['cosmetic text']],
  [
    'contact',
    contact({ text: 's. o.', sameAs: 'a', notes: ['x'] }),
    contact({ text: 's. o.', sameAs: 'a', notes: ['y'] }),
    [],
  ],
  ['contact', contact({ text: 's. o.', sameAs: 'a' }), contact({ text: 'Amt' }), ['cosmetic text']],
  [
    'contact',
    contact({ text: 's. o.', sameAs: 'a', notes: ['x'] }),
    contact({ text: 's. o.', sameAs: 'b', notes: ['y'] }),
    ['content notes'],
  ],
  [
    'richText',
    {
      text: 'A\nB',
      blocks: [
        { kind: 'item', marker: '▪', level: 1, text: 'A' },
        { kind: 'item', marker: '▪', level: 1, text: 'B' },
      ],
    },
    {
      text: 'A\nB',
      blocks: [
        { kind: 'item', marker: null, level: 1, text: 'A' },
        { kind: 'item', marker: '-', level: 1, text: 'B' },
      ],
    },
    [],
  ],
  [
    'richText',
    { text: 'A', blocks: [{ kind: 'item', marker: '1.', level: 1, text: 'A' }] },
    { text: 'A', blocks: [{ kind: 'item', marker: '2.', level: 1, text: 'A' }] },
    ['cosmetic'],
  ],
]

test.each(CASES)('%s: %j and %j', (kind, before, after, told) => {
  const differences = compareValues(kind, before, after, context)
  const shown = differences.map(({ isSameContent, within }) =>
    [isSameContent ? 'cosmetic' : 'content', ...within].join(' '),
  )
  expect(shown).toEqual(told)
})

test('every kind of values is compared here', () => {
  expect([...new Set(CASES.map(([kind]) => kind))].sort()).toEqual(Object.keys(KINDS).sort())
})
