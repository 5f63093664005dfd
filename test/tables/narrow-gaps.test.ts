import { describe, expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import { readPlacedTable } from '../../src/tables/read-placed-table.ts'
import { readText } from '../../src/text/read-text.ts'
import { pagesByNumber, rules } from '../layout/typed-page.ts'
import { columns, shownTable } from './shown-table.ts'

const HEADER = 'Name           Beschreibung                   Kontakt'

describe('a line of a text with one blank between two cells', () => {
  test('is cut behind a word that is broken off', () => {
    const { shown, doubts } = read([
      HEADER,
      'Lesetee        Vorlesen bei Tee und Ge- Amt am Fluss',
      '               bäck im Turm                   Zimmer zwei',
    ])
    expect(shown).toContain('Lesetee | Vorlesen bei Tee und Ge- / bäck im Turm | Amt am Fluss / Zimmer zwei')
    expect(doubts).toEqual([])
  })

  test('is cut behind a broken name far in front of the next column', () => {
    const { shown } = read([HEADER, 'Ehrenamtli- Begleitung auf Wegen              Zimmer zwei', 'che Hilfe'])
    expect(shown).toContain('Ehrenamtli- / che Hilfe | Begleitung auf Wegen | Zimmer zwei')
  })

  test.for(['und', '/', '&'])('is not cut between a hyphen and %s', (joint) => {
    const { shown } = read([
      HEADER,
      `Lesetee        Wir laden zu Tee- ${joint} Brotzeit    Amt am Fluss`,
      '               ein',
    ])
    expect(shown).toContain(`Lesetee | Wir laden zu Tee- ${joint} Brotzeit / ein | Amt am Fluss`)
  })

  test('is cut at the last word in front of the start of the cells below, and says that it may be otherwise', () => {
    const { shown, doubts } = read([
      HEADER,
      'Lesetee        Vorlesen am letzten Montag Frau Kolb',
      '               des Monats im Turm            Zimmer zwei',
    ])
    expect(shown).toContain('Lesetee | Vorlesen am letzten Montag / des Monats im Turm | Frau Kolb / Zimmer zwei')
    expect(doubts).toEqual([
      { page: 1, text: 'Frau Kolb', chosen: 'Frau Kolb', other: 'Vorlesen am letzten Montag Frau Kolb' },
    ])
  })
})

function read(rows: readonly string[]) {
  const document = readText(new TextEncoder().encode(rows.join('\n')))
  const lines = buildLines(document, rules.settings).flat()
  const { cannotEnd } = rules.text
  const table = readPlacedTable(lines, columns, pagesByNumber(document), cannotEnd, rules.settings.nearMatchDistance)
  return { shown: shownTable(table), doubts: table.closeCalls }
}
