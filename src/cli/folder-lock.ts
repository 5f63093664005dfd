import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { programInfo } from '../report/program-info.ts'

/** Stands in a folder while a run writes to it. Holds the process and the machine. */
export const LOCK_FILE = `.${programInfo().name}.lock`

/** Milliseconds. Writing takes a fraction of a second; only a run that was killed leaves its lock. */
const PATIENCE = 20_000
const BETWEEN_TRIES = 25
/** After so long the lock of another machine, of which nothing else is known, counts as left behind. */
const LEFT_BEHIND = 600_000
/** Between making the lock and writing into it. */
const BEING_MADE = 5000

/** The last one of this process that asked for each lock. */
const queues = new Map<string, Promise<unknown>>()

/**
 * Runs `run` while no other run of the program writes to the folder. The lock of a run that was killed is taken over.
 *
 * @throws an error with the code `ELOCKED` where another run does not end
 */
export async function withLock<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const path = join(folder, LOCK_FILE)
  const before = queues.get(path) ?? Promise.resolve()
  const turn = before.then(
    () => locked(path, run),
    () => locked(path, run),
  )
  queues.set(path, turn)
  try {
    return await turn
  } finally {
    if (queues.get(path) === turn) queues.delete(path)
  }
}

async function locked<T>(path: string, run: () => Promise<T>): Promise<T> {
  await take(path)
  try {
    return await run()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<void> {
  const mark = `${String(process.pid)} ${hostname()}\n`
  for (let waited = 0; !(await make(path, mark)); waited += BETWEEN_TRIES) {
    const found = await readFile(path, 'utf8').catch(() => null)
    if (found !== null && (await isLeftBehind(path, found))) await remove(path, found)
    else if (waited < PATIENCE) await pause(BETWEEN_TRIES)
    else throw Object.assign(new Error(`another run holds ${path}`), { code: 'ELOCKED' })
  }
}

/** @returns whether it was not there */
async function make(path: string, mark: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(mark).finally(() => file.close())
    } catch (error) {
      // A full disk takes the name of a file, but nothing into it.
      await rm(path, { force: true })
      throw error
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function isLeftBehind(path: string, mark: string): Promise<boolean> {
  const { pid, host } = /^(?<pid>\d+) (?<host>.*)\n$/u.exec(mark)?.groups ?? {}
  // Within this process one waits for the other, so a lock of its number is one of a process that had it before.
  if (pid !== undefined && host === hostname()) return !isRunning(Number(pid))
  const entry = await stat(path).catch(() => null)
  const age = entry === null ? 0 : performance.timeOrigin + performance.now() - entry.mtimeMs
  return age > (pid === undefined ? BEING_MADE : LEFT_BEHIND)
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Two runs may find the same lock left behind, and one of them the new lock of the other: that one is put back. */
async function remove(path: string, mark: string): Promise<void> {
  const aside = `${path}.old`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const found = await readFile(aside, 'utf8').catch(() => mark)
  if (found !== mark) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}
