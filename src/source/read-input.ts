import { constants, type FileHandle, open } from 'node:fs/promises'
import { limitError, type Limits, MIB } from '../limits/limits.ts'
import { SourceError } from './source-error.ts'

/** Where the system has it: to open a pipe that nobody writes to would wait for ever. */
const AT_ONCE = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0)

/**
 * The bytes of a document, in memory that threads share.
 *
 * @param input the bytes themselves, or the path of a file: nothing that has no end is read
 * @throws SourceError `missing`, `unreadable`, `too-large`
 */
export async function readInput(input: string | Uint8Array, limits: Limits): Promise<Uint8Array> {
  const most = limits.maxSize * MIB
  if (typeof input === 'string') return readFile(input, limits, most)
  if (input.byteLength > most) throw limitError('maxSize', limits)
  const bytes = sharedBytes(input.byteLength)
  bytes.set(input)
  return bytes
}

async function readFile(path: string, limits: Limits, most: number): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path, AT_ONCE)
    const entry = await file.stat()
    if (!entry.isFile()) throw notAFile(path)
    if (entry.size > most) throw limitError('maxSize', limits)
    return await readToEnd(file, entry.size)
  } catch (error) {
    throw error instanceof SourceError ? error : unreadable(path, error)
  } finally {
    await file?.close()
  }
}

/** What is added to the file meanwhile is not read. */
async function readToEnd(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = sharedBytes(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

function sharedBytes(size: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(size))
}

function notAFile(path: string): SourceError {
  return new SourceError('unreadable', `${path} is no file.`, 'Copy its content to a file and name that.')
}

function unreadable(path: string, cause: unknown): SourceError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return new SourceError('missing', `There is no file ${path}.`, 'Check the path.', { cause })
  const hint = 'Check that it is a file and that you may read it.'
  return new SourceError('unreadable', `The file ${path} cannot be read.`, hint, { cause })
}
