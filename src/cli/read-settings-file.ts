import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { checkShape } from '../rules/check-shape.ts'
import { lineOfPointer, parseJson } from '../rules/parse-json.ts'
import { EXIT } from './exit-code.ts'
import { Failure } from './failure.ts'

/**
 * Reads a JSON file that a person keeps beside the editions.
 *
 * @param what it is, as an error names it: `file of aliases`
 * @returns null where there is no such file
 * @throws Failure with the exit code `input`, listing every fault with its line
 */
export async function readSettingsFile<S extends z.ZodType>(
  path: string,
  what: string,
  schema: S,
  cwd: string,
): Promise<z.output<S> | null> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw invalid(path, what, [error instanceof Error ? error.message : String(error)])
  })
  if (text === null) return null
  const { value, faults, lines } = parseJson(text)
  const wrong =
    faults.length > 0 ? faults : checkShape(schema, value).map((fault) => ({ ...fault, pointer: fault.where }))
  if (wrong.length > 0) {
    throw invalid(
      path,
      what,
      wrong.map(
        (fault) => `line ${String('line' in fault ? fault.line : lineOfPointer(fault.pointer, lines))}: ${fault.what}`,
      ),
    )
  }
  return schema.parse(value)
}

function invalid(path: string, what: string, why: readonly string[]): Failure {
  const hint = 'README.md of the program shows what the file holds.'
  return new Failure({ exitCode: EXIT.input, what: `the ${what} "${path}" is invalid`, why, hint })
}
