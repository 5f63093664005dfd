import { diffJsonSchema } from '../../diff/say/diff-schema.ts'
import { reportJsonSchema } from '../../index.ts'
import { toJson } from '../../report/to-json.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { usageFailure } from '../failure.ts'
import type { CliIo } from '../io.ts'
import { loadRulesOrFail } from '../load-rules-or-fail.ts'
import type { ParsedOptions } from '../parse-options.ts'
import { printDocument } from '../print-document.ts'

/** The command `schema`. */
export async function runSchema({ values, switches, positionals }: ParsedOptions, io: CliIo): Promise<ExitCode> {
  if (positionals[0] !== undefined) {
    throw usageFailure('schema takes no input', `"${positionals[0]}" was given.`, 'schema')
  }
  const rules = await loadRulesOrFail(values.get('rules'), io.cwd)
  await printDocument(io.stdout, toJson(switches.has('diff') ? diffJsonSchema(rules) : await reportJsonSchema(rules)))
  return EXIT.done
}
