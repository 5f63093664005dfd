import { describe, expect, test } from 'vitest'
import { openCharacterLedger } from '../../src/evidence/ledger.ts'
import { readReport, toLines } from '../../src/pipeline.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { charactersIn, inkIn, printedPages } from './ink-in-places.ts'
import { INPUTS, linesOfText, once } from './inputs.ts'

describe.each(INPUTS)('$name', ({ bytes, document: read, rules: load }) => {
  const open = once(async () => {
    const [document, rules] = await Promise.all([read(), load()])
    return {
      document,
      ledger: openCharacterLedger(document, readReport(toLines(document, rules.settings), rules), rules),
    }
  })

  test('gives each character of the input one account', async () => {
    const { document, ledger } = await open()
    expect(document.kind === 'pdf' ? accountsOnPages(document, ledger) : accountsInLines(bytes, ledger)).toEqual({
      none: 0,
      several: 0,
    })
  })

  test('holds the printed characters of every run', async () => {
    const { document, ledger } = await open()
    const [pages, lines] = [printedPages(document), linesOfText(bytes)]
    const wrong = ledger.runs.filter((run) => inkIn(run, pages, lines) !== run.text.replaceAll(/\s+/gu, ''))
    expect(wrong).toEqual([])
  })

  test('leaves nothing unclaimed, names the rule of what is no leaf, and adds up', async () => {
    const { ledger } = await open()
    const { accounts, characters, runs } = ledger
    expect(accounts.unclaimed.characters).toBe(0)
    expect(runs.filter(({ account, rule }) => account !== 'leaf' && rule === undefined)).toEqual([])
    expect(runs.filter(({ account, pointer }) => account === 'leaf' && pointer === undefined)).toEqual([])
    const sum = Object.values(accounts).reduce((all, one) => all + one.characters, 0)
    expect(sum).toBe(characters)
    expect(accounts.leaf.share).toBeGreaterThan(0.5)
  })
})

type Ledger = ReturnType<typeof openCharacterLedger>

/** How many characters of the pages stand in no run, and how many in more than one. */
function accountsOnPages(document: SourceDocument, { runs }: Ledger): Accounts {
  const pages = printedPages(document)
  const counts = new Map([...pages.values()].flatMap(({ ink }) => ink.map((character) => [character, 0])))
  for (const run of runs) {
    for (const character of 'line' in run ? [] : charactersIn(run, pages))
      counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return told([...counts.values()])
}

/** The same for the characters of a text, all lines included. */
function accountsInLines(bytes: Uint8Array, { runs }: Ledger): Accounts {
  const counts = linesOfText(bytes).map((line) =>
    line.split('').map((unit): number | null => (unit.trim() === '' ? null : 0)),
  )
  for (const run of runs) {
    if (!('line' in run)) continue
    const line = counts[run.line - 1] ?? []
    const omitted = (run.omits ?? []).flatMap((spot) => ('line' in spot ? [spot.columns] : []))
    for (let column = run.columns[0]; column <= run.columns[1]; column += 1) {
      const count = line[column - 1]
      const isOmitted = omitted.some(([from, to]) => column >= from && column <= to)
      if (count !== null && count !== undefined && !isOmitted) line[column - 1] = count + 1
    }
  }
  return told(counts.flat().filter((count) => count !== null))
}

interface Accounts {
  readonly none: number
  readonly several: number
}

function told(counts: readonly number[]): Accounts {
  return { none: counts.filter((count) => count === 0).length, several: counts.filter((count) => count > 1).length }
}
