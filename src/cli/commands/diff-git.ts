import { createColors } from 'picocolors'
import { formatText } from '../../diff/say/text.ts'
import { compareEditions } from '../compare-editions.ts'
import { readDiffSettings } from '../diff-settings.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { asFailure, formatFailure, usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printable } from '../../showing/printable.ts'
import { printDocument } from '../print-document.ts'

/** What git gives for the side of a file that is not there. */
const NO_FILE = '/dev/null'

/**
 * `diff --git`: what git runs for a file whose diff driver this program is (gitattributes(5), “Defining an external diff
 * driver”). Git takes any exit code but 0 for a crash, so what fails is printed instead.
 */
export async function runGitDriver(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const [path, oldFile, , , newFile] = options.positionals
  if (path === undefined || ![1, 7, 9].includes(options.positionals.length)) {
    throw usageFailure('diff --git is for git', 'Git gives it seven arguments; see the recipe in README.md.', 'diff')
  }
  await printDocument(io.stdout, await told(path, oldFile, newFile, options, io))
  return EXIT.done
}

async function told(
  path: string,
  oldFile: string | undefined,
  newFile: string | undefined,
  options: ParsedOptions,
  io: CliIo,
): Promise<string> {
  const colors = createColors(options.values.get('color') === 'always')
  const head = colors.bold(`diff of ${printable(path)}`)
  if (oldFile === undefined || newFile === undefined) return `${head}: not merged yet\n`
  if (oldFile === NO_FILE) return `${head}: a new report\n`
  if (newFile === NO_FILE) return `${head}: the report is removed\n`
  try {
    const settings = await readDiffSettings(options, io, 'diff', false)
    const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
    const { diff } = await compareEditions([oldFile, newFile], options, rules, settings, io)
    const named = { ...diff, old: { ...diff.old, name: `a/${path}` }, new: { ...diff.new, name: `b/${path}` } }
    const shows = { showsAccepted: true, failOn: null, maxLength: null, newFile: null, lineOf: () => null }
    return formatText(named, { rules, colors, ...shows })
  } catch (error) {
    return `${head}\n${formatFailure(asFailure(error), options.switches.has('verbose'))}`
  }
}
