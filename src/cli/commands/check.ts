import { resolve } from 'node:path'
import { createColors } from 'picocolors'
import type { Rules } from '../../index.ts'
import { describe } from '../../diagnostics/describe.ts'
import { toJson } from '../../report/to-json.ts'
import { defaultRulesFolder, languageFolder } from '../../rules/rules-folder.ts'
import { processDocument } from '../../threads/process-document.ts'
import type { MeasuredFit } from '../../threads/work.ts'
import { EXIT, type ExitCode, worstExitCode } from '../exit-code.ts'
import { asFailure, formatFailure, usageFailure } from '../failure.ts'
import { findInputs, type FoundInput } from '../find-inputs.ts'
import { type FitOfInput, formatFit } from '../format-fit.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { type PageProgress, progressFor } from '../page-progress.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printDocument } from '../print-document.ts'
import { readFailure } from '../read-failure.ts'
import { type ReadingSetting, readingSetting } from '../reading-options.ts'
import { locateEdits } from '../locate-edits.ts'
import { shownPath } from '../shown-path.ts'

/** The command `check`. */
export async function runCheck(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const { positionals, switches, values } = options
  if (positionals.length === 0)
    throw usageFailure('check needs an input', 'No file, folder or glob was given.', 'check')
  const setting = readingSetting(options, io, 'check')
  const found = await findInputs(positionals, io.cwd)
  const given = values.get('rules')
  const rules = await loadRulesOrFail(given, io.cwd)
  const folder = given === undefined ? defaultRulesFolder() : resolve(io.cwd, given)
  const progress = progressFor(io, options)
  const codes: ExitCode[] = []
  const read: FitOfInput[] = []
  for (const input of found) {
    try {
      const { fit, suggestions } = await readFit(input, rules, setting, io.cwd, progress)
      const edits = await locateEdits(suggestions, [folder, languageFolder(rules.family.language)], io.cwd)
      read.push({ input: 'path' in input ? shownPath(input.path, io.cwd) : '', fit, edits })
      codes.push(fit.findings.length === 0 ? EXIT.done : EXIT.findings)
    } catch (error) {
      const failure = asFailure(error)
      progress.print(formatFailure(failure, switches.has('verbose')))
      codes.push(failure.exitCode)
    }
  }
  progress.stop()
  const colors = createColors(io.stdout.isTTY === true && !io.env['NO_COLOR'])
  const text = switches.has('json')
    ? toJson(read.map(asJson))
    : read.map((one) => formatFit(one, rules, colors)).join('\n')
  await printDocument(io.stdout, text)
  return worstExitCode(codes)
}

async function readFit(
  input: FoundInput,
  rules: Rules,
  setting: ReadingSetting,
  cwd: string,
  progress: PageProgress,
): Promise<MeasuredFit> {
  if ('failure' in input) throw input.failure
  const shown = shownPath(input.path, cwd)
  const bar = progress.start(shown)
  try {
    return await processDocument<'fit'>(
      input.path,
      { kind: 'fit' },
      { ...setting, rules: { rules }, onPage: bar.onPage },
    )
  } catch (error) {
    throw readFailure(shown, error)
  } finally {
    bar.end()
  }
}

/** What `--json` prints of one input. */
function asJson({ input, fit, edits }: FitOfInput): object {
  return {
    input,
    fits: fit.findings.length === 0,
    entities: fit.entities,
    characters: fit.characters,
    findings: fit.findings.map(describe),
    edits: edits.map(({ edit: { file, op, path, value, says }, line }) => ({ file, line, op, path, value, says })),
  }
}
