import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import glob from 'fast-glob'
import { bareParse } from './bare-parse.ts'
import { type Contender, measure, type Measurement } from './measure.ts'
import { readPdf } from '../src/pdf/read-pdf.ts'

/*
 * tsx bench/run.ts [PDF] [--rounds N] [--json FILE]
 *
 * Side by side, in turns: PDF.js alone (text and operators of each page, thrown away), `readPdf`, and the whole
 * pipeline. Read the ratios; the milliseconds are the machine's.
 */

const root = new URL('..', import.meta.url)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } },
})

const file = positionals[0] ?? (await largestFixture())
const bytes = await readFile(file)
const pages = await bareParse(bytes)
const results = await measure(await contenders(bytes), Math.max(1, Number(values.rounds)))
print(results)
if (values.json !== undefined) {
  const report = { file: basename(file), bytes: bytes.length, pages, node: process.version, results }
  await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
}

async function largestFixture(): Promise<string> {
  const found = await glob('fixtures/editions/*/*.pdf', { cwd: root.pathname, absolute: true })
  const sizes = await Promise.all(found.map(async (path) => ({ path, size: (await stat(path)).size })))
  const [largest] = sizes.toSorted((one, other) => other.size - one.size)
  if (largest === undefined) throw new Error('no fixture to read: give the path of a PDF')
  return largest.path
}

async function contenders(source: Uint8Array): Promise<readonly Contender[]> {
  const pipeline = await loadPipeline()
  return [
    { name: 'PDF.js: text and operators', run: () => bareParse(source) },
    { name: 'readPdf', run: () => readPdf(source) },
    ...(pipeline === null ? [] : [{ name: 'whole pipeline', run: () => pipeline(source) }]),
  ]
}

/** `extract` of the library, where it is there. */
async function loadPipeline(): Promise<((source: Uint8Array) => unknown) | null> {
  const door = new URL('src/index.ts', root)
  if (!existsSync(door)) return null
  const library: unknown = await import(door.href)
  if (typeof library !== 'object' || library === null || !('extract' in library)) return null
  const { extract } = library
  return typeof extract === 'function' ? (source) => Reflect.apply(extract, null, [source]) as unknown : null
}

function print(measurements: readonly Measurement[]): void {
  const base = measurements[0]?.wallMs ?? Number.NaN
  const baseCpu = measurements[0]?.cpuMs ?? Number.NaN
  const lines = [
    `${basename(file)}: ${String(pages)} pages, ${String(bytes.length)} bytes, Node ${process.version}`,
    ['', 'wall ms', 'ms/page', 'ratio', 'CPU ms', 'ratio'].map(cell).join(''),
  ]
  for (const { name, wallMs, cpuMs } of measurements) {
    const numbers = [wallMs.toFixed(0), (wallMs / pages).toFixed(2), (wallMs / base).toFixed(2)]
    lines.push([name, ...numbers, cpuMs.toFixed(0), (cpuMs / baseCpu).toFixed(2)].map(cell).join(''))
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(30) : text.padStart(10)
}
