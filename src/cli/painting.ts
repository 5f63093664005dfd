import type { CliIo } from './io.ts'
import type { ParsedOptions } from './parse-options.ts'

/** Whether what is printed to standard output is painted: as --color says, else for a person at a terminal. */
export function isPainted({ values }: ParsedOptions, io: CliIo): boolean {
  const when = values.get('color')
  if (when === 'always') return true
  return when !== 'never' && io.stdout.isTTY === true && !io.env['NO_COLOR']
}
