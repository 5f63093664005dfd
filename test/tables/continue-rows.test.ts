import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/layout/line.ts'
import { continueRows, type RowPart } from '../../src/tables/continue-rows.ts'
import { typedLines } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const CANNOT_END = new Set(['für'])
const read = (parts: readonly RowPart[]) => continueRows(parts, 0, CANNOT_END)
const shown = (parts: readonly RowPart[]) =>
  read(parts).map(({ cells }) => cells.map((lines) => lines.map(({ text }) => text).join(' / ')).join(' | '))

describe('continueRows', () => {
  test.each([
    [
      'a part without a name goes on',
      [part(['Turm', 'am Fluss']), part(['', 'und Markt'], true)],
      ['Turm | am Fluss / und Markt'],
    ],
    [
      'a part with a name is a row',
      [part(['Turm', 'offen.']), part(['Tor', 'zu'], true)],
      ['Turm | offen.', 'Tor | zu'],
    ],
    ['a hyphen goes on', [part(['Turm-', 'am']), part(['tag', 'Fluss'], true)], ['Turm- / tag | am / Fluss']],
    [
      'a hyphen in another column goes on, whatever the others seem to begin',
      [part(['Tag der offenen', 'Alle Vereine, Ver-', 'E-Mail:']), part(['Türme', 'bände und', 'Ina'], true)],
      ['Tag der offenen / Türme | Alle Vereine, Ver- / bände und | E-Mail: / Ina'],
    ],
    [
      'a word that cannot end goes on',
      [part(['Turm für', 'am']), part(['Alle', 'Fluss'], true)],
      ['Turm für / Alle | am / Fluss'],
    ],
    ['a hyphen does not within a page', [part(['Turm-', 'am']), part(['tag', 'Fluss'])], ['Turm- | am', 'tag | Fluss']],
    [
      'a name that cannot end does not where another column begins anew',
      [part(['Turm für', 'Offen.']), part(['Alle', 'Am Fluss'], true)],
      ['Turm für | Offen.', 'Alle | Am Fluss'],
    ],
    [
      'a part without a name, ruled off at the foot of a page, begins the row that follows',
      [part(['Turm', 'offen']), part(['', 'am Fluss'], false, true), part(['Tor', 'und Markt'], true)],
      ['Turm | offen', 'Tor | am Fluss / und Markt'],
    ],
    [
      'and is a row without a name where none follows',
      [part(['Turm', 'offen']), part(['', 'am Fluss'], false, true), part(['', 'und Markt'], true)],
      ['Turm | offen', ' | am Fluss / und Markt'],
    ],
    [
      'or where the table ends',
      [part(['Turm', 'offen']), part(['', 'am Fluss'], false, true)],
      ['Turm | offen', ' | am Fluss'],
    ],
    [
      'a part without a name in the middle of a page is a row',
      [part(['Turm', 'offen']), part(['', 'am Fluss']), part(['Tor', 'zu'])],
      ['Turm | offen', ' | am Fluss', 'Tor | zu'],
    ],
    [
      'a part without a name before all rows',
      [part(['', 'und Markt'], true), part(['Tor', 'zu'])],
      [' | und Markt', 'Tor | zu'],
    ],
  ])('%s', (_, parts, expected) => expect(shown(parts)).toEqual(expected))

  test('keeps the order of lines within each column', () => {
    const cell = fc.constantFrom('', 'Turm', 'Turm-', 'am Fluss', 'für', 'Offen.')
    const parts = fc.array(fc.tuple(cell, cell, cell, fc.boolean()).map(([a, b, c, first]) => part([a, b, c], first)))
    fc.assert(
      fc.property(parts, (given) => {
        const rows = read(given)
        for (const column of [0, 1, 2]) {
          expect(rows.flatMap(({ cells }) => cells[column] ?? [])).toEqual(
            given.flatMap(({ cells }) => cells[column] ?? []),
          )
        }
        expect(rows.every(({ cells }) => cells.length === 3)).toBe(true)
      }),
    )
  })
})

function part(texts: readonly string[], first = false, begins = false): RowPart {
  return { cells: texts.map((text): readonly Line[] => typedLines([text])), first, begins }
}
