import { execFile, execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { type Finished, program, runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const text = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026/source.txt', import.meta.url))
const RESULT = ['report.json', 'report.provenance.json']

/** Starts the program from a shell, after or around what the shell does: `"$@"` is the program with its arguments. */
function inShell(script: string, args: readonly string[], cwd: string, uid?: number): Promise<Finished> {
  const user = uid === undefined ? {} : { uid, gid: uid }
  return new Promise((resolve) => {
    const given = ['-c', script, 'bash', process.execPath, program, ...args]
    const child = execFile('bash', given, { cwd, ...user }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr })
    })
  })
}

describe('a disk that takes no more', () => {
  test.for([
    ['nothing', 0],
    ['a part of the report', 16],
    ['the report, not its provenance', 64],
  ] as const)('%s: the earlier result stays, and nothing else is there', async ([, kibibytes]) => {
    const folder = await temporaryFolder({ 'source.txt': 'Altenrode\n' })
    const args = ['extract', 'source.txt', '--out', 'out', '--no-cache']
    await runProgram(args, folder)
    const read = () => Promise.all(RESULT.map((name) => readFile(join(folder, 'out/source', name), 'utf8')))
    const earlier = await read()
    await cp(text, join(folder, 'source.txt'))
    const { code, stdout, stderr } = await inShell(`ulimit -f ${String(kibibytes)}; "$@"`, args, folder)
    expect(stderr).toMatch(/^error: .*out.* cannot be written\n {2}The system allows no file that large\.\n {2}Raise/u)
    expect({ code, stdout }).toEqual({ code: EXIT.output, stdout: '' })
    expect(await read()).toEqual(earlier)
    expect(await readdir(join(folder, 'out'))).toEqual(['report.schema.json', 'source'])
    expect(await readdir(join(folder, 'out/source'))).toEqual(RESULT)
  })

  test('a difference is written whole or not at all, to a file and to standard output', async () => {
    const folder = await temporaryFolder({ 'old.txt': 'Altenrode\n', 'diff.txt': 'earlier\n' })
    await cp(text, join(folder, 'new.txt'))
    const args = ['diff', 'old.txt', 'new.txt', '--format', 'json', '--no-cache']
    const toFile = await inShell('ulimit -f 1; "$@"', [...args, '--out', 'diff.txt'], folder)
    expect(toFile).toMatchObject({ code: EXIT.output, stdout: '' })
    expect(toFile.stderr).toContain('diff.txt cannot be written')
    expect((await readdir(folder)).sort()).toEqual(['diff.txt', 'new.txt', 'old.txt'])
    expect(await readFile(join(folder, 'diff.txt'), 'utf8')).toBe('earlier\n')
    const toOutput = await inShell('"$@" > /dev/full', args, folder)
    expect(toOutput.code).toBe(EXIT.output)
    expect(toOutput.stderr).toMatch(/standard output cannot be written\n {2}The disk is full\./u)
  })

  test('a device or a pipe in the place of a file stays', async () => {
    const folder = await temporaryFolder({ 'old.txt': 'Altenrode\n', 'new.txt': 'Auental\n' })
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await symlink('/dev/null', join(folder, 'null'))
    for (const place of ['pipe', 'null']) {
      const { code, stderr } = await runProgram(['diff', 'old.txt', 'new.txt', '--out', place], folder)
      expect(stderr).toContain('A device or a pipe stands where a file is needed.')
      expect(code).toBe(EXIT.output)
    }
    expect((await readdir(folder)).sort()).toEqual(['new.txt', 'null', 'old.txt', 'pipe'])
  })
})

describe('a folder that must not be written to', () => {
  const NOBODY = 65_534
  /** Permissions do not bind root, so root starts the program as nobody. */
  const isRoot = process.getuid?.() === 0

  test.each(['extract', 'diff'])('%s tells so and changes nothing', async (command) => {
    const folder = await temporaryFolder({ 'a.txt': 'Altenrode\n', 'b.txt': 'Auental\n', 'out/earlier': 'earlier\n' })
    await chmod(join(folder, 'out'), 0o555)
    await chmod(folder, 0o755)
    const args =
      command === 'diff' ? ['diff', 'a.txt', 'b.txt', '--out', 'out/diff.txt'] : ['extract', '.', '--out', 'out']
    const { code, stderr } = await inShell('"$@"', [...args, '--no-cache'], folder, isRoot ? NOBODY : undefined)
    await chmod(join(folder, 'out'), 0o755)
    expect(stderr).toContain('The folder must not be written to.')
    expect(code).toBe(EXIT.output)
    expect(await readdir(join(folder, 'out'))).toEqual(['earlier'])
  })
})

describe('names', () => {
  test('a link in the place of a result is not followed, and the other inputs are written', async () => {
    const folder = await temporaryFolder({ 'a.txt': 'Altenrode\n', 'b.txt': 'Auental\n', 'elsewhere/kept': '' })
    await mkdir(join(folder, 'out'))
    await symlink(join(folder, 'elsewhere'), join(folder, 'out/a'))
    const { code, stderr } = await runProgram(['extract', 'a.txt', 'b.txt', '--out', 'out'], folder)
    expect(stderr).toContain('A symbolic link stands where a folder is needed.')
    expect(code).toBe(EXIT.output)
    expect(await readdir(join(folder, 'elsewhere'))).toEqual(['kept'])
    expect(await readdir(join(folder, 'out/b'))).toEqual(RESULT)
  })

  test('of inputs that lead elsewhere, are long, or differ by case or by how an accent is written stay apart', async () => {
    const names = [
      'in/..txt',
      'in/one\ntwo.txt',
      `in/${'ä'.repeat(120)}.txt`,
      'in/Bericht.txt',
      'other/bericht.txt',
      'in/\u00fcber.txt',
      'other/u\u0308ber.txt',
      '../outside.txt',
    ]
    const folder = await temporaryFolder({ 'here/kept': '', 'outside.txt': 'Altenrode\n' })
    const here = join(folder, 'here')
    await Promise.all(['in', 'other'].map((name) => mkdir(join(here, name))))
    await Promise.all(names.map((name) => writeFile(join(here, name), 'Altenrode\n')))
    const absolute = names.map((name, index) => (index % 2 === 0 ? name : join(here, name)))
    const { code, stderr } = await runProgram(['extract', ...absolute, '--out', 'out'], here)
    expect(code).toBe(EXIT.findings)
    expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
    const folders = (await readdir(join(here, 'out'), { withFileTypes: true })).filter((entry) => entry.isDirectory())
    expect(folders).toHaveLength(names.length)
    for (const { name } of folders) expect(await readdir(join(here, 'out', name))).toEqual(RESULT)
    expect((await readdir(folder)).sort()).toEqual(['here', 'outside.txt'])
    expect((await readdir(here)).sort()).toEqual(['in', 'kept', 'other', 'out'])
  })
})
