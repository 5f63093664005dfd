import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'
import { clearTimeout, setTimeout } from 'node:timers'
import { BroadcastChannel, setEnvironmentData } from 'node:worker_threads'

/*
 * node compile.js [BUILD]
 *
 * Reads a document with the bundled program and keeps beside its scripts what V8 has compiled of them, so that it need not
 * do so at every start. It is good for this version of Node on this kind of machine; any other compiles for itself.
 */

const SCRIPTS = 3
/** Milliseconds. */
const PATIENCE = 20_000
const build = pathToFileURL(resolve(process.argv[2] ?? 'dist')).href
const { KEEPING } = await import(`${build}/threads/run-script.js`)
const editions = fileURLToPath(new URL('fixtures/editions', import.meta.url))
const inputs = readdirSync(editions, { recursive: true })
  .filter((name) => /\.(?:pdf|txt)$/u.test(name))
  .sort()
  .map((name) => join(editions, name))
const out = mkdtempSync(join(tmpdir(), 'compile-'))

setEnvironmentData(KEEPING, true)
process.argv = [...process.argv.slice(0, 2), 'extract', ...inputs, '--out', out, '--no-cache', '--quiet']
process.once('beforeExit', () => {
  rmSync(out, { recursive: true, force: true })
  const channel = new BroadcastChannel(KEEPING)
  const patience = setTimeout(() => {
    channel.close()
    process.stderr.write('Not all of the program was compiled; it will start more slowly.\n')
  }, PATIENCE)
  let kept = 0
  channel.onmessage = () => {
    kept += 1
    if (kept < SCRIPTS) return
    clearTimeout(patience)
    channel.close()
  }
  channel.postMessage('keep')
})
await import(`${build}/cli/bin.js`)
