import { resolve } from 'node:path'
import { createColors } from 'picocolors'
import { FORMATS, isFormatName } from '../../diff/say/formats.ts'
import type { Level } from '../../rules/levels.ts'
import { lineOfPointer, parseJson } from '../../rules/parse-json.ts'
import { compareEditions, type Compared, editionNames, exitCodeOf } from '../compare-editions.ts'
import { consentOf, writeBaseline } from '../consent.ts'
import { readDiffSettings } from '../diff-settings.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { isPainted } from '../painting.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printDocument } from '../print-document.ts'
import { writeWhole } from '../write-together.ts'
import { runGitDriver } from './diff-git.ts'
import type { Rules } from '../../index.ts'

/** The command `diff`. */
export async function runDiff(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  if (options.switches.has('git')) return runGitDriver(options, io)
  const names = editionNames(options, 'diff')
  const consent = await consentOf(options, io, 'diff')
  const failOn = failLevel(options)
  const maxLength = lengthOf(options)
  const settings = await readDiffSettings(options, io, 'diff', consent !== null)
  const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
  const compared = await compareEditions(names, options, rules, settings, io, tellsLines(options))
  const text = await formatted(compared, rules, options, io, { failOn, maxLength })
  const out = options.values.get('out')
  if (out === undefined) await printDocument(io.stdout, text)
  else await writeWhole(resolve(io.cwd, out), text)
  if (consent === null) return exitCodeOf(compared.diff, failOn)
  const { diff } = compared
  await writeBaseline(diff.reviewed, [{ changes: diff.changes, consent: consent.consent }], consent.path, io)
  return EXIT.done
}

/** The difference in the format that the options name. */
async function formatted(
  { diff, new: next }: Compared,
  rules: Rules,
  options: ParsedOptions,
  io: CliIo,
  limits: { readonly failOn: Level | null; readonly maxLength: number | null },
): Promise<string | Iterable<string>> {
  const { values, switches } = options
  const name = values.get('format') ?? 'text'
  const format = await FORMATS[isFormatName(name) ? name : 'text']()
  return format(diff, {
    rules,
    ...limits,
    colors: createColors(isPainted(options, io) && !values.has('out')),
    showsAccepted: switches.has('verbose'),
    newFile: next.file,
    lineOf: lineFinder(next.json),
  })
}

/** Formats that show each change in the file itself. */
function tellsLines({ values }: ParsedOptions): boolean {
  return ['github', 'sarif'].includes(values.get('format') ?? '')
}

/** Finds lines of a `report.json`; most formats never ask. */
function lineFinder(json: string | null): (pointer: string) => number | null {
  let lines: ReadonlyMap<string, number> | null = null
  return (pointer) => (json === null ? null : lineOfPointer(pointer, (lines ??= parseJson(json).lines)))
}

function failLevel({ values }: ParsedOptions): Level | null {
  const written = values.get('fail-on') ?? 'breaking'
  return written === 'none' ? null : (written as Level)
}

/** A comment on a pull request can have 65,536 characters; some are left for what a workflow puts around. */
const COMMENT = 60_000

function lengthOf({ values }: ParsedOptions): number | null {
  const written = values.get('max-length')
  if (written === undefined) return COMMENT
  if (/^[1-9]\d{0,8}$/u.test(written)) return Number(written)
  throw usageFailure('--max-length is no number of characters', `"${written}" was given.`, 'diff')
}
