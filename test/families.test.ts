import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { extract, loadRules } from 'stadtprofile'
import { readPdf } from '../src/pdf/read-pdf.ts'
import { readReport, toLines } from '../src/pipeline.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import { claimedWords } from './editions/claimed-words.ts'

const FAMILIES = new URL('../fixtures/families/', import.meta.url)
const names = readdirSync(FAMILIES)

test('there are other families than the one of the package', () => expect(names).not.toEqual([]))

// Nothing in src was written for these: what is read of them follows from their rules.
describe.each(names)('%s', (name) => {
  const path = (file: string) => fileURLToPath(new URL(`${name}/${file}`, FAMILIES))
  const bytes = () => new Uint8Array(readFileSync(path('source.pdf')))
  const rules = loadRules(path('rules'))

  test('has a PDF, its rules, and the true values', () => {
    for (const file of ['source.pdf', 'rules/outline.json', 'truth.json'])
      expect(existsSync(path(file)), file).toBe(true)
  })

  test('gives the true values, and nothing to warn of', async () => {
    const { report, diagnostics } = await extract(bytes(), { rules })
    const { key } = (await rules).outline.entity
    expect(withoutPages(report[key])).toEqual(JSON.parse(readFileSync(path('truth.json'), 'utf8')))
    expect(diagnostics.map(({ code, page }) => [code, page])).toMatchSnapshot()
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(reportSchema(await rules).safeParse(report).error).toBeUndefined()
  })

  test('loses no word and reads none twice', async () => {
    const reading = readReport(toLines(await readPdf(bytes(), {}), (await rules).settings), await rules)
    expect([...reading.ledger.keys()].sort((a, b) => a - b)).toEqual([...reading.words.keys()].sort((a, b) => a - b))
    const claimed = claimedWords(reading)
    expect(claimed.filter((id, index) => claimed.indexOf(id) !== index)).toEqual([])
  })
})

/** Where an entity stands is no part of what the content says. */
function withoutPages(entities: unknown): unknown {
  return (entities as readonly Readonly<Record<string, unknown>>[]).map((entity) =>
    Object.fromEntries(Object.entries(entity).filter(([key]) => key !== 'pages')),
  )
}
