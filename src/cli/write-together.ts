import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeFailure } from './write-failure.ts'

export interface OutputFile {
  /** Absolute. */
  readonly path: string
  readonly text: string
}

/**
 * Writes files that belong together. Each is first written beside its target and flushed to the disk; only when all are
 * there do they take their names, in the given order. A file is never half-written, and where one cannot be written
 * the files of an earlier run stay as they were.
 *
 * @throws Failure with the exit code `output`
 */
export async function writeTogether(files: readonly OutputFile[]): Promise<void> {
  const staged: { readonly temporary: string; readonly path: string }[] = []
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(path), { recursive: true })
      await rejectFolder(path)
      const temporary = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`)
      staged.push({ temporary, path })
      await writeFlushed(temporary, text)
    }
    for (const { temporary, path } of staged) await rename(temporary, path)
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await flushFolder(folder)
  } catch (error) {
    await Promise.allSettled(staged.map(({ temporary }) => rm(temporary, { force: true })))
    throw writeFailure(placeOf(files), error)
  }
}

/** A leftover of a killed run with the same process id is replaced, a link in its place is not followed. */
async function writeFlushed(path: string, text: string): Promise<void> {
  await rm(path, { force: true })
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

async function rejectFolder(path: string): Promise<void> {
  const entry = await stat(path).catch(() => undefined)
  if (entry?.isDirectory() === true) throw Object.assign(new Error(`a folder stands at ${path}`), { code: 'EISDIR' })
}

/** Makes the new names last; Windows and some network drives cannot flush a folder and need not. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

function placeOf(files: readonly OutputFile[]): string {
  const [first, ...others] = files
  if (first === undefined) return 'the result'
  return others.length === 0 ? first.path : dirname(first.path)
}
