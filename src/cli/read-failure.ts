import { SourceError } from '../source/source-error.ts'
import { EXIT } from './exit-code.ts'
import { asFailure, Failure } from './failure.ts'

const ADVICE: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOENT: ['There is no such file any more.', 'Check the path and start again.'],
  EACCES: ['The file must not be read.', 'Change its permissions.'],
  EPERM: ['The file must not be read.', 'Change its permissions.'],
  EISDIR: ['It is a folder.', 'Name a file.'],
  EBUSY: ['Another program uses the file.', 'Close that program and start again.'],
}

/**
 * Says what an error means that was thrown while an input was read: the input's fault, the system's, or the program's.
 *
 * @param input as the person knows it
 */
export function readFailure(input: string, error: unknown): Failure {
  const what = `${input} cannot be read`
  if (error instanceof SourceError) {
    return new Failure({ exitCode: EXIT.input, what, why: [error.message], hint: error.hint }, { cause: error })
  }
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const [why, hint] = ADVICE[String(error.code)] ?? [error.message, 'Check the file and start again.']
    return new Failure({ exitCode: EXIT.input, what, why: [why], hint }, { cause: error })
  }
  const { exitCode, what: mistake, why, hint } = asFailure(error)
  return new Failure({ exitCode, what: `${mistake} while it read ${input}`, why, hint }, { cause: error })
}
