import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { URL } from 'node:url'

/*
 * node contender.mjs NAME PDF ROUNDS BUILD
 *
 * What one contender costs in a process of its own, as JSON: `load` its modules, the `first` document, and the same
 * document `again`, ROUNDS times; in milliseconds. `cpu` is the processor time of all threads up to the first result.
 * Plain JavaScript, so that nothing but the contender is loaded.
 */

const [name = '', pdf = '', rounds = '0', build = ''] = process.argv.slice(2)

/** What reading a PDF with PDF.js costs at least: text and operators of each page, thrown away. */
async function loadBare() {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return async (bytes) => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      await page.getTextContent()
      await page.getOperatorList()
      page.cleanup()
    }
    await task.destroy()
  }
}

const contenders = {
  bare: loadBare,
  readPdf: async () => (await import(new URL('pdf/read-pdf.js', build).href)).readPdf,
  extract: async () => (await import(new URL('index.js', build).href)).extract,
}

const bytes = await readFile(pdf)
const start = performance.now()
const run = await contenders[name]()
const load = performance.now() - start
const first = await time(run)
const { user, system } = process.cpuUsage()
const again = []
for (let round = 0; round < Number(rounds); round += 1) again.push(await time(run))
process.stdout.write(JSON.stringify({ load, first, again, cpu: (user + system) / 1000 }))

async function time(run) {
  const begun = performance.now()
  await run(bytes)
  return performance.now() - begun
}
