import { basename, join, resolve } from 'node:path'
import { createColors } from 'picocolors'
import type { ExtractResult } from '../../interpret.ts'
import { type Reviewed, reviewPage } from '../../review/review-page.ts'
import { processDocument } from '../../threads/process-document.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import { findInputs } from '../find-inputs.ts'
import { formatOutcome } from '../format-outcome.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { progressFor } from '../page-progress.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printable } from '../../safe-text/printable.ts'
import { readFailure } from '../read-failure.ts'
import { readingSetting } from '../reading-options.ts'
import { shownPath } from '../shown-path.ts'
import { writeTogether } from '../write-together.ts'

const PAGE_FILE = 'index.html'
const PICTURES = 'pages'

/** The command `review-page`. */
export async function runReviewPage(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const input = await onlyInput(options, io)
  const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
  const result = await read(input, rules, options, io)
  const out = resolve(io.cwd, options.values.get('out') ?? 'review')
  const { ledger, drawnPages } = result
  if (ledger === undefined || drawnPages === undefined) throw new Error('the ledger or the pages were not made')
  const reviewed: Reviewed = { ...result, ledger, drawnPages }
  await write(reviewed, reviewPage(reviewed, rules), out)
  tell(result, reviewed, { input, page: join(out, PAGE_FILE) }, options, io)
  return result.diagnostics.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.done
}

async function onlyInput({ positionals }: ParsedOptions, io: CliIo): Promise<string> {
  if (positionals.length === 0) throw usageFailure('review-page needs an input', 'No file was given.', 'review-page')
  const [first, ...others] = await findInputs(positionals, io.cwd)
  if (others.length > 0) {
    const why = `A page shows one document, but ${String(others.length + 1)} inputs were found.`
    throw usageFailure('there are too many inputs', why, 'review-page')
  }
  if (first === undefined) throw usageFailure('review-page needs an input', 'No file was found.', 'review-page')
  if ('failure' in first) throw first.failure
  return first.path
}

async function read(
  path: string,
  rules: Awaited<ReturnType<typeof loadRulesOrFail>>,
  options: ParsedOptions,
  io: CliIo,
): Promise<ExtractResult> {
  const setting = readingSetting(options, io, 'review-page')
  const progress = progressFor(io, options)
  const bar = progress.start(shownPath(path, io.cwd))
  const known = { fileName: basename(path), edition: options.values.get('edition'), runWords: undefined }
  const question = { kind: 'extract', ...known, ledger: true, pages: true } as const
  try {
    return await processDocument<'extract'>(path, question, { ...setting, rules: { rules }, onPage: bar.onPage })
  } catch (error) {
    throw readFailure(shownPath(path, io.cwd), error)
  } finally {
    bar.end()
    progress.stop()
  }
}

/** The page comes last: what it shows is there by then. */
async function write({ drawnPages }: Reviewed, page: string, out: string): Promise<void> {
  const pictures = drawnPages.pages.flatMap(({ number, image }) =>
    image === null ? [] : [[`${String(number)}.webp`, image] as const],
  )
  if (pictures.length > 0) {
    await writeTogether({ root: out, folder: join(out, PICTURES), files: new Map(pictures) })
  }
  await writeTogether({ root: out, folder: out, files: new Map([[PAGE_FILE, page]]) })
}

function tell(
  result: ExtractResult,
  { drawnPages: { failure } }: Reviewed,
  { input, page }: { readonly input: string; readonly page: string },
  { switches }: ParsedOptions,
  io: CliIo,
): void {
  const detail = switches.has('quiet') ? 'errors' : switches.has('verbose') ? 'everything' : 'findings'
  const colors = createColors(io.stderr.isTTY === true && !io.env['NO_COLOR'])
  io.stderr.write(formatOutcome(shownPath(input, io.cwd), shownPath(page, io.cwd), result, detail, colors))
  if (failure === null) return
  const why =
    failure === 'no-package'
      ? 'The optional package @napi-rs/canvas, which draws them, is not installed.'
      : `They could not be drawn: ${printable(failure)}.`
  io.stderr.write(`  Pages without a picture show their words alone. ${why}\n`)
}
