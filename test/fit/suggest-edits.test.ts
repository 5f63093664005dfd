import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Fit, measureFit } from '../../src/fit/measure-fit.ts'
import type { Finding } from '../../src/diagnostics/diagnostic.ts'
import { suggestEdits } from '../../src/fit/suggest-edits.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { readReport, toLines } from '../../src/pipeline.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import { copyRules, editRules } from '../rules/rules-folder.ts'
import { applyEdit } from './apply-edit.ts'

const pdf = new URL('../../fixtures/editions/musterstaedte-2026/source.pdf', import.meta.url)
const document = await readPdf(new Uint8Array(readFileSync(pdf)), {})
const fitOf = async (folder?: string): Promise<Fit> => {
  const rules = await loadRules(folder)
  return measureFit(readReport(toLines(document, rules.settings), rules), rules)
}

test('the edition fits the rules', async () => {
  const fit = await fitOf()
  expect(fit.findings).toEqual([])
  expect(fit.characters.unclaimed).toBe(0)
  for (const { sections, fields, figures, records } of fit.entities) {
    expect([sections.found, fields.found, figures.found]).toEqual([
      sections.expected,
      fields.expected,
      figures.expected,
    ])
    expect(records).toBeGreaterThan(0)
  }
})

/** What the rules of another edition said, where the document says what the rules say now. */
const DRIFTS: readonly { readonly drift: string; readonly edits: readonly (readonly [from: string, to: string])[] }[] =
  [
    {
      drift: 'a label with another ending',
      edits: [['"label": "Ziele der Seniorenhilfe"', '"label": "Ziel der Seniorenhilfen"']],
    },
    { drift: 'another label', edits: [['"label": "Ziele der Seniorenhilfe"', '"label": "Leitbild"']] },
    {
      drift: 'another label beside its text',
      edits: [['"label": "Kooperationsgremien"', '"label": "Runden und Räte"']],
    },
    { drift: 'another column', edits: [['"label": "Beschreibung"', '"label": "Worum es geht"']] },
    { drift: 'a column with another ending', edits: [['"label": "Beschreibung"', '"label": "Beschreibungen"']] },
    {
      drift: 'another caption',
      edits: [['"captions": ["Bevölkerungsentwicklung",', '"captions": ["Menschen am Fluss",']],
    },
    {
      drift: 'a group heading with another ending',
      edits: [['"label": "Trägerkooperationen"', '"label": "Trägerkooperation"']],
    },
    { drift: 'a title in another order', edits: [['"title": "Daten und Fakten"', '"title": "Fakten und Daten"']] },
    {
      drift: 'fewer cities',
      edits: [['"expected": {\n      "min": 1,\n      "max": null', '"expected": {\n      "min": 1,\n      "max": 5']],
    },
    {
      drift: 'two drifts at once',
      edits: [
        ['"label": "Ziele der Seniorenhilfe"', '"label": "Leitbild"'],
        ['"label": "Kontakt"', '"label": "Kontakte"'],
      ],
    },
  ]

describe('the suggested edits make the document fit after', () => {
  test.each(DRIFTS)('$drift', async ({ edits }) => {
    const folder = await copyRules()
    for (const [from, to] of edits) await editRules(folder, 'outline.json', from, to)
    const rules = await loadRules(folder)
    const { findings } = await fitOf(folder)
    expect(findings).not.toEqual([])
    for (const edit of suggestEdits(findings, rules)) await applyEdit(folder, edit)
    expect((await fitOf(folder)).findings).toEqual([])
  })
})

test('an edit is suggested once, however many cities call for it', async () => {
  const folder = await copyRules()
  await editRules(folder, 'outline.json', '"label": "Ziele der Seniorenhilfe"', '"label": "Leitbild"')
  const suggestions = suggestEdits((await fitOf(folder)).findings, await loadRules(folder))
  expect(suggestions).toEqual([
    {
      file: 'outline.json',
      op: 'add',
      path: '/sections/2/parts/0/aliases',
      value: ['Ziele der Seniorenhilfe'],
      says: '"Ziele der Seniorenhilfe" means "Leitbild".',
    },
  ])
})

test('of two things with one wording the one is edited that the finding is about', async () => {
  const folder = await copyRules()
  await editRules(folder, 'outline.json', '"label": "Kooperationsgremien"', '"label": "Ziele der Seniorenhilfe"')
  const rules = await loadRules(folder)
  const edited = (pointer: string) =>
    suggestEdits(
      [
        {
          code: 'heading/near-match',
          args: { printed: 'Ziel der Seniorenhilfe', known: 'Ziele der Seniorenhilfe', distance: 1 },
          page: 1,
          pointer,
        },
      ],
      rules,
    ).map(({ path }) => path)
  expect(edited('/cities/4/programme')).toEqual(['/sections/2/parts/0/aliases'])
  expect(edited('/cities/4/organisation')).toEqual(['/sections/1/parts/5/aliases'])
})

test('of rows that are a guess no edit is suggested', async () => {
  const rules = await loadRules(await copyRules())
  const table = '/cities/4/programme/offers'
  const empty: Finding = {
    code: 'table/cell-empty',
    args: { record: 'Lesetee', column: 'Beschreibung' },
    page: null,
    pointer: `${table}/2/description`,
  }
  const listed: Finding = {
    code: 'table/cells-listed',
    args: { entity: 'Auental', label: 'Angebote' },
    page: 1,
    pointer: table,
  }
  expect(suggestEdits([empty], rules)).toHaveLength(1)
  expect(suggestEdits([listed, empty], rules)).toEqual([])
  expect(suggestEdits([{ ...listed, pointer: '/cities/3/programme/offers' }, empty], rules)).toHaveLength(1)
})
