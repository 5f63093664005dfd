import { programInfo } from '../report/program-info.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { printable, printableLines } from '../showing/printable.ts'

/** Something that keeps the program from doing what was asked, in the three parts a person needs. */
export interface FailureParts {
  readonly exitCode: ExitCode
  /** What did not work, `letter.docx cannot be read`. */
  readonly what: string
  /** Why, one sentence or several lines. */
  readonly why: readonly string[]
  /** What to do about it. */
  readonly hint: string
}

/** Thrown by every part of the command line, and shown without a stack trace. */
export class Failure extends Error implements FailureParts {
  override readonly name = 'Failure'
  readonly exitCode: ExitCode
  readonly what: string
  readonly why: readonly string[]
  readonly hint: string

  constructor(parts: FailureParts, options?: ErrorOptions) {
    super(`${parts.what}: ${parts.why.join('; ')}`, options)
    this.exitCode = parts.exitCode
    this.what = parts.what
    this.why = parts.why
    this.hint = parts.hint
  }
}

/** The command line does not say what to do. `command` names the help page that does. */
export function usageFailure(what: string, why: string, command?: string): Failure {
  const help = [programInfo().name, ...(command === undefined ? [] : [command]), '--help'].join(' ')
  return new Failure({ exitCode: EXIT.usage, what, why: [why], hint: `"${help}" shows what can be written.` })
}

/** A failure as it is; anything else that was thrown is a mistake in the program. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure(
    {
      exitCode: EXIT.fault,
      what: `${programInfo().name} made a mistake`,
      why: [thrown instanceof Error ? thrown.message : String(thrown)],
      hint: 'Please report this together with the output of the same command with --verbose.',
    },
    { cause: thrown },
  )
}

/**
 * The failure in words, safe to print, with a line feed at the end.
 *
 * @param verbose adds where in the program it arose
 */
export function formatFailure(failure: Failure, verbose: boolean): string {
  const lines = [
    `error: ${printable(failure.what)}`,
    ...failure.why.map((reason) => `  ${printable(reason)}`),
    `  ${printable(failure.hint)}`,
  ]
  if (verbose) lines.push(printableLines(stackOf(failure)))
  return `${lines.join('\n')}\n`
}

function stackOf(error: Error): string {
  const own = error.stack ?? String(error)
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own
}
