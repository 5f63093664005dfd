import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { EXIT } from '../../src/cli/exit-code.ts'
import { program, runProgram } from './run-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

const source = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026/source.txt', import.meta.url))
/** The beginning of the fixture: enough for values with places. */
const text = (await readFile(source, 'utf8')).split('\n').slice(0, 150).join('\n')
const RESULT = ['report.json', 'report.provenance.json']
const args = ['extract', 'source.txt', '--out', 'out', '--quiet']

/** Starts the program and kills it at so many changes in the folder of the result; it may end before. */
async function runUntil(change: number, folder: string): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: 'ignore' })
  let left = change
  const watcher = watch(join(folder, 'out/source'), () => {
    left -= 1
    if (left <= 0) child.kill('SIGKILL')
  })
  await once(child, 'exit')
  watcher.close()
}

async function readResult(folder: string): Promise<readonly (string | null)[]> {
  return Promise.all(RESULT.map((name) => readFile(join(folder, 'out/source', name), 'utf8').catch(() => null)))
}

test('a run that is killed leaves the earlier result or its own', { timeout: 120_000 }, async () => {
  const early = text
  const folder = await temporaryFolder({ 'source.txt': early })
  const results = new Map<string | null, string | null>()
  const run = async (content: string) => {
    await writeFile(join(folder, 'source.txt'), content)
    expect((await runProgram(args, folder)).code).toBe(EXIT.findings)
    expect((await readdir(join(folder, 'out/source'))).sort()).toEqual(RESULT)
    const [report = null, provenance = null] = await readResult(folder)
    results.set(report, provenance)
  }
  // One line more: every place in the provenance is another.
  const late = early.replace(/^/u, '\n\n')
  await run(late)
  await run(early)
  expect(results.size).toBe(2)

  for (let change = 1; change <= 14; change += 1) {
    await writeFile(join(folder, 'source.txt'), change % 2 === 0 ? early : late)
    await runUntil(change, folder)
    const [report = null, provenance = null] = await readResult(folder)
    expect([...results.keys()]).toContain(report)
    expect([null, results.get(report)]).toContain(provenance)
  }
  await run(early)
})

test('two runs at once leave the result of one', async () => {
  const folder = await temporaryFolder({ 'one/source.txt': text, 'two/source.txt': text.replace(/^/u, '\n\n') })
  const run = (name: string) => runProgram(['extract', `${name}/source.txt`, '--out', 'out', '--quiet'], folder)
  const expected = new Map<string | null, string | null>()
  for (const name of ['one', 'two']) {
    await run(name)
    const [report = null, provenance = null] = await readResult(folder)
    expected.set(report, provenance)
  }
  const codes = (await Promise.all([run('one'), run('two'), run('one')])).map(({ code }) => code)
  expect(codes).toEqual([EXIT.findings, EXIT.findings, EXIT.findings])
  const [report = null, provenance = null] = await readResult(folder)
  expect([...expected.keys()]).toContain(report)
  expect(provenance).toBe(expected.get(report))
  expect((await readdir(join(folder, 'out/source'))).sort()).toEqual(RESULT)
})

test('a disk that is full is told', async () => {
  const folder = await temporaryFolder({ 'source.txt': 'Altenrode\n' })
  const { code, stderr } = await runProgram(['schema'], folder, {})
  expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' })
  const child = spawn('sh', ['-c', `"$0" "$1" extract source.txt --stdout >/dev/full`, process.execPath, program], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const [exit] = (await once(child, 'close')) as [number]
  expect(exit).toBe(EXIT.output)
  expect(said.join('')).toContain('The disk is full.')
})
