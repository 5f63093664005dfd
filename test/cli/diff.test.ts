import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { run } from '../../src/cli/run.ts'
import { baselineFile } from '../../src/diff/judge/baseline.ts'
import { toJson } from '../../src/report/to-json.ts'
import { at, type Editable, edited, editionOf, OLD, paragraph } from '../diff/read-editions.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const pdf = fileURLToPath(new URL(`../../fixtures/${OLD}`, import.meta.url))
const old = await editionOf(OLD)
const oldJson = toJson(old.report)

function jsonOf(edit: (report: Editable) => void): string {
  return toJson(edited(old, edit).report)
}

const cosmetic = jsonOf(({ cities }) => (at(at(cities, 1).programme.offers, 0).name = 'TREFFPUNKTE'))
const content = jsonOf(({ cities }) => (at(cities, 1).name = 'Auenfurt am Berg'))
const breaking = jsonOf(({ cities }) => cities.pop())
const FILES = {
  'old/report.json': oldJson,
  'old/report.provenance.json': JSON.stringify(old.provenance),
  'same.json': oldJson,
  'cosmetic.json': cosmetic,
  'content.json': content,
  'breaking.json': breaking,
}

describe('the exit code', () => {
  test.each<readonly [string, readonly string[], number]>([
    ['nothing changed', ['old', 'same.json'], EXIT.done],
    ['less than breaking', ['old', 'content.json'], EXIT.done],
    ['breaking', ['old', 'breaking.json'], EXIT.findings],
    ['content, which is asked for', ['old', 'content.json', '--fail-on', 'content'], EXIT.findings],
    ['cosmetic, when content is asked for', ['old', 'cosmetic.json', '--fail-on', 'content'], EXIT.done],
    ['cosmetic, which is asked for', ['old', 'cosmetic.json', '--fail-on', 'cosmetic'], EXIT.findings],
    ['breaking, when nothing fails', ['old', 'breaking.json', '--fail-on', 'none'], EXIT.done],
  ])('%s', async (_, args, code) => {
    const folder = await temporaryFolder(FILES)
    const { stderr, ...finished } = await runProgram(['diff', ...args], folder)
    expect(stderr).toBe('')
    expect(finished.code).toBe(code)
    expect(finished.stdout.trimEnd().split('\n').at(-1)).toMatch(/^(?:no changes|\d+ changes?: .+)$/u)
  })

  const other = jsonOf(({ edition }) =>
    Object.assign(edition.extraction ?? {}, { rules: { id: 'other', sha256: 'f'.repeat(64) } }),
  )
  test.each<readonly [string, readonly string[], number, string]>([
    ['one edition', ['old'], EXIT.usage, 'diff takes two editions'],
    ['three editions', ['a', 'b', 'c'], EXIT.usage, '"c" is one too many'],
    ['an unknown format', ['a', 'b', '--format', 'jsn'], EXIT.usage, 'Did you mean "json"?'],
    ['a level that is none', ['a', 'b', '--fail-on', 'severe'], EXIT.usage, '--fail-on cannot be "severe"'],
    ['a reason for nothing', ['a', 'b', '--reason', 'x'], EXIT.usage, '--reason accepts nothing by itself'],
    ['a day that is none', ['old', 'old', '--today', 'tomorrow'], EXIT.usage, '--today is no day'],
    ['no such file', ['old', 'nowhere.json'], EXIT.input, 'There is no such file'],
    ['a folder without a report', ['old', '.'], EXIT.input, 'The folder holds no report.json'],
    ['no JSON', ['old', 'broken.json'], EXIT.input, 'It is no JSON'],
    ['no report', ['old', 'package.json'], EXIT.input, 'It is no report of this program'],
    ['another shape', ['old', 'shape.json'], EXIT.input, 'not of the shape'],
    ['no baseline', ['old', 'old', '--baseline', 'b.json'], EXIT.input, 'There is no such file'],
    ['a wrong file of levels', ['old', 'old', '--levels', 'levels.json'], EXIT.input, 'line 3'],
    ['another family', ['old', 'other.json'], EXIT.incomparable, 'It was read by the rules "other"'],
    ['another major version', ['old', 'major.json'], EXIT.incomparable, '2.0.0'],
  ])('%s', async (_, args, code, words) => {
    const folder = await temporaryFolder({
      ...FILES,
      'broken.json': oldJson.slice(0, 500),
      'package.json': '{ "name": "x" }',
      'shape.json': jsonOf(({ cities }) => Object.assign(at(cities, 0), { mayor: 'x' })),
      'other.json': other,
      'major.json': jsonOf((report) => (report.schemaVersion = '2.0.0')),
      'levels.json': '{\n  "levels": [\n    { "path": "a b", "level": "content", "why": "x" }\n  ]\n}\n',
    })
    const finished = await runProgram(['diff', ...args], folder)
    expect(finished).toMatchObject({ code, stdout: '' })
    expect(finished.stderr).toContain(words)
    expect(finished.stderr).not.toContain('    at ')
  })

  test('a version in between is compared, and told', async () => {
    const folder = await temporaryFolder({
      ...FILES,
      'minor.json': jsonOf((report) => (report.schemaVersion = '1.1.0')),
    })
    const { code, stdout } = await runProgram(['diff', 'old', 'minor.json'], folder)
    expect(code).toBe(EXIT.findings)
    expect(stdout).toContain('breaking   changed  schemaVersion')
  })
})

