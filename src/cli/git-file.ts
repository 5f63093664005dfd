import { execFile, type ExecFileException } from 'node:child_process'
import { EXIT } from './exit-code.ts'
import { Failure } from './failure.ts'

/** A file in the history of the git repository around a folder. */
export interface GitFile {
  readonly revision: string
  /** From the root of the repository; from the folder where it begins with `./` or `../`. */
  readonly path: string
}

/** Larger than any report; keeps a wrong path from filling the memory. */
const MOST_BYTES = 1 << 28

/** `HEAD~1:output/report/report.json`; null where it is not written like that. */
export function gitFileOf(argument: string): GitFile | null {
  const [, revision, path] = /^(?<revision>[^:]{2,}):(?<path>.+)$/u.exec(argument) ?? []
  return revision === undefined || path === undefined || revision.startsWith('-') ? null : { revision, path }
}

/**
 * The content of a file in git.
 *
 * @returns null where the revision has no such file
 * @throws Failure with the exit code `input` where there is no git, no repository or no such revision
 */
export async function readGitFile({ revision, path }: GitFile, cwd: string): Promise<Uint8Array | null> {
  await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], revision, cwd)
  try {
    return await git(['cat-file', 'blob', `${revision}:${path}`], revision, cwd)
  } catch {
    return null
  }
}

function git(args: readonly string[], revision: string, cwd: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    execFile('git', args, { cwd, encoding: 'buffer', maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      if (error === null) resolve(new Uint8Array(stdout))
      else reject(gitFailure(revision, error, stderr.toString('utf8').trim()))
    })
  })
}

function gitFailure(revision: string, error: ExecFileException, said: string): Failure {
  const isMissing = error.code === 'ENOENT'
  const why = isMissing
    ? 'There is no program "git" on this machine.'
    : said === ''
      ? 'There is no such revision.'
      : said
  return new Failure(
    {
      exitCode: EXIT.input,
      what: `the revision "${revision}" cannot be read`,
      why: [why],
      hint: isMissing ? 'Install git, or give two files.' : 'Write REV:PATH within a git repository, or give a file.',
    },
    { cause: error },
  )
}
