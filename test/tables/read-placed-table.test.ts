import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import { readPlacedTable } from '../../src/tables/read-placed-table.ts'
import type { Table } from '../../src/tables/table-types.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { pagesByNumber, rules, typedDocument } from '../layout/typed-page.ts'
import { columns, idsOf, shownTable, wordsOfTable } from './shown-table.ts'

fc.configureGlobal({ seed: 2_026 })

test.for(readCorpus('placed-tables.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, expected }]) => {
    expect(shownTable(read(input))).toEqual(expected)
  },
)

describe('readPlacedTable', () => {
  const cell = (width: number) =>
    fc
      .string({ unit: fc.constantFrom(...'Turm -.ab'.split('')), maxLength: width })
      .map((text) => text.trim().padEnd(width))
  const row = fc.tuple(cell(8), cell(16), cell(12))
  const step = fc.oneof(
    { weight: 6, arbitrary: row.map(([name, text, contact]) => `│ ${name} │ ${text} │ ${contact} │`) },
    { weight: 2, arbitrary: row.map(([name, text, contact]) => `  ${name}     ${text}     ${contact}`) },
    { weight: 2, arbitrary: fc.constant('+----------+------------------+--------------+') },
    { weight: 1, arbitrary: fc.constantFrom('', '~~~') },
  )
  const header = '│ Name     │ Beschreibung     │ Kontakt      │'

  test('puts every word into one cell or header', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (rows) => {
        const lines = buildLines(typedDocument([header, ...rows]), rules.settings).flat()
        expect(wordsOfTable(read([header, ...rows]))).toEqual(idsOf(lines))
      }),
    )
  })
})

describe('a table without rulings', () => {
  test('whose rows stand as close as lines says of each name that it may belong to the row above', () => {
    const { closeCalls } = read([
      'Name         Beschreibung              Kontakt',
      'Lesetee      Vorlesen bei Tee          Amt am Fluss',
      'Turmtag      Der Turm steht offen      Amt am Tor',
    ])
    expect(closeCalls).toEqual([{ page: 1, text: 'Turmtag', chosen: 'Turmtag', other: 'Lesetee Turmtag' }])
  })

  test('whose rows stand apart leaves no doubt', () => {
    const { closeCalls } = read([
      'Name         Beschreibung              Kontakt',
      '',
      'Lesetee      Vorlesen bei Tee          Amt am Fluss',
      'am Turm      und Gebäck                Zimmer zwei',
      '',
      'Turmtag      Der Turm steht offen      Amt am Tor',
    ])
    expect(closeCalls).toEqual([])
  })
})

function read(rows: readonly string[]): Table {
  const document = typedDocument(rows)
  const lines = buildLines(document, rules.settings).flat()
  return readPlacedTable(
    lines,
    columns,
    pagesByNumber(document),
    rules.text.cannotEnd,
    rules.settings.nearMatchDistance,
  )
}
