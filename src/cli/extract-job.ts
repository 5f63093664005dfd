import { resolve } from 'node:path'
import { createColors } from 'picocolors'
import type { Corrections } from '../corrections/corrections-file.ts'
import { SCHEMA_FILE } from '../report/schema-file.ts'
import { prepareRules, schemaOf } from '../threads/process-document.ts'
import type { RulesPlace } from '../threads/work.ts'
import { type Failure, usageFailure } from './failure.ts'
import type { Colors, Detail } from './format-outcome.ts'
import type { CliIo } from './io.ts'
import { rulesFailure } from './load-rules-or-fail.ts'
import { type PageProgress, progressFor } from './page-progress.ts'
import type { ParsedOptions } from './parse-options.ts'
import { type ReadingSetting, readingSetting } from './reading-options.ts'
import { writeTogether } from './write-together.ts'

/** One input is mostly parsed while the next is read from the disk; more at a time cost memory. */
const SIDE_BY_SIDE = 2

/** One of several parts of a list of inputs. */
export interface Shard {
  /** From 1. */
  readonly number: number
  readonly count: number
}

/** What holds for all inputs of a run of `extract`. */
export interface ExtractJob {
  readonly io: CliIo
  /** Still being loaded while the first input is read. */
  readonly rules: Promise<RulesPlace>
  readonly rulesFailure: (error: unknown) => Failure
  readonly edition: string | undefined
  readonly setting: ReadingSetting
  /** Absolute; null where the report is printed. */
  readonly out: string | null
  /** Writes the schema, which all inputs share, at the first call. */
  readonly writeSchema: () => Promise<void>
  /** How many inputs are read side by side. */
  readonly jobs: number
  /** Which part of the inputs is read; null for all. */
  readonly shard: Shard | null
  readonly strict: boolean
  readonly evidence: { readonly ledger: boolean; readonly figures: boolean }
  /** Undefined where there are none. */
  readonly corrections: Promise<Corrections | undefined>
  readonly verbose: boolean
  readonly detail: Detail
  readonly colors: Colors
  readonly progress: PageProgress
}

/** @throws Failure with the exit code `usage` */
export function checkUsage({ switches, values, positionals }: ParsedOptions): void {
  if (positionals.length === 0)
    throw usageFailure('extract needs an input', 'No file, folder or glob was given.', 'extract')
  const forFiles = ['out', 'ledger', 'figures'].find((name) => values.has(name) || switches.has(name))
  if (switches.has('stdout') && forFiles !== undefined)
    throw usageFailure(
      `--stdout and --${forFiles} exclude each other`,
      'With --stdout no files are written.',
      'extract',
    )
}

/** Takes the options for what they mean, and begins to load the rules. */
export function prepareJob(options: ParsedOptions, io: CliIo): ExtractJob {
  const { switches, values } = options
  const setting = readingSetting(options, io, 'extract')
  const jobs = countOf(values.get('jobs') ?? String(SIDE_BY_SIDE))
  const shard = shardOf(values.get('shard'))
  const isWatched = io.stderr.isTTY === true
  const quiet = switches.has('quiet')
  const verbose = switches.has('verbose')
  const written = values.get('rules')
  const folder = written === undefined ? undefined : resolve(io.cwd, written)
  const failure = (error: unknown): Failure => rulesFailure(written, error)
  const prepared = prepareRules({ folder }, setting.limits).catch((error: unknown) => {
    throw failure(error)
  })
  const out = switches.has('stdout') ? null : resolve(io.cwd, values.get('out') ?? 'output')
  return {
    io,
    rules: prepared,
    rulesFailure: failure,
    edition: values.get('edition'),
    setting,
    out,
    writeSchema:
      out === null ? () => Promise.resolve() : schemaWriter(out, async () => schemaOf(await prepared, setting.limits)),
    jobs,
    shard,
    strict: switches.has('strict'),
    evidence: { ledger: switches.has('ledger'), figures: switches.has('figures') },
    corrections: corrections(values.get('corrections'), io.cwd),
    verbose,
    detail: quiet ? 'errors' : verbose ? 'everything' : 'findings',
    colors: createColors(isWatched && !io.env['NO_COLOR']),
    progress: progressFor(io, options),
  }
}

function schemaWriter(out: string, schema: () => Promise<string>): () => Promise<void> {
  let written: Promise<void> | undefined
  const write = async (): Promise<void> => {
    await writeTogether({ root: out, folder: out, files: new Map([[SCHEMA_FILE, await schema()]]) })
  }
  return () => (written ??= write())
}

/** @throws Failure with the exit code `input` */
async function corrections(path: string | undefined, cwd: string): Promise<Corrections | undefined> {
  if (path === undefined) return undefined
  const { readCorrections } = await import('./read-corrections.ts')
  return readCorrections(path, cwd)
}

function countOf(written: string): number {
  if (/^[1-9]\d{0,2}$/u.test(written)) return Number(written)
  throw usageFailure('--jobs takes a number from 1 to 999', `It was given "${written}".`, 'extract')
}

function shardOf(written: string | undefined): Shard | null {
  if (written === undefined) return null
  const { number, count } = /^(?<number>[1-9]\d{0,4})\/(?<count>[1-9]\d{0,4})$/u.exec(written)?.groups ?? {}
  if (Number(number) <= Number(count)) return { number: Number(number), count: Number(count) }
  throw usageFailure('--shard takes a part of all, 2/5', `It was given "${written}".`, 'extract')
}

/** The inputs of a shard: every so many, so that large ones that lie side by side are shared out. */
export function inShard<T>(inputs: readonly T[], shard: Shard | null): readonly T[] {
  return shard === null ? inputs : inputs.filter((_, index) => index % shard.count === shard.number - 1)
}
