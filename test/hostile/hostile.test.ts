import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { runProgram } from '../cli/run-program.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import type { Outcome } from './hostile-file.ts'
import { HOSTILE_FILES } from './hostile-files.ts'

/** What the program says of an input that it cannot read. */
const SAYS: Readonly<Record<Exclude<Outcome, 'read' | 'told' | 'limited'>, RegExp>> = {
  'not-a-pdf': /neither a PDF nor a text/u,
  damaged: /is damaged/u,
  encrypted: /is encrypted/u,
  'wrong-password': /password does not open/u,
  restricted: /does not allow to copy/u,
  'no-pages': /has no pages/u,
  'no-text': /no text|is empty/iu,
  'too-many-pages': /more than 5000 pages/u,
}
const LIMIT = /takes longer than 2 seconds|takes more memory than 300 MiB|took too long or too much memory/u
const LIMITS = ['--timeout', '2', '--max-memory', '300']

/** What is printed about each input: the lines from its first to the next input's. */
function aboutEach(stderr: string): ReadonlyMap<string, string> {
  const parts = stderr.split(/^(?=error: \S+ cannot be read|\S+ → )/mu)
  return new Map(
    parts.flatMap((part) => {
      const name = /^(?:error: )?(?<name>\S+)/u.exec(part)?.groups?.['name']
      return name === undefined ? [] : [[name, part] as const]
    }),
  )
}

/** `read`, `told`, `limited`, or the code of an error. */
function outcomeOf(about: string): string {
  if (LIMIT.test(about)) return 'limited'
  if (!about.startsWith('error: ')) return about.includes('[reader/notice') ? 'told' : 'read'
  return Object.entries(SAYS).find(([, words]) => words.test(about))?.[0] ?? about
}

test(
  'all files made to harm, in one run: each is read or refused, and nothing is left behind',
  { timeout: 150_000 },
  async () => {
    const folder = await temporaryFolder(Object.fromEntries(HOSTILE_FILES.map(({ name, bytes }) => [name, bytes()])))
    const names = HOSTILE_FILES.map(({ name }) => name)
    const { code, stdout, stderr } = await runProgram(['extract', ...names, '--out', 'out', ...LIMITS], folder)
    const about = aboutEach(stderr)
    const came = HOSTILE_FILES.map(({ name }) => [name, outcomeOf(about.get(name) ?? 'nothing was said')] as const)
    const expected = HOSTILE_FILES.map(({ name, comes }, index) => {
      const outcome = came[index]?.[1] ?? ''
      // How far a file gets within a limit depends on the machine.
      const isLimited = comes === 'limited' && ['limited', 'read', 'told', 'no-text'].includes(outcome)
      return [name, isLimited || outcome === 'limited' ? outcome : comes] as const
    })
    expect(Object.fromEntries(came)).toEqual(Object.fromEntries(expected))
    expect({ code, stdout }).toEqual({ code: EXIT.input, stdout: '' })
    expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
    expect(stderr).toContain(`inputs: ${String(names.length)}, `)

    const results = [...about.values()].filter((words) => words.includes(' → ')).length
    const folders = (await readdir(join(folder, 'out'), { withFileTypes: true })).filter((entry) => entry.isDirectory())
    expect(folders).toHaveLength(results)
    for (const { name } of folders) {
      expect((await readdir(join(folder, 'out', name))).sort()).toEqual(['report.json', 'report.provenance.json'])
      expect(JSON.parse(await readFile(join(folder, 'out', name, 'report.json'), 'utf8'))).toHaveProperty(
        'schemaVersion',
      )
    }
  },
)

test('what is no file, or has no end, is refused at once', async () => {
  const folder = await temporaryFolder({ 'huge.txt': 'a', 'real.txt': 'Altenrode\n' })
  await mkdir(join(folder, 'folder.pdf'))
  await truncate(join(folder, 'huge.txt'), 1 << 30)
  execFileSync('mkfifo', [join(folder, 'pipe.pdf')])
  await symlink('/dev/zero', join(folder, 'zeros.pdf'))
  await symlink('itself.pdf', join(folder, 'itself.pdf'))
  await symlink('real.txt', join(folder, 'link.txt'))
  const server = createServer().listen(join(folder, 'socket.pdf'))
  onTestFinished(() => void server.close())
  const names = ['folder.pdf', 'huge.txt', 'pipe.pdf', 'zeros.pdf', 'itself.pdf', 'socket.pdf', '/dev/full', 'link.txt']
  const { code, stderr } = await runProgram(['extract', ...names], folder)
  expect(code).toBe(EXIT.input)
  expect(stderr.match(/^error: .*$/gmu)).toEqual(
    ['"folder.pdf"', 'huge.txt', '"pipe.pdf"', '"zeros.pdf"', '"itself.pdf"', '"socket.pdf"', '"/dev/full"'].map(
      (name) => `error: ${name} cannot be read`,
    ),
  )
  expect(stderr).toContain('The file is larger than 256 MiB.')
  expect(await readdir(join(folder, 'output'))).toEqual(['link', 'report.schema.json'])
})

test('names that steer a terminal or lead elsewhere stay names', async () => {
  const name = '..\u001b[2J\u202etxt.pdf'
  const names = [name, '...pdf', '-.txt']
  const folder = await temporaryFolder(Object.fromEntries(names.map((each) => [each, 'Altenrode\n'])))
  const { stderr } = await runProgram(['extract', '--out', 'out', '--', ...names], folder)
  expect(stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  expect(stderr).toContain('<U+001B>')
  expect((await readdir(folder)).sort()).toEqual([...names, 'out'].sort())
  expect(await readdir(join(folder, 'out'))).toHaveLength(4)
})
