import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'
import { BroadcastChannel, setEnvironmentData } from 'node:worker_threads'

/*
 * node compile.js [BUILD]
 *
 * Keeps beside the scripts of the threads what V8 compiles of them while a document is read, so that it need not do so at
 * every start. It is good for this version of Node on this kind of machine; any other compiles for itself.
 */

const build = resolve(process.argv[2] ?? 'dist')
const load = (file) => import(pathToFileURL(join(build, file)))

const { KEEPING } = await load('threads/run-script.js')
const { prepareRules, processDocument, schemaOf } = await load('threads/process-document.js')
const { DEFAULT_LIMITS: limits } = await load('limits/limits.js')

setEnvironmentData(KEEPING, true)

const rules = await prepareRules({ folder: undefined }, limits)
await schemaOf(rules, limits)
for (const input of documents(fileURLToPath(new URL('fixtures/editions', import.meta.url))))
  await processDocument(
    input,
    { kind: 'files', fileName: 'input', edition: undefined, runWords: undefined },
    { rules, limits },
  )
await keep(2)

function documents(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(?:pdf|txt)$/u.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** Resolves when so many threads have kept their code. */
function keep(threads) {
  const channel = new BroadcastChannel(KEEPING)
  return new Promise((done) => {
    let kept = 0
    channel.onmessage = ({ data }) => {
      if (data.kept === undefined) return
      kept += 1
      if (kept < threads) return
      channel.close()
      done()
    }
    channel.postMessage('keep')
  })
}
