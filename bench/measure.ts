import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What one process took. */
export interface Cost {
  /** Milliseconds from its start to its end. */
  readonly wall: number
  /** Processor time of all its threads, in milliseconds. */
  readonly cpu: number
  /** Largest resident size, in MB. */
  readonly memory: number
  readonly stdout: string
}

/** Tells at the end what the process has taken. */
const METER = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('\\ncost '+maxRSS+' '+(userCPUTime+systemCPUTime)+'\\n')})`

/** Runs a script with Node and takes its measure. */
export function measure(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Cost {
  const begun = process.hrtime.bigint()
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, '--import', METER, script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  })
  const wall = Number(process.hrtime.bigint() - begun) / 1e6
  const [, memory, cpu] = /cost (\d+) (\d+)/u.exec(stderr) ?? []
  // 1: it was read, and there is something to say about it.
  if ((status !== 0 && status !== 1) || cpu === undefined) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return { wall, cpu: Number(cpu) / 1000, memory: Number(memory) / 1024, stdout }
}

/** Runs `use` with a folder that is there meanwhile. */
export function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The program of a build, which writes its result into a folder of its own. */
export function measureProgram(build: URL, pdf: string, cache: string, flags: readonly string[] = []): Cost {
  const program = fileURLToPath(new URL('cli/bin.js', build))
  return withFolder((out) =>
    measure(program, ['extract', pdf, '--out', out, '--quiet'], { STADTPROFILE_CACHE: cache }, flags),
  )
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]]
  return (low + high) / 2
}
