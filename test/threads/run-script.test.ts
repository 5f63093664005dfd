import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../cli/temporary-folder.ts'

const build = new URL('../../dist/', import.meta.url)
const SCRIPT = 'a.cjs'

/** A script that prints a word, made as the build makes them. */
function writeScript(folder: string, word: string): void {
  const script = `const say = (word) => require('node:console').log(word)\nsay('${word}')`
  const digest = createHash('sha256').update(script).digest('hex')
  writeFileSync(join(folder, SCRIPT), `${script}\n//${digest}`)
}

/** What is printed where the script is run in a process of its own: its word, and whether compiled code was taken. */
function run(folder: string): string {
  return execute(folder, `console.log(runScript(new URL(${JSON.stringify(pathToFileURL(join(folder, SCRIPT)))})))`)
}

/** As {@link run} in a thread, and has what was compiled be kept. */
function runAndKeep(folder: string): void {
  const thread = join(folder, 'thread.mjs')
  writeFileSync(
    thread,
    `import { parentPort } from 'node:worker_threads'
     import { runScript } from ${JSON.stringify(new URL('threads/run-script.js', build))}
     runScript(new URL(${JSON.stringify(pathToFileURL(join(folder, SCRIPT)))}))
     parentPort.postMessage('ran')
     parentPort.on('message', () => undefined)`,
  )
  execute(
    folder,
    `import { BroadcastChannel, setEnvironmentData, Worker } from 'node:worker_threads'
     setEnvironmentData(KEEPING, true)
     const channel = new BroadcastChannel(KEEPING)
     new Worker(${JSON.stringify(thread)}, { execArgv: [] }).once('message', () => channel.postMessage('keep'))
     channel.onmessage = () => process.exit()`,
  )
}

function execute(cwd: string, code: string): string {
  const from = JSON.stringify(new URL('threads/run-script.js', build))
  const whole = `import { KEEPING, runScript } from ${from}\n${code}`
  return execFileSync(process.execPath, ['--input-type=module', '-e', whole], { cwd, encoding: 'utf8' })
}

function compiledIn(folder: string): string {
  const [name = '', ...others] = readdirSync(folder).filter((file) => file.endsWith('.code'))
  expect(others).toEqual([])
  return join(folder, name)
}

describe('a script of a thread', () => {
  test('runs with what was compiled of it, and without', async () => {
    const folder = await temporaryFolder()
    writeScript(folder, 'Altenrode')
    expect(run(folder)).toBe('Altenrode\nfalse\n')
    runAndKeep(folder)
    expect(run(folder)).toBe('Altenrode\ntrue\n')
  })

  test.each<readonly [string, (folder: string) => void]>([
    ['of another script of the same length', (folder) => writeScript(folder, 'Altenrada')],
    ['cut short', (folder) => writeFileSync(compiledIn(folder), readFileSync(compiledIn(folder)).subarray(0, -8))],
    ['empty', (folder) => writeFileSync(compiledIn(folder), '')],
    [
      'of another V8',
      (folder) => writeFileSync(compiledIn(folder), withOtherVersion(readFileSync(compiledIn(folder)))),
    ],
  ])('does not run with what is %s', async (_, change) => {
    const folder = await temporaryFolder()
    writeScript(folder, 'Altenrode')
    runAndKeep(folder)
    change(folder)
    expect(run(folder)).toMatch(/^Altenr[a-z]+\nfalse\n$/u)
  })

  test.each(['threads/interpreter-thread', 'pdf/reader-thread', 'cli/bin'])(
    '%s was compiled when it was built',
    (name) => {
      const path = fileURLToPath(new URL(`${name}.cjs`, build))
      const code = `${path}.${process.version}-${process.platform}-${process.arch}.code`
      const check = `
      const [source, kept] = [${JSON.stringify(path)}, ${JSON.stringify(code)}].map((file) => require('node:fs').readFileSync(file))
      const whole = '(function (exports, require, module, __filename) {' + source.toString('latin1') + '\\n})'
      const script = new vm.Script(whole, { filename: ${JSON.stringify(path)}, cachedData: kept.subarray(76) })
      console.log(script.cachedDataRejected)`
      expect(execFileSync(process.execPath, ['-e', check], { encoding: 'utf8' })).toBe('false\n')
    },
  )
})

/** V8 keeps a hash of its version in the second word. */
function withOtherVersion(kept: Buffer): Buffer {
  const changed = Buffer.from(kept)
  changed.writeUInt8(changed.readUInt8(76 + 4) ^ 1, 76 + 4)
  return changed
}
