import { lstat, mkdir, open, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { withLock } from './folder-lock.ts'
import { writeFailure } from './write-failure.ts'

/** A text or bytes, also in pieces. */
export type FileContent = string | Iterable<string | Uint8Array> | Uint8Array

/** Files that lie in one folder, or in folders within it, and come from one run. */
export interface OutputFiles {
  /** Absolute; what lies above it is made and followed wherever it leads. */
  readonly root: string
  /** The root or a folder below it. Links on the way down are not followed. */
  readonly folder: string
  /** Name, or path with `/`, to content. The first is the result; the others say something about it. */
  readonly files: ReadonlyMap<string, FileContent>
  /** Folders within, each with the names that only such runs give: what an earlier run has left there goes. */
  readonly owned?: ReadonlyMap<string, RegExp>
}

/**
 * Writes files that belong together. All are first written beside their targets and flushed to the disk; then the
 * companions of the earlier result step aside, the result takes its name, and its companions theirs. At any moment the
 * result is whole, the earlier one or this one, and a companion that is there is of the same run. Where something fails,
 * the files of an earlier run stay as they were. One run at a time writes to a folder.
 *
 * @throws Failure with the exit code `output`
 */
export async function writeTogether({ root, folder, files, owned = new Map() }: OutputFiles): Promise<void> {
  try {
    await makeFolders(root, folder)
    await withLock(folder, async () => {
      for (const place of foldersOf(folder, files)) await makeFolders(folder, place)
      await dropLeftovers(folder, files)
      await replace(folder, files)
      for (const [within, names] of owned) await dropOwned(folder, within, names, files)
    })
  } catch (error) {
    const [first = ''] = files.keys()
    throw writeFailure(files.size === 1 ? join(folder, first) : folder, error)
  }
}

/** Writes one file as {@link writeTogether} does. */
export async function writeWhole(path: string, text: string | Iterable<string>): Promise<void> {
  const folder = dirname(path)
  await writeTogether({ root: folder, folder, files: new Map([[basename(path), text]]) })
}

async function makeFolders(root: string, folder: string): Promise<void> {
  await mkdir(root, { recursive: true })
  let place = root
  for (const name of relative(root, folder).split(sep).filter(Boolean)) {
    place = join(place, name)
    await mkdir(place).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error
    })
    const entry = await lstat(place)
    if (entry.isSymbolicLink()) throw codedError('ELOOP', `a link stands at ${place}`)
    if (!entry.isDirectory()) throw codedError('ENOTDIR', `a file stands at ${place}`)
  }
}

function foldersOf(folder: string, files: ReadonlyMap<string, FileContent>): ReadonlySet<string> {
  return new Set([...files.keys()].map((name) => join(folder, dirname(name))))
}

/** What an earlier run has written and this one has not; a link is left alone, and so is what lies behind it. */
async function dropOwned(
  folder: string,
  within: string,
  names: RegExp,
  files: ReadonlyMap<string, FileContent>,
): Promise<void> {
  const place = join(folder, within)
  const entry = await lstat(place).catch(unlessMissing)
  if (entry?.isDirectory() !== true) return
  const left = (await readdir(place)).filter((name) => names.test(name) && !files.has(`${within}/${name}`))
  await Promise.all(left.map((name) => rm(join(place, name), { force: true })))
  const isEmpty = (await readdir(place)).length === 0
  if (isEmpty) await rmdir(place)
}

/** What a run that was killed has left of these files. */
async function dropLeftovers(folder: string, files: ReadonlyMap<string, FileContent>): Promise<void> {
  const left = [...files.keys()].flatMap((name) => [staged(name, 'new'), staged(name, 'old')])
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}

async function replace(folder: string, files: ReadonlyMap<string, FileContent>): Promise<void> {
  const names = [...files.keys()]
  const [result, ...companions] = names
  const undo: (() => Promise<void>)[] = []
  const move = async (from: string, to: string): Promise<void> => {
    await rename(join(folder, from), join(folder, to))
    undo.unshift(() => rename(join(folder, to), join(folder, from)))
  }
  try {
    for (const [name, text] of files) {
      await rejectWhatIsNoFile(join(folder, name))
      undo.unshift(() => rm(join(folder, staged(name, 'new')), { force: true }))
      await writeFlushed(join(folder, staged(name, 'new')), text)
    }
    for (const name of companions) await move(name, staged(name, 'old')).catch(unlessMissing)
    if (result !== undefined) await rename(join(folder, staged(result, 'new')), join(folder, result))
    // What belonged to the earlier result must not come back now.
    undo.length = 0
    for (const name of companions) await rename(join(folder, staged(name, 'new')), join(folder, name))
  } catch (error) {
    for (const step of undo) await step().catch(() => undefined)
    throw error
  }
  await Promise.all(companions.map((name) => rm(join(folder, staged(name, 'old')), { force: true })))
  for (const place of foldersOf(folder, files)) await flushFolder(place)
}

/** A file on its way: `.report.json.new` until it takes its name, `.report.json.old` while another may take it. */
function staged(name: string, state: 'new' | 'old'): string {
  return join(dirname(name), `.${basename(name)}.${state}`)
}

/** A link in its place is not followed. */
async function writeFlushed(path: string, content: FileContent): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await writeFile(file, content, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A link is replaced, unless it leads to a device: `/dev/stdout` is to stay. */
async function rejectWhatIsNoFile(path: string): Promise<void> {
  const entry = await lstat(path).catch(unlessMissing)
  if (entry?.isDirectory() === true) throw codedError('EISDIR', `a folder stands at ${path}`)
  const led = entry?.isSymbolicLink() === true ? await stat(path).catch(() => undefined) : entry
  if (led !== undefined && !led.isFile() && !led.isDirectory()) throw codedError('ENODEV', `a device stands at ${path}`)
}

/** Makes the new names last; Windows and some network drives cannot flush a folder and need not. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

function unlessMissing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT')) throw error
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function codedError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