test('a PDF is extracted first', async () => {
  const folder = await temporaryFolder(FILES)
  const { code, stdout } = await runProgram(['diff', 'breaking.json', pdf, '--format', 'json'], folder)
  expect(code).toBe(EXIT.done)
  expect(JSON.parse(stdout)).toMatchObject({
    cause: { cause: 'neither' },
    changes: [{ kind: 'added', path: 'cities/gruenhafen', city: 'gruenhafen', old: null, new: { page: 29 } }],
  })
})

test('--out writes a file and prints nothing', async () => {
  const folder = await temporaryFolder(FILES)
  const finished = await runProgram(
    ['diff', 'old', 'content.json', '--format', 'markdown', '--out', 'to/comment.md'],
    folder,
  )
  expect(finished).toEqual({ code: EXIT.done, stdout: '', stderr: '' })
  expect(await readFile(join(folder, 'to/comment.md'), 'utf8')).toContain('**1 change: 1 content**')
})

test('annotations stand at the line of the value', async () => {
  const folder = await temporaryFolder(FILES)
  const { stdout } = await runProgram(['diff', 'old', 'content.json', '--format', 'github'], folder)
  const [, line = '0'] = /^::notice file=content\.json,line=(\d+),/u.exec(stdout) ?? []
  expect(content.split('\n')[Number(line) - 1]).toContain('"Auenfurt am Berg"')
})

describe('a baseline', () => {
  const accepting = ['--baseline', 'base.json', '--update-baseline', '--reason', 'Left for good.', '--author', 'Ada']

  test('takes what is accepted out of the way, until it is stale or over', async () => {
    const folder = await temporaryFolder(FILES)
    const written = await runProgram(['diff', 'old', 'breaking.json', ...accepting, '--expires', '2030-06-30'], folder)
    expect(written).toMatchObject({ code: EXIT.done, stderr: 'base.json: 1 accepted now, 1 in all, 0 dropped\n' })
    const baseline = baselineFile.parse(JSON.parse(await readFile(join(folder, 'base.json'), 'utf8')))
    expect(baseline.accepted).toMatchObject([
      { kind: 'removed', path: 'cities/gruenhafen', reason: 'Left for good.', author: 'Ada', expires: '2030-06-30' },
    ])
    const run_ = (next: string, ...more: string[]) =>
      runProgram(['diff', 'old', next, '--baseline', 'base.json', ...more], folder)
    expect(await run_('breaking.json', '--today', '2030-06-30')).toMatchObject({ code: EXIT.done })
    const over = await run_('breaking.json', '--today', '2030-07-01', '--fail-on', 'none')
    expect(over.code).toBe(EXIT.findings)
    expect(over.stdout).toContain('until 2030-06-30')
    const stale = await run_('same.json', '--today', '2030-01-01', '--fail-on', 'none')
    expect(stale.code).toBe(EXIT.findings)
    expect(stale.stdout).toContain('not there any more')
  })

  test('needs a reason', async () => {
    const folder = await temporaryFolder(FILES)
    const args = ['diff', 'old', 'breaking.json', '--baseline', 'base.json', '--update-baseline', '--author', 'Ada']
    const { code, stderr } = await runProgram(args, folder)
    expect(code).toBe(EXIT.usage)
    expect(stderr).toContain('Give it with --reason TEXT.')
  })
})

test('files of the usual names hold without being named', async () => {
  const folder = await temporaryFolder({
    ...FILES,
    'diff.levels.json': '{ "levels": [{ "path": "cities/*/name", "level": "breaking", "why": "Names are printed." }] }',
  })
  const { code, stdout } = await runProgram(['diff', 'old', 'content.json'], folder)
  expect(code).toBe(EXIT.findings)
  expect(stdout).toContain('level set: Names are printed.')
})

