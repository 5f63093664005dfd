import { basename, join } from 'node:path'
import pLimit from 'p-limit'
import { type DocumentWords, mergeWords } from '../../repair/document-words.ts'
import { RulesError } from '../../rules/rules-error.ts'
import { REPORT_FILE } from '../../report/report-files.ts'
import { processDocument } from '../../threads/process-document.ts'
import type { FiledResult } from '../../threads/work.ts'
import { EXIT, worstExitCode, type ExitCode } from '../exit-code.ts'
import { asFailure, type Failure, formatFailure, usageFailure } from '../failure.ts'
import { checkUsage, type ExtractJob, inShard, prepareJob } from '../extract-job.ts'
import { findInputs, type FoundInput } from '../find-inputs.ts'
import { folderNames } from '../folder-names.ts'
import { formatOutcome } from '../format-outcome.ts'
import type { CliIo } from '../io.ts'
import type { ParsedOptions } from '../parse-options.ts'

import { printDocument } from '../print-document.ts'
import { readFailure } from '../read-failure.ts'
import { shownPath } from '../shown-path.ts'
import { writeTogether } from '../write-together.ts'

/** What came of one input. */
interface Outcome {
  readonly exitCode: ExitCode
  /** Printed to standard error, in the order of the inputs. */
  readonly message: string
}

/** The command `extract`. */
export async function runExtract(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  checkUsage(options)
  const all = await findInputs(options.positionals, io.cwd)
  rejectSeveral(all, options)
  const job = prepareJob(options, io)
  await job.corrections
  const found = inShard(all, job.shard)
  const files = all.flatMap((input) => ('path' in input ? [input.path] : []))
  const names = new Map(folderNames(files).map((name, index) => [files[index], name]))
  const limit = pLimit(job.jobs)
  const run = new RunWords()
  // Whatever the inputs are divided into, each gives the same report.
  const helpsOthers = found.length > 1 && job.shard === null
  const first = found.map((input) => limit(() => readFirst(input, names, job, helpsOthers ? run : null)))
  const readAgain = async (input: FoundInput): Promise<Outcome> => {
    await Promise.all(first)
    return limit(async () => finishInput(await readInput(input, job, run.words), names, job))
  }
  const pending = found.map(async (input, index) => (await first[index]) ?? (await readAgain(input)))
  await job.rules.catch((error: unknown) => {
    limit.clearQueue()
    job.progress.stop()
    throw error
  })
  const codes: ExitCode[] = []
  for (const outcome of pending) {
    const { exitCode, message } = await outcome
    codes.push(exitCode)
    if (message !== '') job.progress.print(message)
  }
  job.progress.stop()
  if (found.length !== 1 && job.detail !== 'errors') io.stderr.write(formatTotal(codes))
  return worstExitCode(codes)
}

/** @throws Failure with the exit code `usage` where an option is about one input */
function rejectSeveral(found: readonly FoundInput[], { switches, values }: ParsedOptions): void {
  const about = switches.has('stdout')
    ? '--stdout prints'
    : values.has('corrections')
      ? '--corrections belong to'
      : null
  if (about === null || found.length === 1) return
  const why = `${about} one report, but ${String(found.length)} inputs were found.`
  throw usageFailure('there are too many inputs', why, 'extract')
}

/** An input that was read. */
interface ReadInput {
  readonly path: string
  readonly result: FiledResult
}

/**
 * Never rejects: an input that fails does not stop the others.
 *
 * @param runWords those of all inputs; undefined as long as some are still to be read
 */
async function readInput(
  input: FoundInput,
  job: ExtractJob,
  runWords?: DocumentWords,
): Promise<ReadInput | { readonly failure: Failure }> {
  if ('failure' in input) return input
  const shown = shownPath(input.path, job.io.cwd)
  const bar = job.progress.start(shown)
  try {
    const question = {
      kind: 'files',
      fileName: basename(input.path),
      edition: job.edition,
      runWords,
      ...job.evidence,
      corrections: await job.corrections,
    } as const
    const options = { ...job.setting, rules: job.rules, onPage: bar.onPage }
    return { path: input.path, result: await processDocument<'files'>(input.path, question, options) }
  } catch (error) {
    return { failure: error instanceof RulesError ? job.rulesFailure(error) : readFailure(shown, error) }
  } finally {
    bar.end()
  }
}

/** The words of the inputs read so far. */
class RunWords {
  words: DocumentWords = mergeWords([])

  add(words: DocumentWords): void {
    this.words = mergeWords([this.words, words])
  }
}

/**
 * Reads an input and writes its result.
 *
 * @param run takes its words; null where it is the only input
 * @returns null where the words of the other inputs may tell more, and nothing is written yet
 */
async function readFirst(
  input: FoundInput,
  names: ReadonlyMap<string | undefined, string>,
  job: ExtractJob,
  run: RunWords | null,
): Promise<Outcome | null> {
  const read = await readInput(input, job)
  if (run !== null && 'result' in read) {
    run.add(read.result.words)
    if (isUndecided(read.result)) return null
  }
  return finishInput(read, names, job)
}

/** Some hyphen at a line end may be the author's or the typesetter's; another input may print the word whole. */
function isUndecided({ diagnostics }: FiledResult): boolean {
  return diagnostics.some(({ code }) => code === 'repair/undecided')
}

/** Never rejects. */
async function finishInput(
  read: Awaited<ReturnType<typeof readInput>>,
  names: ReadonlyMap<string | undefined, string>,
  job: ExtractJob,
): Promise<Outcome> {
  try {
    if ('failure' in read) throw read.failure
    return await writeResult(read, names.get(read.path) ?? 'input', job)
  } catch (error) {
    const failure = asFailure(error)
    return { exitCode: failure.exitCode, message: formatFailure(failure, job.verbose) }
  }
}

async function writeResult({ path, result }: ReadInput, name: string, job: ExtractJob): Promise<Outcome> {
  const target = job.out === null ? null : join(job.out, name, REPORT_FILE)
  if (job.out === null || target === null) {
    await printDocument(job.io.stdout, textOf(result))
  } else {
    const files = { root: job.out, folder: join(job.out, name), files: result.files }
    await allDone([job.writeSchema(), writeTogether(files)])
  }
  const failing = result.diagnostics.some(
    ({ severity }) => severity === 'error' || (job.strict && severity === 'warning'),
  )
  return {
    exitCode: failing ? EXIT.findings : EXIT.done,
    message: formatOutcome(
      shownPath(path, job.io.cwd),
      target === null ? null : shownPath(target, job.io.cwd),
      result,
      job.detail,
      job.colors,
    ),
  }
}

/** Resolves when all have ended; rejects as the first of the list that does. */
async function allDone(steps: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(steps)
  await Promise.all(steps)
}

/** The report as it is printed. */
function textOf({ files }: FiledResult): string {
  return Buffer.concat(files.get(REPORT_FILE) ?? []).toString('utf8')
}

function formatTotal(codes: readonly ExitCode[]): string {
  const failed = codes.filter((code) => code > EXIT.findings).length
  return `inputs: ${String(codes.length)}, written: ${String(codes.length - failed)}, failed: ${String(failed)}\n`
}
