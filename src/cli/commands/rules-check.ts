import { resolve } from 'node:path'
import { toJson } from '../../report/to-json.ts'
import { inspectRules } from '../../rules/inspect-rules.ts'
import type { RulesProblem } from '../../rules/rules-error.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import { type CheckedFolder, formatInspection } from '../format-inspection.ts'
import type { CliIo } from '../io.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printDocument } from '../print-document.ts'

/** The command `rules check`: what it finds is its result, and goes to standard output. */
export async function runRulesCheck(
  folders: readonly string[],
  { switches }: ParsedOptions,
  io: CliIo,
): Promise<ExitCode> {
  if (folders.length === 0) throw usageFailure('rules check needs a folder', 'No rules folder was given.', 'rules')
  const checked: CheckedFolder[] = []
  for (const folder of folders) checked.push({ folder, ...(await inspectRules(resolve(io.cwd, folder))) })
  await printDocument(
    io.stdout,
    switches.has('json') ? toJson(checked.map(asJson)) : checked.map(formatInspection).join(''),
  )
  return checked.some(({ faults }) => faults.length > 0) ? EXIT.rules : EXIT.done
}

/** As scripts get it. */
function asJson({ folder, faults, warnings, counts }: CheckedFolder): object {
  return { folder, faults: faults.map(problemAsJson), warnings: warnings.map(problemAsJson), counts }
}

/** `file` is empty where the fault is the folder's. */
function problemAsJson({ file, line, where, what }: RulesProblem): object {
  return { file, line, pointer: where, reason: what }
}
