import { basename, join, resolve } from 'node:path'
import { createColors } from 'picocolors'
import { diffReports, type Edition, type EditionDiff, openChanges } from '../../diff/diff-reports.ts'
import { findingWords } from '../../diff/say/diff-words.ts'
import { summaryOf } from '../../diff/say/grouped-changes.ts'
import type { ExtractResult } from '../../interpret.ts'
import { comparisonPage } from '../../review/comparison-page.ts'
import { type Reviewed, reviewPage } from '../../review/review-page.ts'
import type { Rules } from '../../rules/load-rules.ts'
import { printable } from '../../showing/printable.ts'
import { processDocument } from '../../threads/process-document.ts'
import { readDiffSettings } from '../diff-settings.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatOutcome } from '../format-outcome.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { type PageProgress, progressFor } from '../page-progress.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { readFailure } from '../read-failure.ts'
import { readingSetting, type ReadingSetting } from '../reading-options.ts'
import { reviewedInputs } from '../reviewed-inputs.ts'
import { shownPath } from '../shown-path.ts'
import { PAGE_FILE, writeReviewPage } from '../write-review-page.ts'

/** The command `review-page`. */
export async function runReviewPage(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const paths = await reviewedInputs(options, io)
  const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
  const out = resolve(io.cwd, options.values.get('out') ?? 'review')
  const progress = progressFor(io, options)
  const context = { rules, setting: readingSetting(options, io, 'review-page'), progress, cwd: io.cwd }
  const edition = options.values.get('edition')
  try {
    if (paths.old === null) {
      const result = await read(paths.new, edition, context)
      await writeReviewPage(out, reviewPage(result, rules), { new: result.drawnPages })
      tellOutcome(result, paths.new, out, options, io)
      return exitCodeOf([result])
    }
    const settings = await readDiffSettings(options, io, 'review-page', false)
    const old = await read(paths.old, undefined, context)
    const next = await read(paths.new, edition, context)
    const diff = diffReports(editionOf(old, paths.old, io), editionOf(next, paths.new, io), rules, settings)
    const pictures = { old: old.drawnPages, new: next.drawnPages }
    await writeReviewPage(out, comparisonPage(old, next, diff, rules), pictures)
    tellOutcome(old, paths.old, null, options, io)
    tellOutcome(next, paths.new, out, options, io)
    tellChanges(diff, options, io)
    return exitCodeOf([old, next])
  } finally {
    progress.stop()
  }
}

type ReadDocument = ExtractResult & Reviewed

interface ReadContext {
  readonly rules: Rules
  readonly setting: ReadingSetting
  readonly progress: PageProgress
  readonly cwd: string
}

async function read(
  path: string,
  edition: string | undefined,
  { rules, setting, progress, cwd }: ReadContext,
): Promise<ReadDocument> {
  const bar = progress.start(shownPath(path, cwd))
  const known = { fileName: basename(path), edition, runWords: undefined }
  const question = { kind: 'extract', ...known, ledger: true, pages: true } as const
  try {
    const result = await processDocument<'extract'>(path, question, {
      ...setting,
      rules: { rules },
      onPage: bar.onPage,
    })
    const { ledger, drawnPages } = result
    if (ledger === undefined || drawnPages === undefined) throw new Error('the ledger or the pages were not made')
    return { ...result, ledger, drawnPages }
  } catch (error) {
    throw readFailure(shownPath(path, cwd), error)
  } finally {
    bar.end()
  }
}

function editionOf({ report, provenance }: ReadDocument, path: string, { cwd }: CliIo): Edition {
  return { name: shownPath(path, cwd), report, provenance }
}

function exitCodeOf(results: readonly ReadDocument[]): ExitCode {
  const diagnostics = results.flatMap((result) => result.diagnostics)
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.done
}

/** @param out folder of the page that shows what was read; null where it is another document's */
function tellOutcome(
  result: ReadDocument,
  input: string,
  out: string | null,
  { switches }: ParsedOptions,
  io: CliIo,
): void {
  const detail = switches.has('quiet') ? 'errors' : switches.has('verbose') ? 'everything' : 'findings'
  const colors = createColors(io.stderr.isTTY === true && !io.env['NO_COLOR'])
  const page = out === null ? null : shownPath(join(out, PAGE_FILE), io.cwd)
  io.stderr.write(formatOutcome(shownPath(input, io.cwd), page, result, detail, colors))
  const { failure } = result.drawnPages
  if (failure === null) return
  const why =
    failure === 'no-package'
      ? 'The optional package @napi-rs/canvas, which draws them, is not installed.'
      : `They could not be drawn: ${printable(failure)}.`
  io.stderr.write(`  Pages without a picture show their words alone. ${why}\n`)
}

function tellChanges(diff: EditionDiff, { switches }: ParsedOptions, io: CliIo): void {
  if (switches.has('quiet')) return
  const notes = findingWords(diff).map(({ severity, words }) => `  ${severity}: ${printable(words)}\n`)
  const accepted = diff.changes.length - openChanges(diff).length
  const more = accepted === 0 ? '' : `, ${String(accepted)} accepted`
  io.stderr.write(`${summaryOf(openChanges(diff))}${more}\n${notes.join('')}`)
}
