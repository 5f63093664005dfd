/** What the program's exit code means. Of several inputs the highest code decides. */
export const EXIT = {
  done: 0,
  /** Written, but the report holds error diagnostics (with `--strict` warnings too). */
  findings: 1,
  usage: 2,
  input: 3,
  rules: 4,
  /** Two editions are not of one family, or of one major version of its shape (`diff`). */
  incomparable: 4,
  output: 5,
  /** A mistake in the program itself. */
  fault: 70,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** One line per code, as the help shows them. */
export const EXIT_CODE_HELP: readonly (readonly [ExitCode, string])[] = [
  [EXIT.done, 'done'],
  [EXIT.findings, 'done, but a report holds error diagnostics (with --strict: or warnings), or does not fit (check)'],
  [EXIT.usage, 'wrong usage; nothing was read'],
  [EXIT.input, 'an input cannot be read'],
  [EXIT.rules, 'the rules are invalid; nothing was written'],
  [EXIT.output, 'a result cannot be written'],
  [EXIT.fault, 'a fault in the program; please report it'],
]

/** The codes of commands that compare two editions. */
export const DIFF_EXIT_CODE_HELP: readonly (readonly [ExitCode, string])[] = [
  [EXIT.done, 'no open change is as grave as --fail-on says'],
  [EXIT.findings, 'some are, or the baseline is stale, or keys are not unique'],
  [EXIT.usage, 'wrong usage; nothing was read'],
  [EXIT.input, 'an input or a file of settings cannot be read'],
  [EXIT.incomparable, 'the editions are of different families or shapes, or the rules are invalid'],
  [EXIT.output, 'a result cannot be written'],
  [EXIT.fault, 'a fault in the program; please report it'],
]

/** The code that decides: the highest, `done` where there is none. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), EXIT.done)
}
