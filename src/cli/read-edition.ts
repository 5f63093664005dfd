import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Edition } from '../diff/diff-reports.ts'
import { type Provenance, readReport, ReportError } from '../diff/read-report.ts'
import type { Rules } from '../index.ts'
import { EXIT } from './exit-code.ts'
import { Failure } from './failure.ts'
import { type GitFile, gitFileOf, readGitFile } from './git-file.ts'
import { isJson } from './is-json.ts'
import type { PageProgress } from './page-progress.ts'
import { readFailure } from './read-failure.ts'
import type { ReadingSetting } from './reading-options.ts'
import { processDocument } from '../threads/process-document.ts'
import { shownPath } from './shown-path.ts'

/** What reading an edition needs besides its name. */
export interface EditionContext {
  readonly rules: Rules
  readonly setting: ReadingSetting
  readonly cwd: string
  readonly progress: PageProgress
  /** Whether the text of `report.json` will be asked for; a large one is not worth keeping otherwise. */
  readonly keepsText: boolean
}

/** An edition that can be compared, and its `report.json` as text; null where it was extracted just now, or is not kept. */
export interface ReadEdition {
  readonly edition: Edition
  readonly json: string | null
  /** Where that text lies, as the person knows it; null where it is in no file. */
  readonly file: string | null
}

const REPORT = 'report.json'

/**
 * Reads an edition: a `report.json` (or the folder that holds one), a PDF or its text, a file of these, or one in git,
 * `HEAD:output/report/report.json`. A PDF or text is extracted first.
 *
 * @throws Failure with the exit codes `input`, or `incomparable` where it is a report of another family
 */
export async function readEdition(name: string, context: EditionContext): Promise<ReadEdition> {
  const { cwd } = context
  const path = resolve(cwd, name)
  const kind = await kindOf(path)
  const gitFile = kind === 'missing' ? gitFileOf(name) : null
  if (gitFile !== null) return fromGit(name, gitFile, context)
  if (kind === 'missing') throw missing(name, `There is no such file; it was looked for in ${cwd}.`)
  const file = kind === 'folder' ? join(path, REPORT) : path
  if (kind === 'folder' && (await kindOf(file)) !== 'file') throw missing(name, `The folder holds no ${REPORT}.`)
  try {
    const bytes = await readFile(file)
    const provenance = await readFile(provenanceOf(file), 'utf8').catch(() => null)
    return await toEdition({ name, file, shown: shownPath(file, cwd), bytes, provenance }, context)
  } catch (error) {
    throw error instanceof Failure ? error : readFailure(name, error)
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
  const entry = await stat(path).catch(() => null)
  if (entry === null) return 'missing'
  return entry.isDirectory() ? 'folder' : 'file'
}

async function fromGit(name: string, gitFile: GitFile, context: EditionContext): Promise<ReadEdition> {
  const bytes = await readGitFile(gitFile, context.cwd)
  if (bytes === null) throw missing(name, `The revision "${gitFile.revision}" has no file "${gitFile.path}".`)
  const beside = await readGitFile({ ...gitFile, path: provenanceOf(gitFile.path) }, context.cwd)
  const provenance = beside === null ? null : new TextDecoder().decode(beside)
  return toEdition({ name, file: gitFile.path, shown: null, bytes, provenance }, context)
}

/** `report.json` has `report.provenance.json` beside it. */
function provenanceOf(path: string): string {
  return path.replace(/(?:\.json)?$/u, '.provenance.json')
}

interface ReadFile {
  readonly name: string
  readonly file: string
  /** The file as the person knows it; null where it is in git. */
  readonly shown: string | null
  readonly bytes: Uint8Array
  readonly provenance: string | null
}

async function toEdition(
  { name, file, shown, bytes, provenance }: ReadFile,
  context: EditionContext,
): Promise<ReadEdition> {
  if (!isJson(bytes)) return extracted(name, basename(file), bytes, context)
  const json = new TextDecoder().decode(bytes)
  try {
    const report = readReport(json, context.rules)
    return {
      edition: { name, report, provenance: readProvenance(provenance) },
      json: context.keepsText ? json : null,
      file: shown,
    }
  } catch (error) {
    throw error instanceof ReportError ? reportFailure(name, error) : error
  }
}

/** Places only help to look things up: where they cannot be read, there are none. */
function readProvenance(text: string | null): Provenance | null {
  try {
    return text === null ? null : (JSON.parse(text) as Provenance)
  } catch {
    return null
  }
}

async function extracted(name: string, file: string, bytes: Uint8Array, context: EditionContext): Promise<ReadEdition> {
  const bar = context.progress.start(name)
  try {
    const { rules, setting } = context
    const question = { kind: 'extract', fileName: file, edition: undefined, runWords: undefined } as const
    const options = { ...setting, rules: { rules }, onPage: bar.onPage }
    const { report, provenance } = await processDocument<'extract'>(bytes, question, options)
    return { edition: { name, report, provenance }, json: null, file: null }
  } catch (error) {
    throw readFailure(name, error)
  } finally {
    bar.end()
  }
}

function missing(name: string, why: string): Failure {
  const hint = 'Give a report.json, a PDF, the text of one, or REV:PATH of a file in git.'
  return new Failure({ exitCode: EXIT.input, what: `"${name}" cannot be read`, why: [why], hint })
}

function reportFailure(name: string, error: ReportError): Failure {
  const isOther = error.code === 'incomparable'
  return new Failure(
    {
      exitCode: isOther ? EXIT.incomparable : EXIT.input,
      what: isOther ? `"${name}" cannot be compared` : `"${name}" cannot be read`,
      why: error.reasons,
      hint: error.hint,
    },
    { cause: error },
  )
}
