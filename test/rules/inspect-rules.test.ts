import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inspectRules } from '../../src/rules/inspect-rules.ts'
import { LANGUAGE_FILE_NAMES } from '../../src/rules/rule-files.ts'
import { defaultRulesFolder, languageFolder, templateFolder } from '../../src/rules/rules-folder.ts'
import { copyRules, editRules } from './rules-folder.ts'

/** A copy of the rules of the package without the files of the language. */
async function copyFamily(): Promise<string> {
  const folder = await copyRules()
  for (const name of LANGUAGE_FILE_NAMES) await rm(join(folder, name))
  return folder
}

test.each([defaultRulesFolder(), templateFolder()])('nothing is odd about %s', async (folder) => {
  const { faults, warnings, counts } = await inspectRules(folder)
  expect({ faults, warnings }).toEqual({ faults: [], warnings: [] })
  expect(counts).not.toBeNull()
})

test('counts what the rules hold, those of the language included', async () => {
  const family = await copyFamily()
  const before = (await inspectRules(family)).counts
  expect(before).toMatchObject({
    id: 'stadtprofile',
    language: 'de',
    familyFiles: 4,
    languageFiles: 8,
    ownLanguageFiles: 0,
    sections: 3,
    fields: 6,
    tables: 1,
  })
  await editRules(family, 'furniture.json', '"match": ["Seite 17 von 68", "Seite 3"]', '"match": ["Seite 3"]')
  expect((await inspectRules(family)).counts).toEqual({ ...before, examples: (before?.examples ?? 0) - 1 })
  await cp(join(languageFolder('de'), 'text.json'), join(family, 'text.json'))
  await editRules(family, 'text.json', '{', '{ ')
  expect((await inspectRules(family)).counts).toMatchObject({ ownLanguageFiles: 1, patterns: before?.patterns })
})

test('faults are those that keep the rules from loading, and nothing is counted then', async () => {
  const family = await copyFamily()
  await editRules(family, 'outline.json', '"2 Dortmund"', '"Dortmund 2"')
  await editRules(family, 'report.json', '"phoneCountry": "DE"', '"phoneCountry": "Germany"')
  const { faults, counts } = await inspectRules(family)
  expect(faults.map(({ file, where }) => `${file} ${where}`)).toEqual([
    'report.json /phoneCountry',
    'outline.json /entity/heading/examples/match/0',
  ])
  expect(counts).toBeNull()
})

test('a folder that is not there is a fault of no file', async () => {
  const folder = join(await copyFamily(), 'nowhere')
  const { faults } = await inspectRules(folder)
  expect(faults).toEqual([{ file: '', where: '', line: null, what: 'there is no such folder' }])
})

describe('a warning, and no fault, is', () => {
  test('a file of the language that says what the package says, however it is laid out', async () => {
    const family = await copyFamily()
    const lists: unknown = JSON.parse(await readFile(join(languageFolder('de'), 'lists.json'), 'utf8'))
    await writeFile(join(family, 'lists.json'), JSON.stringify(lists))
    const { faults, warnings } = await inspectRules(family)
    expect(faults).toEqual([])
    expect(warnings).toMatchObject([{ file: 'lists.json', where: '' }])
    await editRules(family, 'lists.json', '"level":1', '"level":2')
    expect((await inspectRules(family)).warnings).toEqual([])
  })

  const INSTEAD = '"label": "Ziele der Seniorenhilfe", "aliases": '
  test.each([
    ['title', '["ORGANISATION"]', '/sections/1/title'],
    ['label of a part', '["Trägerkooperationen"]', '/sections/1/parts/'],
  ])('an alias that is the %s of another section', async (_, aliases, place) => {
    const family = await copyFamily()
    await editRules(family, 'outline.json', '"label": "Ziele der Seniorenhilfe",', `${INSTEAD}${aliases},`)
    const { faults, warnings } = await inspectRules(family)
    expect(faults).toEqual([])
    expect(warnings).toMatchObject([{ file: 'outline.json', where: '/sections/2/parts/0/aliases/0' }])
    expect(warnings[0]?.what).toContain(place)
    expect(warnings[0]?.line).toBeGreaterThan(1)
  })

  test('but not an alias that is nothing but another wording', async () => {
    const family = await copyFamily()
    await editRules(family, 'outline.json', '"label": "Ziele der Seniorenhilfe",', `${INSTEAD}["Ziele"],`)
    expect((await inspectRules(family)).warnings).toEqual([])
  })

  test('a section of headings alone', async () => {
    const family = await copyFamily()
    const group = { kind: 'group', label: 'Anhang', why: 'A heading.' }
    const section = { key: 'annex', title: 'Beilagen', parts: [group], why: 'Nothing below.' }
    await editRules(family, 'outline.json', '"sections": [', `"sections": [${JSON.stringify(section)},`)
    const { faults, warnings } = await inspectRules(family)
    expect(faults).toEqual([])
    expect(warnings).toMatchObject([{ file: 'outline.json', where: '/sections/0/parts' }])
  })

  test('a table that is said to have the title of its section above it', async () => {
    const family = await copyFamily()
    const label = '"label": "Wirksame / Zukunftsweisende Angebote"'
    await editRules(family, 'outline.json', label, '"label": "Steuerung und Angebote der Seniorenhilfe"')
    const { faults, warnings } = await inspectRules(family)
    expect(faults).toEqual([])
    expect(warnings).toMatchObject([{ file: 'outline.json', where: '/sections/2/parts/2/label' }])
  })
})
