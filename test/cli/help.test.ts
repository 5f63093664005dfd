import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/commands.ts'
import { EXIT, EXIT_CODE_HELP } from '../../src/cli/exit-code.ts'
import { parseOptions } from '../../src/cli/parse-options.ts'
import { runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

test.each([['--help'], ['-h'], ['help'], ['help help']])('%s shows the main page', async (line) => {
  const { code, stdout, stderr } = await runProgram(line.split(' '), await temporaryFolder())
  expect(code).toBe(EXIT.done)
  expect(stderr).toBe('')
  for (const { name } of commands) expect(stdout).toContain(`stadtprofile ${name}`)
})

test.each(commands.map(({ name }) => name))('%s has a page of its own, shown in three ways', async (name) => {
  const folder = await temporaryFolder()
  const ways = [
    ['help', name],
    ['--help', name],
    [name, '--help'],
  ]
  const [first, ...others] = await Promise.all(ways.map((way) => runProgram(way, folder)))
  expect(first).toMatchObject({ code: EXIT.done, stderr: '' })
  expect(first?.stdout).toContain('Examples:')
  expect(others).toEqual([first, first])
})

test.each(['--version', '-V'])('%s prints the version of the package', async (option) => {
  const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  const { code, stdout } = await runProgram([option], await temporaryFolder())
  expect(code).toBe(EXIT.done)
  expect(manifest).toMatchObject({ version: stdout.trim() })
})

test.each([
  [[], 'no command was given'],
  [['extrct', 'a.pdf'], 'Did you mean "extract"?'],
  [['convert'], 'Known are extract, check, diff, review, review-page, lines, explain, rules, schema, help.'],
  [['help', 'convert'], 'there is no command "convert"'],
  [['help', 'extract', 'schema'], 'help takes one command'],
  [['--quiet', 'extract'], 'there is no option --quiet'],
  [['--'], 'no command was given'],
  [['extract'], 'extract needs an input'],
  [['extract', 'a.pdf', '--qiet'], 'Did you mean --quiet?'],
  [['extract', 'a.pdf', '--out'], '--out needs a value'],
  [['extract', 'a.pdf', '--stdout', '--out', 'x'], '--stdout and --out exclude each other'],
  [['extract', 'a.pdf', 'b.pdf', '--stdout'], 'there are too many inputs'],
  [['schema', 'a.pdf'], 'schema takes no input'],
])('%j is wrong usage', async (args, words) => {
  const { code, stdout, stderr } = await runProgram(args, await temporaryFolder())
  expect(code).toBe(EXIT.usage)
  expect(stdout).toBe('')
  expect(stderr).toContain(words)
  expect(stderr).toContain('--help')
  expect(stderr).not.toContain('    at ')
})

test('README explains every exit code as the help does', async () => {
  const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const codes = rows.filter(([, code]) => code !== undefined && /^\d+$/u.test(code))
  expect(codes.map(([, code, meaning]) => [Number(code), meaning])).toEqual(EXIT_CODE_HELP)
})

test('README names every option', async () => {
  const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  for (const { help } of commands) {
    for (const option of Object.keys(help.options)) expect(text).toContain(`--${option}`)
  }
})

test('the commands that README shows can be written', async () => {
  const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const shown = [...text.matchAll(/npx stadtprofile (?<line>[a-z][^\n#']*)/gu)].map(
    ({ groups }) => groups?.['line'] ?? '',
  )
  expect(shown.length).toBeGreaterThan(20)
  for (const line of shown) {
    const [name, ...args] = wordsOf(line)
    const command = commands.find((one) => one.name === name)
    if (name === 'help') continue
    expect(command, line).toBeDefined()
    expect(() => parseOptions(args, command?.help.options ?? {}, name), line).not.toThrow()
  }
})

/** As a shell divides it; `&&`, `>` and `|` end a command. */
function wordsOf(line: string): readonly string[] {
  const [own = ''] = line.split(/\s(?:&&|[>|\\])(?:\s|$)/u)
  return [...own.matchAll(/"(?<quoted>[^"]*)"|(?<plain>[^\s"]+)/gu)].map(
    ({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '',
  )
}
