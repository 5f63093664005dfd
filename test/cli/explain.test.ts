import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { type Finished, runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const edition = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026', import.meta.url))
const pdf = join(edition, 'source.pdf')
const txt = join(edition, 'source.txt')

/** Columns of a terminal that everything has to fit into. */
const WIDTH = 120

async function explain(...args: readonly string[]): Promise<Finished> {
  return runProgram(['explain', ...args], await temporaryFolder())
}

describe('--at', () => {
  test.each([
    ['source.pdf', pdf, 'page 4 of 32, 28 lines'],
    ['source.txt', txt, 'page 4 of 2 to 32'],
  ])('a page of %s', async (_, input, title) => {
    const { code, stdout, stderr } = await explain(input, '--at', '4')
    expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' })
    expect(stdout).toContain(title)
    expect(stdout).toMatch(/^ +\d+ {2}1 Freie Hansestadt Sielmünde +value +\/cities\/0\/\{number, name\}$/mu)
    expect(stdout).toMatch(/as an entity heading: taken, weight \d+, threshold 4 \(adjacent \+3/u)
    expect(stdout).toContain('heading of outline.json facts, found: printed as in the rules, “Daten und Fakten”')
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(WIDTH)
    expect(stdout).not.toContain('\u001b')
  })

  test('a page of a text in columns, with what was done at line ends', async () => {
    const { stdout } = await explain(txt, '--at', '6')
    expect(stdout).toContain('· line end, hyphen-removed by whole-elsewhere: Be-⏎suchsdienste → Besuchsdienste')
    expect(stdout).toContain('· “▪” list marker, lists.json bullet')
    expect(stdout).toMatch(
      /Senat für Arbeit und Soziales +value +\/cities\/0\/programme\/offers\/0\/contact\/organisations\/0 \(\+2\)$/mu,
    )
  })

  test('--json prints the same as JSON', async () => {
    const { code, stdout } = await explain(pdf, '--at', '5', '--json')
    expect(code).toBe(EXIT.done)
    expect(JSON.parse(stdout)).toMatchObject({
      page: 5,
      pages: [1, 32],
      lines: expect.arrayContaining([
        expect.objectContaining({ text: '1.2 Organisation', account: 'value' }),
        expect.objectContaining({ text: 'Steuerung', account: 'label' }),
        expect.objectContaining({ text: 'Seite 5 von 32', account: 'furniture' }),
      ]) as unknown,
    })
  })

  test('other rules', async () => {
    const family = fileURLToPath(new URL('../../fixtures/families/kitabericht', import.meta.url))
    const { stdout } = await explain(join(family, 'source.pdf'), '--rules', join(family, 'rules'), '--at', '4')
    expect(stdout).toContain('furniture.json header-with-title')
    expect(stdout).toContain('label of outline.json centres/centres/fee, found: printed as in the rules')
  })
})

describe('--pointer', () => {
  test('a value that is printed on several lines', async () => {
    const pointer = '/cities/0/programme/offers/0/contact/emails/0'
    const { code, stdout, stderr } = await explain(pdf, '--pointer', pointer)
    expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' })
    expect(stdout.split('\n')[0]).toBe(pointer)
    expect(stdout).toMatch(/outline\.json programme\/offers\/contact +printed as in the rules, “Kontakt”/u)
    expect(stdout).toContain('page 6              wiebke.tammen-')
    expect(stdout).toContain('line end, cut by ')
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(WIDTH)
  })

  test('a text says the line of the file', async () => {
    const { stdout } = await explain(txt, '--pointer', '/cities/0/name')
    expect(stdout).toMatch(/page 4, line \d+ +1 Freie Hansestadt Sielmünde\n.*of it: Freie Hansestadt Sielmünde/u)
  })

  test('prints what README shows', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    const { stdout } = await explain(pdf, '--pointer', '/cities/0/organisation/steering/text')
    expect(readme).toContain(`source.pdf --pointer /cities/0/organisation/steering/text\n${stdout}\`\`\`\n`)
  })

  test('a contact that refers above', async () => {
    const { stdout } = await explain(pdf, '--pointer', '/cities/0/programme/offers/1/contact')
    expect(stdout).toMatch(/“s\.o\.” refers to the contact above:\n {2}\/cities\/0\/programme\/offers\/0\/contact\n/u)
  })

  test('--json prints the same as JSON', async () => {
    const { code, stdout } = await explain(txt, '--pointer', '/edition/id', '--edition', '2031', '--json')
    expect(code).toBe(EXIT.done)
    expect(JSON.parse(stdout)).toEqual({
      pointer: '/edition/id',
      value: '2031',
      rules: [],
      reference: null,
      leaves: [{ pointer: '/edition/id', value: '2031', readAt: null, lines: [] }],
      diagnostics: [],
    })
  })
})

test.each([
  [[], 'explain needs an input'],
  [[txt], 'there is nothing to explain'],
  [[txt, '--at', '3', '--pointer', '/cities'], '--at and --pointer exclude each other'],
  [[txt, '--at', 'two'], '"two" is no page'],
  [[txt, '--at', '33'], 'It has the pages 2 to 32.'],
  [[pdf, '--at', '0'], 'The document has 32 pages.'],
  [[txt, pdf, '--at', '3'], 'there are too many inputs'],
  [[txt, '--pointer', 'cities'], '"cities" is no JSON Pointer'],
  [[txt, '--pointer', '/cities/8/name'], '/cities has the entries 0 to 7.'],
  [[txt, '--pointer', '/cities/0/facts/title'], '/cities/0/facts has the keys heading, figures.'],
  [[txt, '--pointer', '/cities/0/name/0'], '/cities/0/name has no parts.'],
])('%j is wrong usage', async (args, words) => {
  const { code, stdout, stderr } = await explain(...args)
  expect({ code, stdout }).toEqual({ code: EXIT.usage, stdout: '' })
  expect(stderr).toContain(words)
  expect(stderr).toContain('explain --help')
})

test('an input that cannot be read, and rules that are invalid', async () => {
  expect(await explain('lost.pdf', '--at', '1')).toMatchObject({ code: EXIT.input, stdout: '' })
  const folder = await temporaryFolder({ 'broken.pdf': '%PDF-1.7\n', 'rules/report.json': '{}' })
  const broken = await runProgram(['explain', 'broken.pdf', '--at', '1'], folder)
  expect(broken).toMatchObject({ code: EXIT.input, stdout: '' })
  expect(broken.stderr).toContain('error: broken.pdf cannot be read\n')
  await copyFile(txt, join(folder, 'source.txt'))
  const invalid = await runProgram(['explain', 'source.txt', '--at', '3', '--rules', 'rules'], folder)
  expect(invalid).toMatchObject({ code: EXIT.rules, stdout: '' })
})

test('nothing that steers a terminal is printed', async () => {
  const folder = await temporaryFolder({ 'letter.txt': '1 \u001b[31mTown\u009b0m\u202e\n\n\u001b]0;title\u0007\n' })
  for (const args of [
    ['--at', '1'],
    ['--at', '1', '--json'],
    ['--pointer', '/a\u001b[2J'],
    ['--at', '\u009b31m'],
  ]) {
    const { stdout, stderr } = await runProgram(['explain', 'letter.txt', ...args], folder)
    expect(`${stdout}${stderr}`).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    expect(`${stdout}${stderr}`).not.toBe('')
  }
})
