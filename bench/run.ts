import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildCopy } from './build-copy.ts'
import { measure, measureProgram, median, withFolder } from './measure.ts'
import { type Measured, ratios, type Result, stageTable, table } from './results.ts'
import { scaledName } from './scaled-edition.ts'
import { type Profile, stageShares } from './stage-shares.ts'

/*
 * npm run bench -- [PDF …] [--rounds N] [--json FILE]
 *
 * What the program takes beside what PDF.js alone takes, for the fixture edition with 70 and with 1400 pages or for the
 * PDFs given. All contenders take turns, each in a process of its own. Read the ratios; the milliseconds are the
 * machine’s. Writes the same as JSON to node_modules/.cache/bench.json or FILE.
 */

const SIZES = [70, 1400]
/** The same document so many times more in one process, and the share of the rounds, for a file of many pages. */
const [AGAIN, AGAIN_LARGE] = [3, 1]
const ROUNDS_LARGE = 0.4
/** Bytes. */
const LARGE = 2_000_000

const CONTENDERS = ['text', 'links', 'open', 'first-page', 'one-reader', 'two-readers', 'extract'] as const
type Contender = (typeof CONTENDERS)[number]

const root = new URL('../', import.meta.url)
const script = fileURLToPath(new URL('contender.mjs', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'string' } },
})
const build = buildCopy('bundled')
const apart = buildCopy('apart')
const files = positionals.length > 0 ? positionals : scaledFiles()
const results = files.map((file) => compare(file, roundsFor(file)))
const machine = `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? '?'}, ${process.platform}, Node ${process.version}`
process.stdout.write(`${[machine, '', ...table(results), '', ...stageTable(results)].join('\n')}\n`)
const json = values.json ?? fileURLToPath(new URL('node_modules/.cache/bench.json', root))
writeFileSync(json, `${JSON.stringify({ machine, ratios: ratios(results), results }, null, 2)}\n`)

/** In a process of its own: those that are measured begin with the memory that this one takes. */
function scaledFiles(): readonly string[] {
  const folder = fileURLToPath(new URL('node_modules/.cache/bench-editions/', root))
  const tsx = fileURLToPath(new URL('node_modules/tsx/dist/cli.mjs', root))
  const writer = fileURLToPath(new URL('write-scaled.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [tsx, writer, folder, ...SIZES.map(String)], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the editions cannot be typeset')
  return SIZES.map((pages) => join(folder, scaledName(pages)))
}

function isLarge(file: string): boolean {
  return statSync(file).size > LARGE
}

function roundsFor(file: string): number {
  return Math.max(1, Math.round(Number(values.rounds) * (isLarge(file) ? ROUNDS_LARGE : 1)))
}

function compare(file: string, rounds: number): Result {
  const runs = Array.from({ length: rounds }, () => oneRound(file))
  const middle = (name: keyof (typeof runs)[number]): Measured => {
    const own = runs.map((run) => run[name])
    const again = own.flatMap((cost) => cost.again ?? [])
    const of = (key: 'wall' | 'cpu' | 'memory'): number => median(own.map((cost) => cost[key]))
    return { wall: of('wall'), cpu: of('cpu'), memory: of('memory'), again: again.length === 0 ? null : median(again) }
  }
  const names = Object.keys(runs[0] ?? {}) as (keyof Result['costs'])[]
  const costs = Object.fromEntries(names.map((name) => [name, middle(name)])) as Result['costs']
  return { file: basename(file), pages: pagesOf(file), costs, shares: stageShares(profiles(file), apart) }
}

function oneRound(file: string): Result['costs'] {
  const alone = Object.fromEntries(CONTENDERS.map((name) => [name, contend(name, file)])) as Record<Contender, Measured>
  return withFolder((cache) => ({
    ...alone,
    program: { ...measureProgram(build, file, ''), again: null },
    kept: { ...measureProgram(build, file, cache), again: null },
    'again-kept': { ...measureProgram(build, file, cache), again: null },
  }))
}

function contend(name: Contender, file: string): Measured {
  const once = measure(script, [name, file, '0', build.href])
  if (name !== 'text' && name !== 'extract') return { ...once, again: null }
  const { stdout } = measure(script, [name, file, String(isLarge(file) ? AGAIN_LARGE : AGAIN), build.href])
  return { ...once, again: median((JSON.parse(stdout) as number[]).slice(1)) }
}

function pagesOf(file: string): number {
  const program = fileURLToPath(new URL('cli/bin.js', build))
  const { stdout } = measure(program, ['extract', file, '--stdout', '--quiet'], { STADTPROFILE_CACHE: '' })
  return (JSON.parse(stdout) as { edition: { source: { pages: number } } }).edition.source.pages
}

/** CPU profiles of the threads of one run of the program. */
function profiles(file: string): readonly Profile[] {
  const folder = new URL('../profile/', apart)
  rmSync(folder, { recursive: true, force: true })
  const flags = ['--cpu-prof', '--cpu-prof-interval', '500', '--cpu-prof-dir', fileURLToPath(folder)]
  measureProgram(apart, file, '', flags)
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Profile)
}
