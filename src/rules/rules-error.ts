/** One fault in one rule file. */
export interface RulesProblem {
  /** Name of the file within the rules folder. */
  readonly file: string
  /** JSON Pointer into the file; empty for the file as a whole. */
  readonly where: string
  /** 1-based line of the file; null where the file cannot be read or the place is not in it. */
  readonly line: number | null
  /** The fault in words. */
  readonly what: string
}

/** A fault of a file, or with an empty name of the folder, that has no place in it. */
export function wholeFile(file: string, what: string): RulesProblem {
  return { file, where: '', line: null, what }
}

/** The rules cannot be used. Holds every fault of every file, so that one reading is enough to mend them all. */
export class RulesError extends Error {
  override readonly name = 'RulesError'
  readonly folder: string
  readonly problems: readonly RulesProblem[]

  constructor(folder: string, problems: readonly RulesProblem[]) {
    super(describeProblems(folder, problems))
    this.folder = folder
    this.problems = problems
  }
}

/**
 * The message of a `RulesError`: a line that counts, then one line per fault.
 *
 *     The rules in my-rules cannot be used (1 fault):
 *       outline.json:34 /sections/0/key: a key is camelCase
 */
export function describeProblems(folder: string, problems: readonly RulesProblem[]): string {
  const count = problems.length === 1 ? '1 fault' : `${String(problems.length)} faults`
  return [
    `The rules in ${folder} cannot be used (${count}):`,
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
  ].join('\n')
}

/** `outline.json:34 /sections/0/key: a key is camelCase` */
export function describeProblem({ file, where, line, what }: RulesProblem): string {
  const place = [line === null ? file : `${file}:${String(line)}`, where].filter((part) => part !== '').join(' ')
  return place === '' ? what : `${place}: ${what}`
}
