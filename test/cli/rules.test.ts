import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { defaultRulesFolder } from '../../src/rules/rules-folder.ts'
import { editRules } from '../rules/rules-folder.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const FILES = ['README.md', 'furniture.json', 'outline.json', 'patterns.json', 'report.json']

/** A folder that holds a new family, `library-report`. */
async function withFamily(): Promise<string> {
  const folder = await temporaryFolder()
  await runProgram(['rules', 'new', 'library-report'], folder)
  return folder
}

describe('rules new', () => {
  test('writes rules that hold at once, under the name and the title made of it', async () => {
    const folder = await temporaryFolder()
    const { code, stdout, stderr } = await runProgram(['rules', 'new', 'library-report'], folder)
    expect({ code, stdout }).toEqual({ code: EXIT.done, stdout: '' })
    expect(await readdir(folder)).toEqual(['library-report'])
    expect((await readdir(join(folder, 'library-report'))).sort()).toEqual(FILES)
    for (const file of FILES) expect(stderr).toContain(file)
    const report: unknown = JSON.parse(await readFile(join(folder, 'library-report/report.json'), 'utf8'))
    expect(report).toMatchObject({ id: 'library-report', title: 'Library report' })
    expect(await runProgram(['rules', 'check', 'library-report'], folder)).toMatchObject({ code: EXIT.done })
    const schema = await runProgram(['schema', '--rules', 'library-report'], folder)
    expect(schema).toMatchObject({ code: EXIT.done, stderr: '' })
  })

  test('names the readme of the package, which is there', async () => {
    const { stderr } = await runProgram(['rules', 'new', 'library-report'], await temporaryFolder())
    const path = /more: {2}(?<path>.+)/u.exec(stderr)?.groups?.['path'] ?? ''
    expect(await readFile(path, 'utf8')).toContain('From a PDF to a working family')
  })

  test('--out names the folder, which may be there and empty', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'empty'))
    for (const out of ['empty', 'new/within']) {
      const { code } = await runProgram(['rules', 'new', 'library-report', '--out', out], folder)
      expect(code).toBe(EXIT.done)
      expect((await readdir(join(folder, out))).sort()).toEqual(FILES)
    }
    expect((await readdir(folder)).sort()).toEqual(['empty', 'new'])
  })

  test.each([
    ['a folder that holds something', 'library-report/mine.txt', 'The folder is not empty.'],
    ['a file in its place', 'library-report', 'A file stands where a folder is needed.'],
  ])('leaves %s alone', async (_, path, words) => {
    const folder = await temporaryFolder({ [path]: 'mine\n' })
    const { code, stdout, stderr } = await runProgram(['rules', 'new', 'library-report'], folder)
    expect({ code, stdout }).toEqual({ code: EXIT.output, stdout: '' })
    expect(stderr).toContain(words)
    expect(await readdir(folder, { recursive: true })).toEqual([
      ...new Set(['library-report', path.replace('/', join('/'))]),
    ])
    expect(await readFile(join(folder, path), 'utf8')).toBe('mine\n')
  })

  test.each(['Library', 'my_report', '../escaped', 'bäder', ''])('%j is no name', async (name) => {
    const folder = await temporaryFolder()
    const { code, stdout, stderr } = await runProgram(['rules', 'new', name], folder)
    expect({ code, stdout }).toEqual({ code: EXIT.usage, stdout: '' })
    expect(stderr).toContain('lower-case words')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('rules check', () => {
  test('sums up in one line what holds', async () => {
    const { code, stdout, stderr } = await runProgram(['rules', 'check', 'library-report'], await withFamily())
    expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' })
    expect(stdout).toMatch(
      /^library-report: 4 files of the family, 8 of the language "de"; 1 section, 1 field, 1 table; \d+ patterns, \d+ examples hold\n$/u,
    )
  })

  test('lists the faults of all files of all folders, each with file, line, place and reason', async () => {
    const folder = await withFamily()
    await runProgram(['rules', 'new', 'bath-report'], folder)
    const library = join(folder, 'library-report')
    await editRules(library, 'outline.json', '"1 Musterort", ', '"Musterort 1", ')
    await editRules(library, 'outline.json', '"place": "below"', '"place": "left"')
    await rm(join(library, 'furniture.json'))
    const { code, stdout, stderr } = await runProgram(
      ['rules', 'check', 'library-report', 'bath-report', 'lost'],
      folder,
    )
    expect({ code, stderr }).toEqual({ code: EXIT.rules, stderr: '' })
    const outline = (await readFile(join(library, 'outline.json'), 'utf8')).split('\n')
    const lineOf = (words: string): number => outline.findIndex((line) => line.includes(words)) + 1
    const path = (file: string): string => join('library-report', file)
    expect(stdout.split('\n')).toEqual([
      'library-report: 3 faults',
      `  error    ${path('furniture.json')}: this file is missing`,
      `  error    ${path('outline.json')}:${lineOf('"left"')} /sections/0/parts/0/place: this must be "beside" or "below" or "inline"`,
      `  error    ${path('outline.json')}:${lineOf('"Musterort 1"')} /entity/heading/examples/match/0: the pattern does not match "Musterort 1"`,
      expect.stringMatching(/^bath-report: 4 files/u),
      'lost: 1 fault',
      '  error    there is no such folder',
      '',
    ])
  })

  test('warns without failing', async () => {
    const folder = await withFamily()
    const lists = fileURLToPath(new URL('../../rules/de/lists.json', import.meta.url))
    await writeFile(join(folder, 'library-report/lists.json'), await readFile(lists))
    const { code, stdout } = await runProgram(['rules', 'check', 'library-report'], folder)
    expect(code).toBe(EXIT.done)
    expect(stdout).toMatch(
      / hold; 1 warning\n {2}warning {2}library-report.lists\.json: the package has the same file/u,
    )
  })

  test('--json prints the same for scripts', async () => {
    const folder = await withFamily()
    await editRules(join(folder, 'library-report'), 'report.json', '"phoneCountry": "DE"', '"phoneCountry": "Germany"')
    const { code, stdout, stderr } = await runProgram(
      ['rules', 'check', '--json', 'library-report', defaultRulesFolder()],
      folder,
    )
    expect({ code, stderr }).toEqual({ code: EXIT.rules, stderr: '' })
    expect(JSON.parse(stdout)).toEqual([
      {
        folder: 'library-report',
        faults: [{ file: 'report.json', line: 5, pointer: '/phoneCountry', reason: 'a country is two capitals, "DE"' }],
        warnings: [],
        counts: null,
      },
      {
        folder: defaultRulesFolder(),
        faults: [],
        warnings: [],
        counts: expect.objectContaining({ id: 'stadtprofile', sections: 3, fields: 6, tables: 1 }) as unknown,
      },
    ])
  })

  test('prints nothing that steers a terminal', async () => {
    const folder = await withFamily()
    await editRules(join(folder, 'library-report'), 'outline.json', '"place": "below"', '"place\u001b[2J": "below"')
    for (const args of [['library-report'], ['\u001b[31m'], ['library-report', '--json']]) {
      const { stdout } = await runProgram(['rules', 'check', ...args], folder)
      expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    }
  })
})

test.each([
  [['rules'], '"rules new" and "rules check"'],
  [['rules', 'chek', 'a'], 'Did you mean "rules check"?'],
  [['rules', 'destroy', 'a'], '"rules new" and "rules check"'],
  [['rules', 'new'], 'needs a name'],
  [['rules', 'new', 'a', 'b'], '"b" is one too many'],
  [['rules', 'new', 'a', '--json'], 'takes no --json'],
  [['rules', 'check'], 'needs a folder'],
  [['rules', 'check', '.', '--out', 'x'], 'takes no --out'],
])('%j is wrong usage', async (args, words) => {
  const folder = await temporaryFolder()
  const { code, stdout, stderr } = await runProgram(args, folder)
  expect({ code, stdout }).toEqual({ code: EXIT.usage, stdout: '' })
  expect(stderr).toContain(words)
  expect(stderr).toContain('rules --help')
  expect(await readdir(folder)).toEqual([])
})

test('help shows both', async () => {
  const { stdout } = await runProgram(['help', 'rules'], await temporaryFolder())
  expect(stdout).toContain('stadtprofile rules new NAME')
  expect(stdout).toContain('stadtprofile rules check FOLDER')
})
