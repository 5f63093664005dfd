import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const edition = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026', import.meta.url))
const pdf = join(edition, 'source.pdf')
const txt = join(edition, 'source.txt')

/** All files below a folder, as paths from it, sorted. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

describe('a report that can be read', () => {
  test.each(['source.pdf', 'source.txt'])('%s is written with its provenance and the schema', async (name) => {
    const folder = await temporaryFolder()
    const { code, stdout, stderr } = await runProgram(['extract', join(edition, name)], folder)
    expect(stderr).toContain('output/source/report.json'.replaceAll('/', join('/')))
    expect(stdout).toBe('')
    expect(code).toBe(EXIT.done)
    expect(await filesBelow(join(folder, 'output'))).toEqual([
      'report.schema.json',
      'source/report.json',
      'source/report.provenance.json',
    ])
  })

  test('--stdout prints what would be written, and nothing else', async () => {
    const folder = await temporaryFolder()
    const printed = await runProgram(['extract', txt, '--stdout'], folder)
    expect(await filesBelow(folder)).toEqual([])
    await runProgram(['extract', txt, '--out', 'out'], folder)
    expect(printed.stdout).toBe(await readFile(join(folder, 'out/source/report.json'), 'utf8'))
    expect(printed.code).toBe(EXIT.done)
  })

  test('--quiet says nothing', async () => {
    const { code, stdout, stderr } = await runProgram(['extract', txt, '--quiet'], await temporaryFolder())
    expect({ code, stdout, stderr }).toEqual({ code: EXIT.done, stdout: '', stderr: '' })
  })

  test('--edition is the edition of the report', async () => {
    const { stdout } = await runProgram(['extract', txt, '--stdout', '--edition', '1999'], await temporaryFolder())
    expect(JSON.parse(stdout)).toMatchObject({ edition: { id: '1999' } })
  })

  test('the same input gives the same bytes, and an earlier result is replaced', async () => {
    const folder = await temporaryFolder({ 'output/source/report.json': 'something old' })
    await runProgram(['extract', pdf], folder)
    await runProgram(['extract', pdf, '--out', 'again'], folder)
    for (const name of await filesBelow(join(folder, 'output'))) {
      expect(await readFile(join(folder, 'output', name), 'utf8')).toBe(
        await readFile(join(folder, 'again', name), 'utf8'),
      )
    }
  })

  test('the kind of a file is seen from its content', async () => {
    const folder = await temporaryFolder()
    await cp(pdf, join(folder, 'really-a-pdf.txt'))
    await cp(txt, join(folder, 'really-text.pdf'))
    const { code } = await runProgram(['extract', '.', '--out', 'out'], folder)
    const kinds = ['really-a-pdf', 'really-text'].map(async (name) => {
      const report: unknown = JSON.parse(await readFile(join(folder, 'out', name, 'report.json'), 'utf8'))
      return report
    })
    expect(await Promise.all(kinds)).toMatchObject([
      { edition: { source: { kind: 'pdf', file: 'really-a-pdf.txt' } } },
      { edition: { source: { kind: 'text', file: 'really-text.pdf' } } },
    ])
    expect(code).toBe(EXIT.done)
  })

  test('inputs of one name go to folders that tell them apart', async () => {
    const folder = await temporaryFolder()
    await cp(edition, join(folder, '2025'), { recursive: true })
    await cp(edition, join(folder, '2026'), { recursive: true })
    const { code } = await runProgram(['extract', '*/source.{pdf,txt}'], folder)
    expect(code).toBe(EXIT.done)
    const names = await readdir(join(folder, 'output'))
    expect(names.sort()).toEqual([
      '2025-source-pdf',
      '2025-source-txt',
      '2026-source-pdf',
      '2026-source-txt',
      'report.schema.json',
    ])
  })
})

