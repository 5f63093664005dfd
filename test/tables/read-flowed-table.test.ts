import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import type { Line } from '../../src/layout/line.ts'
import { readFlowedTable } from '../../src/tables/read-flowed-table.ts'
import { tableHints } from '../../src/tables/table-hints.ts'
import type { Table } from '../../src/tables/table-types.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { rules, typedDump } from '../layout/typed-page.ts'
import { columns, idsOf, shownTable, wordsOfTable } from './shown-table.ts'

fc.configureGlobal({ seed: 2_026 })

/** Width of the text on the page, in points. */
const TEXT_WIDTH = 450

test.for(readCorpus('flowed-tables.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, expected }]) => {
    expect(shownTable(read(dumpLines(input)))).toEqual(expected)
  },
)

describe('readFlowedTable', () => {
  const word = fc.constantFrom(
    'Turm',
    'Lesetee',
    'und',
    'Tür-',
    'me',
    'offen.',
    '-',
    's. o.',
    'Amt',
    'am',
    'tor@auental.example',
    'Frau',
    '12',
  )
  const row = fc
    .tuple(fc.constantFrom('', '', '', '¶ ', '» '), fc.array(word, { minLength: 1, maxLength: 7 }))
    .map(([sign, words]) => sign + words.join(' '))
  // A paragraph that an extractor has put on one line.
  const paragraph = fc.array(word, { minLength: 25, maxLength: 60 }).map((words) => words.join(' '))

  test('puts every word into one cell or header, those of a column in printed order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(row, row, row, paragraph), { maxLength: 9 }), (rows) => {
        const lines = dumpLines(['Name Beschreibung Kontakt', ...rows])
        const table = read(lines)
        expect(wordsOfTable(table)).toEqual(idsOf(lines))
        for (const { cells } of table.rows) {
          for (const cell of cells) expect(cell.flatMap(({ words }) => words.map(({ id }) => id))).toEqual(idsOf(cell))
        }
      }),
      { numRuns: 40 },
    )
  })
})

function dumpLines(rows: readonly string[]): readonly Line[] {
  return buildLines(typedDump(rows), rules.settings).flat()
}

function read(lines: readonly Line[]): Table {
  const { closeCall, nearMatchDistance } = rules.settings
  return readFlowedTable(lines, columns, tableHints(lines, rules), TEXT_WIDTH, closeCall, nearMatchDistance)
}
