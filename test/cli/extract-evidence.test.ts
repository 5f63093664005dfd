import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const edition = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026', import.meta.url))
const pdf = join(edition, 'source.pdf')
const txt = join(edition, 'source.txt')

async function jsonOf(...path: readonly string[]): Promise<unknown> {
  return JSON.parse(await readFile(join(...path), 'utf8'))
}

test('--ledger writes the account of each character and prints the shares', async () => {
  const folder = await temporaryFolder()
  const { code, stderr } = await runProgram(['extract', txt, '--ledger'], folder)
  expect(code).toBe(EXIT.done)
  expect(stderr).toMatch(/^ {2}\d+ characters: leaf \d+(?:\.\d+)? %, .*unclaimed 0 %$/mu)
  expect(await readdir(join(folder, 'output/source'))).toEqual([
    'report.json',
    'report.ledger.json',
    'report.provenance.json',
  ])
  expect(await jsonOf(folder, 'output/source/report.ledger.json')).toMatchObject({
    accounts: { unclaimed: { characters: 0, share: 0 } },
  })
})

test('--figures saves a picture of each chart where report.json says', async () => {
  const folder = await temporaryFolder()
  const { code } = await runProgram(['extract', pdf, '--figures', '--quiet'], folder)
  expect(code).toBe(EXIT.done)
  const { cities } = (await jsonOf(folder, 'output/source/report.json')) as {
    readonly cities: readonly { readonly facts: { readonly figures: readonly { readonly file: string }[] } }[]
  }
  const files = cities.flatMap(({ facts }) => facts.figures.map(({ file }) => file))
  expect(files.length).toBe(16)
  for (const file of files) {
    const png = await readFile(join(folder, 'output/source', file))
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  }
})

/** Hides the package that draws from a program and its threads. */
const HIDING = `export function resolve(name, context, next) {
  if (name === '@napi-rs/canvas') throw new Error('not installed')
  return next(name, context)
}`

/** A module of the given text, as an address. */
function moduleOf(text: string): string {
  return `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
}

test('without the package that draws the report is written and says why it has no pictures', async () => {
  const register = `import { register } from 'node:module'; register(${JSON.stringify(moduleOf(HIDING))})`
  const folder = await temporaryFolder()
  const program = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url))
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', moduleOf(register), program, 'extract', pdf, '--figures'],
    { cwd: folder },
  )
  expect(stderr).toContain('npm install @napi-rs/canvas')
  expect(stderr.match(/figure\/not-saved/gu)?.length).toBe(1)
  expect(await readdir(join(folder, 'output/source'))).toEqual(['report.json', 'report.provenance.json'])
  const { cities } = (await jsonOf(folder, 'output/source/report.json')) as {
    readonly cities: readonly { readonly facts: { readonly figures: readonly object[] } }[]
  }
  expect(cities[0]?.facts.figures[0]).toMatchObject({ page: 4 })
  expect(cities[0]?.facts.figures[0]).not.toHaveProperty('file')
})

test.each(['--ledger', '--figures'])('--stdout writes no files, so not those of %s', async (option) => {
  const { code, stderr } = await runProgram(['extract', txt, '--stdout', option], await temporaryFolder())
  expect(code).toBe(EXIT.usage)
  expect(stderr).toContain(`--stdout and ${option}`)
})

describe('--corrections', () => {
  const entry = { path: 'cities/auenfurt/name', before: 'Auenfurt', after: 'Auenfurth', reason: 'The page says so.' }
  const file = (...corrections: object[]): string => JSON.stringify({ version: 1, corrections })

  test('puts right what it names, and tells what it could not', async () => {
    const folder = await temporaryFolder({
      'report.txt': await readFile(txt),
      'corrections.json': file(entry, { ...entry, path: 'cities/nowhere/name' }),
    })
    const { code, stderr } = await runProgram(['extract', 'report.txt', '--corrections', 'corrections.json'], folder)
    expect(code).toBe(EXIT.done)
    expect(stderr).toContain('correction/stale')
    expect(await readFile(join(folder, 'output/report/report.json'), 'utf8')).toContain('"name": "Auenfurth"')
  })

  test.each<readonly [string, string, readonly string[], number, string]>([
    [
      'a file that is none',
      '{ "version": 2 }',
      [],
      EXIT.input,
      'the file of corrections "corrections.json" is invalid',
    ],
    [
      'a value that cannot be',
      file({ ...entry, path: 'cities/auenfurt/programme/offers/treffpunkte/contact/emails', before: null, after: 'x' }),
      [],
      EXIT.input,
      'cannot stand there',
    ],
    ['two inputs', file(entry), ['second.txt'], EXIT.usage, '--corrections belong to one report'],
  ])('%s', async (_, corrections, more, code, words) => {
    const folder = await temporaryFolder({
      'report.txt': await readFile(txt),
      'second.txt': await readFile(txt),
      'corrections.json': corrections,
    })
    const args = ['extract', 'report.txt', ...more, '--corrections', 'corrections.json']
    const finished = await runProgram(args, folder)
    expect(finished.code).toBe(code)
    expect(finished.stderr).toContain(words)
    expect(await readdir(folder)).not.toContain('report')
  })
})
