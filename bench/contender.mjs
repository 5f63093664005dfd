import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { URL } from 'node:url'

/*
 * node contender.mjs NAME PDF ROUNDS BUILD
 *
 * What the program is compared with, in a process of its own: reads the PDF once and then ROUNDS times more, and prints
 * the milliseconds of each time as JSON. Plain JavaScript, so that nothing but the contender is loaded.
 */

const [name = '', pdf = '', rounds = '0', build = ''] = process.argv.slice(2)

/** PDF.js alone; what it finds is thrown away. */
async function bare(usePage) {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return async (bytes) => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
    const document = await task.promise
    for (let number = 1; usePage !== null && number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      await usePage(page)
      page.cleanup()
    }
    await task.destroy()
  }
}

/** The reader threads of the program, one or several, with somebody who takes the pages and drops them. */
async function readers(count) {
  const { MessageChannel } = await import('node:worker_threads')
  const { DEFAULT_LIMITS } = await import(new URL('limits/limits.js', build).href)
  const { readTogether } = await import(new URL('threads/read-together.js', build).href)
  const { Watch } = await import(new URL('threads/watch.js', build).href)
  return async (bytes) => {
    const channels = Array.from({ length: count }, () => new MessageChannel())
    for (const { port1 } of channels) port1.on('message', () => undefined)
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
    shared.set(bytes)
    const reading = { limits: DEFAULT_LIMITS, watch: new Watch(DEFAULT_LIMITS), without: [], alone: count === 1 }
    await readTogether(
      shared,
      channels.map(({ port2 }) => port2),
      reading,
    )
    for (const { port1 } of channels) port1.close()
  }
}

/** The library, whole or up to the first page. */
async function library(onPage) {
  const { extract } = await import(new URL('index.js', build).href)
  return (bytes) => extract(bytes, { onPage })
}

const contenders = {
  open: () => bare(null),
  text: () =>
    bare(async (page) => {
      await page.getTextContent()
      await page.getOperatorList()
    }),
  links: () =>
    bare(async (page) => {
      await page.getOperatorList()
      await page.getAnnotations()
    }),
  'one-reader': () => readers(1),
  'two-readers': () => readers(2),
  extract: () => library(undefined),
  'first-page': () => library(() => process.exit(0)),
}

const bytes = await readFile(pdf)
const run = await contenders[name]()
const times = []
for (let round = 0; round <= Number(rounds); round += 1) {
  const begun = performance.now()
  await run(bytes)
  times.push(performance.now() - begun)
}
process.stdout.write(JSON.stringify(times))