describe('git', () => {
  const git = (folder: string, ...args: string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    })
  const program = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url))

  async function repository(): Promise<string> {
    const folder = await temporaryFolder({
      'out/report.json': oldJson,
      'out/report.provenance.json': JSON.stringify(old.provenance),
      '.gitattributes': 'report.json diff=stadtprofile\n',
    })
    git(folder, 'init', '--quiet')
    for (const [key, value] of [
      ['user.name', 'Ada'],
      ['user.email', 'ada@example.org'],
      ['diff.stadtprofile.command', `"${process.execPath}" "${program}" diff --git`],
      ['diff.stadtprofile.textconv', `"${process.execPath}" "${program}" lines`],
    ] as const)
      git(folder, 'config', key, value)
    git(folder, 'add', '.')
    git(folder, 'commit', '--quiet', '-m', 'first')
    await writeFile(join(folder, 'out/report.json'), breaking)
    return folder
  }

  test('a file of a revision is compared, with its places', async () => {
    const folder = await repository()
    const { code, stdout } = await runProgram(['diff', 'HEAD:out/report.json', 'out/report.json'], folder)
    expect(code).toBe(EXIT.findings)
    expect(stdout).toContain('breaking   removed  cities/gruenhafen  [page 29]')
  })

  test.each([
    ['nowhere:out/report.json', 'the revision "nowhere" cannot be read'],
    ['HEAD:report.json', 'The revision "HEAD" has no file "report.json".'],
  ])('%s cannot be read', async (name, words) => {
    const { code, stderr } = await runProgram(['diff', name, 'out/report.json'], await repository())
    expect(code).toBe(EXIT.input)
    expect(stderr).toContain(words)
  })

  test('git diff and git log show a changed report in this form', async () => {
    const folder = await repository()
    expect(git(folder, 'diff')).toContain('breaking   removed  cities/gruenhafen')
    git(folder, 'commit', '--quiet', '-a', '-m', 'second')
    expect(git(folder, 'log', '-p', '--ext-diff', '-1')).toContain('breaking   removed  cities/gruenhafen')
    expect(git(folder, 'log', '-p', '-1')).toContain('-cities/gruenhafen/name: Landeshauptstadt Grünhafen')
    git(folder, 'rm', '--quiet', 'out/report.json')
    expect(git(folder, 'diff', '--cached')).toContain('diff of out/report.json: the report is removed')
  })

  test('a report that is none does not stop git', async () => {
    const folder = await repository()
    await writeFile(join(folder, 'out/report.json'), '{}')
    expect(git(folder, 'diff')).toContain('It is no report of this program')
  })
})

describe('review', () => {
  const settings = ['--author', 'Ada', '--baseline', 'base.json']

  test('accepts what paths name', async () => {
    const folder = await temporaryFolder(FILES)
    const args = ['review', 'old', 'breaking.json', '--accept', 'cities/*', '--reason', 'Left.', ...settings]
    expect(await runProgram(args, folder)).toMatchObject({ code: EXIT.done, stdout: '' })
    const { code } = await runProgram(['diff', 'old', 'breaking.json', '--baseline', 'base.json'], folder)
    expect(code).toBe(EXIT.done)
  })

  test.each([
    [['--accept', 'cities/nowhere', '--reason', 'x'], 'no open change is at "cities/nowhere"'],
    [['--accept', 'cities/*'], 'Give it with --reason TEXT.'],
    [[], 'Nobody can answer here.'],
  ])('%j accepts nothing', async (args, words) => {
    const folder = await temporaryFolder(FILES)
    const { code, stderr } = await runProgram(['review', 'old', 'breaking.json', ...settings, ...args], folder)
    expect(code).toBe(EXIT.usage)
    expect(stderr).toContain(words)
    await expect(readFile(join(folder, 'base.json'))).rejects.toThrow('ENOENT')
  })

  /** Three changes: two of one chapter, one of another. */
  const three = jsonOf(({ cities }) => {
    at(cities, 0).programme.goals = paragraph('Neu.')
    at(cities, 1).name = 'Auenfurt am Berg'
    at(cities, 1).programme.goals = paragraph('Auch neu.')
  })

  /** Answers one question after the other, as a person at a terminal; the input ends when there are no more. */
  async function answered(
    answers: readonly string[],
  ): Promise<{ code: number; shown: string; accepted: readonly string[] }> {
    const folder = await temporaryFolder({ ...FILES, 'three.json': three })
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
    const left = [...answers]
    let shown = ''
    stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8')
      if (!/(?:\] |: )$/u.test(chunk.toString('utf8'))) return
      const answer = left.shift()
      if (answer === undefined) stdin.end()
      else stdin.write(`${answer}\n`)
    })
    const io = {
      stdin: Object.assign(stdin, { isTTY: true }),
      stdout,
      stderr,
      cwd: folder,
      env: {},
      today: '2027-01-01',
    }
    const code = await run(['review', 'old', 'three.json', ...settings], io)
    const baseline = baselineFile.parse(JSON.parse(await readFile(join(folder, 'base.json'), 'utf8')))
    return { code, shown, accepted: baseline.accepted.map(({ path, reason }) => `${path} ${reason}`) }
  }

  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'one by one',
      ['a', 'First.', 's', 'a', ''],
      ['cities/auenfurt/programme/goals First.', 'cities/sielmuende/programme/goals First.'],
    ],
    ['a whole chapter', ['s', 'c', 'All.'], ['cities/auenfurt/name All.', 'cities/auenfurt/programme/goals All.']],
    ['until one quits', ['a', 'First.', 'q'], ['cities/sielmuende/programme/goals First.']],
    ['until the input ends', ['a', 'First.'], ['cities/sielmuende/programme/goals First.']],
    ['nothing', ['?', 's', 's', 's'], []],
  ])('at a terminal: %s', async (_, answers, accepted) => {
    const finished = await answered(answers)
    expect(finished.code).toBe(EXIT.done)
    expect(finished.accepted).toEqual(accepted)
    expect(finished.shown).toContain('3 changes: 2 suspicious, 1 content')
  })
})