describe('several inputs', () => {
  const undecided = '41.3@muehlenrode-stadt.de'
  const other = 'Auskunft geben info@muehlenrodestadt.de und post@muehlenrodestadt.de gern.'

  /** The e-mail addresses of the city with a hyphen that its own document leaves undecided. */
  async function emailsOf(folder: string, name: string): Promise<string> {
    const report: unknown = JSON.parse(await readFile(join(folder, 'output', name, 'report.json'), 'utf8'))
    return /"41\.3@[^"]+"/u.exec(JSON.stringify(report))?.[0] ?? ''
  }

  test('decide together what one leaves undecided, in whatever order', async () => {
    const folder = await temporaryFolder({ 'other.txt': other })
    await cp(txt, join(folder, 'report.txt'))
    await runProgram(['extract', 'report.txt'], folder)
    expect(await emailsOf(folder, 'report')).toBe(`"${undecided}"`)
    const { stderr } = await runProgram(['extract', 'report.txt', 'other.txt'], folder)
    expect(await emailsOf(folder, 'report')).toBe('"41.3@muehlenrodestadt.de"')
    expect(stderr.indexOf('report.txt')).toBeLessThan(stderr.indexOf('other.txt'))
    const written = await readFile(join(folder, 'output/report/report.json'), 'utf8')
    await runProgram(['extract', 'other.txt', 'report.txt'], folder)
    expect(await readFile(join(folder, 'output/report/report.json'), 'utf8')).toBe(written)
  })

  test('that leave nothing undecided are read as each alone', async () => {
    const folder = await temporaryFolder({ 'other.txt': other, 'another.txt': 'Der Turm steht offen.' })
    await runProgram(['extract', 'other.txt', '--out', 'alone'], folder)
    await runProgram(['extract', 'other.txt', 'another.txt'], folder)
    expect(await readFile(join(folder, 'output/other/report.json'), 'utf8')).toBe(
      await readFile(join(folder, 'alone/other/report.json'), 'utf8'),
    )
  })

  test('are not read on where the rules are invalid, and nothing is written', async () => {
    const folder = await temporaryFolder({ 'rules/report.json': '{}' })
    const { code, stderr } = await runProgram(['extract', txt, pdf, '--rules', 'rules'], folder)
    expect(code).toBe(EXIT.rules)
    expect(stderr.match(/^error: /gmu)).toHaveLength(1)
    expect(await filesBelow(folder)).toEqual(['rules/report.json'])
  })
})

describe('an input that cannot be read', () => {
  test.each([
    ['lost.pdf', 'There is no such file'],
    ['*.pdf', 'No file matches'],
    ['.', 'holds no .pdf and no .txt file'],
  ])('%s', async (input, words) => {
    const folder = await temporaryFolder()
    const { code, stdout, stderr } = await runProgram(['extract', input], folder)
    expect(code).toBe(EXIT.input)
    expect(stdout).toBe('')
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(await filesBelow(folder)).toEqual([])
  })

  const pixels = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0,
  ])
  test.each<readonly [title: string, content: string | Uint8Array]>([
    ['a picture', pixels],
    ['a PDF that is cut off after its first line', '%PDF-1.7\n'],
    ['a PDF of nothing but noise', `%PDF-1.7\n${'<< /Kids [0 0 R] >> obj stream '.repeat(50)}`],
    ['an empty file', ''],
  ])('%s', async (_, content) => {
    const folder = await temporaryFolder({ 'broken.pdf': content, 'output/broken/report.json': 'earlier\n' })
    const { code, stdout, stderr } = await runProgram(['extract', 'broken.pdf'], folder)
    expect(stderr).toMatch(/^error: broken\.pdf cannot be read\n {2}\S.*\n {2}\S.*\n$/u)
    expect(code).toBe(EXIT.input)
    expect(stdout).toBe('')
    expect(await filesBelow(folder)).toEqual(['broken.pdf', 'output/broken/report.json'])
    expect(await readFile(join(folder, 'output/broken/report.json'), 'utf8')).toBe('earlier\n')
  })

  test('does not stop the others; messages keep the order of the inputs', async () => {
    const folder = await temporaryFolder({ 'broken.pdf': '%PDF-1.7\n' })
    const { code, stderr } = await runProgram(['extract', 'lost.pdf', txt, 'broken.pdf'], folder)
    expect(code).toBe(EXIT.input)
    expect(stderr).toMatch(/lost\.pdf[\s\S]*source\.txt[\s\S]*broken\.pdf/u)
    expect(stderr).toContain('inputs: 3, written: 1, failed: 2')
    expect(await filesBelow(join(folder, 'output'))).toContain('source/report.json')
  })

  test('--verbose shows where in the program it failed', async () => {
    const { stderr } = await runProgram(['extract', 'lost.pdf', '--verbose'], await temporaryFolder())
    expect(stderr).toContain('    at ')
  })
})

