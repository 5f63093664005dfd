import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { createColors } from 'picocolors'
import { extract, reportJsonSchema, type Rules } from '../../index.ts'
import { SCHEMA_FILE } from '../../report/schema-file.ts'
import { toJson } from '../../report/to-json.ts'
import { EXIT, worstExitCode, type ExitCode } from '../exit-code.ts'
import { asFailure, formatFailure, usageFailure } from '../failure.ts'
import { findInputs, type FoundInput } from '../find-inputs.ts'
import { folderNames } from '../folder-names.ts'
import { formatOutcome, type Colors, type Detail } from '../format-outcome.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { barProgress, silentProgress, type PageProgress } from '../page-progress.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printDocument } from '../print-document.ts'
import { readFailure } from '../read-failure.ts'
import { writeTogether } from '../write-together.ts'

/** One input is mostly parsed while the next is read from the disk; more at a time only costs memory. */
const SIDE_BY_SIDE = 2

/** What holds for all inputs of a run. */
interface Job {
  readonly io: CliIo
  /** Still being loaded while the first input is read. */
  readonly rules: Promise<Rules>
  readonly edition: string | undefined
  readonly password: string | undefined
  /** Absolute; null where the report is printed. */
  readonly out: string | null
  /** Writes the schema, which all inputs share, at the first call. */
  readonly writeSchema: () => Promise<void>
  readonly strict: boolean
  readonly verbose: boolean
  readonly detail: Detail
  readonly colors: Colors
  readonly progress: PageProgress
}

/** What came of one input. */
interface Outcome {
  readonly exitCode: ExitCode
  /** Printed to standard error, in the order of the inputs. */
  readonly message: string
}

/** The command `extract`. */
export async function runExtract(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  checkUsage(options)
  const found = await findInputs(options.positionals, io.cwd)
  if (options.switches.has('stdout') && found.length > 1) {
    const why = `--stdout prints one report, but ${String(found.length)} inputs were found.`
    throw usageFailure('there are too many inputs', why, 'extract')
  }
  const job = prepare(options, io)
  const files = found.flatMap((input) => ('path' in input ? [input.path] : []))
  const names = new Map(folderNames(files).map((name, index) => [files[index], name]))
  const limit = pLimit(SIDE_BY_SIDE)
  const pending = found.map((input) => limit(() => readInput(input, names, job)))
  await job.rules.catch((error: unknown) => {
    limit.clearQueue()
    throw error
  })
  const codes: ExitCode[] = []
  for (const outcome of pending) {
    const { exitCode, message } = await outcome
    codes.push(exitCode)
    if (message !== '') job.progress.print(message)
  }
  job.progress.stop()
  if (found.length > 1 && job.detail !== 'errors') io.stderr.write(formatTotal(codes))
  return worstExitCode(codes)
}

function checkUsage({ switches, values, positionals }: ParsedOptions): void {
  if (positionals.length === 0)
    throw usageFailure('extract needs an input', 'No file, folder or glob was given.', 'extract')
  if (switches.has('stdout') && values.has('out')) {
    throw usageFailure('--stdout and --out exclude each other', 'With --stdout no files are written.', 'extract')
  }
}

function prepare({ switches, values }: ParsedOptions, io: CliIo): Job {
  const isWatched = io.stderr.isTTY === true
  const quiet = switches.has('quiet')
  const verbose = switches.has('verbose')
  const rules = loadRulesOrFail(values.get('rules'), io.cwd)
  const out = switches.has('stdout') ? null : resolve(io.cwd, values.get('out') ?? 'output')
  return {
    io,
    rules,
    edition: values.get('edition'),
    password: values.get('password'),
    out,
    writeSchema: out === null ? () => Promise.resolve() : schemaWriter(out, rules),
    strict: switches.has('strict'),
    verbose,
    detail: quiet ? 'errors' : verbose ? 'everything' : 'findings',
    colors: createColors(isWatched && !io.env['NO_COLOR']),
    progress: isWatched && !quiet ? barProgress(io.stderr) : silentProgress(io.stderr),
  }
}

function schemaWriter(out: string, rules: Promise<Rules>): () => Promise<void> {
  let written: Promise<void> | undefined
  const write = async (): Promise<void> => {
    await writeTogether([{ path: join(out, SCHEMA_FILE), text: toJson(await reportJsonSchema(await rules)) }])
  }
  return () => (written ??= write())
}

/** Never rejects: an input that fails does not stop the others. */
async function readInput(
  input: FoundInput,
  names: ReadonlyMap<string | undefined, string>,
  job: Job,
): Promise<Outcome> {
  try {
    if ('failure' in input) throw input.failure
    return await extractFile(input.path, names.get(input.path) ?? 'input', job)
  } catch (error) {
    const failure = asFailure(error)
    return { exitCode: failure.exitCode, message: formatFailure(failure, job.verbose) }
  }
}

async function extractFile(path: string, name: string, job: Job): Promise<Outcome> {
  const shown = shownPath(path, job.io.cwd)
  const result = await readReport(path, shown, job)
  const target = job.out === null ? null : join(job.out, name, 'report.json')
  if (job.out === null || target === null) {
    await printDocument(job.io.stdout, toJson(result.report))
  } else {
    await job.writeSchema()
    await writeTogether([
      { path: join(job.out, name, 'report.provenance.json'), text: toJson(result.provenance) },
      { path: target, text: toJson(result.report) },
    ])
  }
  const failing = result.diagnostics.some(
    ({ severity }) => severity === 'error' || (job.strict && severity === 'warning'),
  )
  return {
    exitCode: failing ? EXIT.findings : EXIT.done,
    message: formatOutcome(
      shown,
      target === null ? null : shownPath(target, job.io.cwd),
      result,
      job.detail,
      job.colors,
    ),
  }
}

async function readReport(path: string, shown: string, job: Job): Promise<Awaited<ReturnType<typeof extract>>> {
  const bar = job.progress.start(shown)
  try {
    return await extract(path, {
      rules: job.rules,
      fileName: basename(path),
      onPage: bar.onPage,
      ...(job.edition === undefined ? {} : { edition: job.edition }),
      ...(job.password === undefined ? {} : { password: job.password }),
    })
  } catch (error) {
    throw readFailure(shown, error)
  } finally {
    bar.end()
  }
}

/** Relative where the path lies below the folder the person is in. */
function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short) ? path : short
}

function formatTotal(codes: readonly ExitCode[]): string {
  const failed = codes.filter((code) => code > EXIT.findings).length
  return `inputs: ${String(codes.length)}, written: ${String(codes.length - failed)}, failed: ${String(failed)}\n`
}
