import { toTree } from '../../diff/compare/report-tree.ts'
import { reportLines } from '../../diff/say/report-lines.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import { progressFor } from '../page-progress.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { readingSetting } from '../reading-options.ts'
import { printable } from '../../showing/printable.ts'
import { printDocument } from '../print-document.ts'
import { readEdition } from '../read-edition.ts'

/** The command `lines`. */
export async function runLines(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const [name, ...others] = options.positionals
  if (name === undefined || others[0] !== undefined) {
    const why = others[0] === undefined ? 'None was given.' : `"${others[0]}" is one too many.`
    throw usageFailure('lines takes one report', why, 'lines')
  }
  const rules = await loadRulesOrFail(options.values.get('rules'), io.cwd)
  const progress = progressFor(io, options)
  try {
    const context = { rules, setting: readingSetting(options, io, 'lines'), cwd: io.cwd, progress, keepsText: false }
    const { edition } = await readEdition(name, context)
    const lines = reportLines(toTree(edition.report, rules))
    await printDocument(io.stdout, lines.map((line) => `${printable(line)}\n`).join(''))
    return EXIT.done
  } finally {
    progress.stop()
  }
}
