import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import glob from 'fast-glob'
import { buildCopy } from './build-copy.ts'
import { type Profile, stageShares } from './stage-shares.ts'

/*
 * npm run bench -- [PDF] [--rounds N] [--again N] [--json FILE]
 *
 * Side by side, in turns, each in a process of its own: PDF.js alone (text and operators of each page, thrown away),
 * `readPdf`, and the whole `extract`. Then where the time of `extract` goes. Read the ratios; the milliseconds are the
 * machine's.
 */

const CONTENDERS = { bare: 'PDF.js: text and operators', readPdf: 'readPdf', extract: 'extract' } as const
type Name = keyof typeof CONTENDERS

/** What one process told; in milliseconds. */
interface Run {
  readonly load: number
  readonly first: number
  readonly again: readonly number[]
  readonly cpu: number
}

/** Medians over the rounds. */
interface Result {
  readonly name: Name
  /** Modules and the first document. */
  readonly cold: number
  /** Processor time of all threads for that, the start of the process included. */
  readonly cpu: number
  /** The first document. */
  readonly first: number
  /** The same document again in the same process. */
  readonly again: number
}

const root = new URL('../', import.meta.url)
const contender = fileURLToPath(new URL('contender.mjs', import.meta.url))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    again: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
})

const file = positionals[0] ?? (await largestFixture())
const build = buildCopy()
const results = compare(Math.max(1, Number(values.rounds)))
const shares = stageShares(profiles(), build)
print()
if (values.json !== undefined) {
  const report = { file: basename(file), node: process.version, results, shares }
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
}

async function largestFixture(): Promise<string> {
  const found = await glob('fixtures/editions/*/*.pdf', { cwd: fileURLToPath(root), absolute: true })
  const [largest] = found.toSorted((one, other) => statSync(other).size - statSync(one).size)
  if (largest === undefined) throw new Error('no fixture to read: give the path of a PDF')
  return largest
}

function compare(rounds: number): readonly Result[] {
  const names = Object.keys(CONTENDERS) as Name[]
  const runs = Array.from({ length: rounds }, () => names.map((name) => run(name, values.again)))
  return names.map((name, index) => {
    const own = runs.flatMap((round) => round[index] ?? [])
    return {
      name,
      cold: median(own.map(({ load, first }) => load + first)),
      cpu: median(own.map(({ cpu }) => cpu)),
      first: median(own.map(({ first }) => first)),
      again: median(own.flatMap(({ again }) => again)),
    }
  })
}

function run(name: Name, again: string, flags: readonly string[] = []): Run {
  const args = [...flags, contender, name, file, again, build.href]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${CONTENDERS[name]} failed: ${stderr}`)
  return JSON.parse(stdout) as Run
}

/** CPU profiles of the threads of one cold `extract`. */
function profiles(): readonly Profile[] {
  const folder = new URL('../profile/', build)
  rmSync(folder, { recursive: true, force: true })
  run('extract', '0', ['--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', fileURLToPath(folder)])
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Profile)
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]]
  return (low + high) / 2
}

function print(): void {
  const [base] = results
  const lines = [
    `${basename(file)}: ${String(statSync(file).size)} bytes, Node ${process.version}`,
    row('', 'cold ms', 'ratio', 'CPU ms', 'ratio', 'first ms', 'ratio', 'again ms', 'ratio'),
    ...results.map((result) => {
      const columns = (['cold', 'cpu', 'first', 'again'] as const).flatMap((key) => [
        result[key].toFixed(0),
        (result[key] / (base?.[key] ?? Number.NaN)).toFixed(2),
      ])
      return row(CONTENDERS[result.name], ...columns)
    }),
    '',
    'cold: modules and first document; first: that document alone; again: the same document in the same process',
    '',
    'Where the processor time of one cold extract goes:',
    ...shares.map(({ stage, share }) => row(stage, `${(share * 100).toFixed(1)} %`)),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function row(title: string, ...columns: readonly string[]): string {
  return title.padEnd(28) + columns.map((text) => text.padStart(9)).join('')
}