test('a text without a report is an error diagnostic, and still written', async () => {
  const folder = await temporaryFolder({ 'letter.txt': 'Dear neighbour,\n\nthe apples are ripe.\n' })
  const { code, stderr } = await runProgram(['extract', 'letter.txt', '--quiet'], folder)
  expect(code).toBe(EXIT.findings)
  expect(stderr).toContain('error ')
  const report: unknown = JSON.parse(await readFile(join(folder, 'output/letter/report.json'), 'utf8'))
  expect(report).toMatchObject({
    diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) as unknown,
  })
})

test.each([
  ['a folder that is not there', ['--rules', 'nowhere']],
  ['a folder without rules', ['--rules', '.']],
])('rules in %s', async (_, options) => {
  const folder = await temporaryFolder()
  for (const command of [['extract', txt], ['schema']]) {
    const { code, stdout, stderr } = await runProgram([...command, ...options], folder)
    expect(code).toBe(EXIT.rules)
    expect(stdout).toBe('')
    expect(stderr).toContain('are invalid')
  }
  expect(await filesBelow(folder)).toEqual([])
})

test('a file where the output folder should be', async () => {
  const folder = await temporaryFolder({ taken: 'mine\n' })
  const { code, stderr } = await runProgram(['extract', txt, '--out', 'taken'], folder)
  expect(code).toBe(EXIT.output)
  expect(stderr).toContain('A file stands where a folder is needed.')
  expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('mine\n')
})

test('schema prints a JSON Schema', async () => {
  const { code, stdout, stderr } = await runProgram(['schema'], await temporaryFolder())
  expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
})

test('nothing that steers a terminal is printed, wherever it comes from', async () => {
  const folder = await temporaryFolder({ 'letter.txt': '1 \u001b[31mTown\u009b0m\u202e\n\n\u001b]0;title\u0007\n' })
  const argument = 'lost\u001b[2J\u009b31m.pdf'
  for (const args of [
    ['extract', argument, '--verbose'],
    ['extract', 'letter.txt', '--verbose'],
    ['extract', 'letter.txt', '--stdout'],
    ['extract', '--rules', argument, 'letter.txt'],
    [argument],
    [`--${argument}`],
  ]) {
    const { stdout, stderr } = await runProgram(args, folder)
    expect(`${stdout}${stderr}`).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    expect(`${stdout}${stderr}`).not.toBe('')
  }
})

describe('--shard', () => {
  const inputs = async () => {
    const text = await readFile(txt)
    return { 'a/report.txt': text, 'b/report.txt': text, 'c/report.txt': text }
  }

  test('parts put together are the whole', async () => {
    const folder = await temporaryFolder(await inputs())
    await runProgram(['extract', '.', '--out', 'whole'], folder)
    const codes = await Promise.all(
      ['1/2', '2/2'].map(async (shard) => runProgram(['extract', '.', '--out', 'parts', '--shard', shard], folder)),
    )
    expect(codes.map(({ stderr }) => stderr.trimEnd().split('\n').at(-1))).toEqual([
      'inputs: 2, written: 2, failed: 0',
      expect.not.stringContaining('failed'),
    ])
    const whole = await filesBelow(join(folder, 'whole'))
    expect(await filesBelow(join(folder, 'parts'))).toEqual(whole)
    for (const name of whole) {
      expect(await readFile(join(folder, 'parts', name), 'utf8')).toBe(
        await readFile(join(folder, 'whole', name), 'utf8'),
      )
    }
  })

  test('a part that is empty does nothing', async () => {
    const folder = await temporaryFolder(await inputs())
    const { code, stderr } = await runProgram(['extract', 'a', '--shard', '2/3'], folder)
    expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: 'inputs: 0, written: 0, failed: 0\n' })
  })

  test.each([
    ['--shard', '3/2'],
    ['--shard', '0/2'],
    ['--shard', 'half'],
    ['--jobs', '0'],
    ['--jobs', 'all'],
  ])('%s cannot be %s', async (option, value) => {
    const { code, stderr } = await runProgram(['extract', 'a', option, value], await temporaryFolder(await inputs()))
    expect(code).toBe(EXIT.usage)
    expect(stderr).toContain(`It was given "${value}".`)
  })
})
