import { availableParallelism } from 'node:os'
import type { MessagePort } from 'node:worker_threads'
import type { Limits } from '../limits/limits.ts'
import type { OpenedDocument, ReadShare } from '../pdf/read-pdf.ts'
import type { ReaderNews, ReadTask } from '../pdf/reader-thread.ts'
import { damaged } from '../source/source-error.ts'
import { ThreadEnded, ThreadPool } from './thread-pool.ts'
import type { Watch } from './watch.ts'

/** Threads that may read one document at once. Each takes some 70 MB, with which 1400 pages stay below 600. */
export const MOST_READERS = Math.min(3, availableParallelism())

/** With fewer pages for each, another reader takes longer to make ready than it saves. */
const PAGES_FOR_EACH = 150

/** All that claims of stretches can count to. */
const ALL_TAKEN = 1 << 30

const pool = new ThreadPool<ReadTask, ReaderNews>(new URL('../pdf/reader-thread.js', import.meta.url), 64)
let busy = 0

/** What became of it depends on who read which page: it is to be read by one reader, as if there were no others. */
export class ToBeReadAlone extends Error {
  override readonly name = 'ToBeReadAlone'
}

export interface Reading {
  readonly limits: Limits
  readonly watch: Watch
  /** What the text can do without and has to. */
  readonly without: readonly string[]
  /** Whether one reader reads all of it. */
  readonly alone: boolean
  readonly password?: string | undefined
  readonly ignoreRestrictions?: boolean | undefined
  readonly onPage?: ((done: number, total: number) => void) | undefined
}

/**
 * Reads a PDF; one with many pages by several threads, as long as there are processors to spare. Each takes the next
 * stretch of pages that nobody has. What PDF.js remarks comes with the first page of a reader that something is on, so
 * a document that gives rise to any notice is read alone: the result does not depend on the number of readers.
 *
 * @param to where the pages go: a port for each reader there may be
 * @throws SourceError where it cannot be read, or not within the limits
 * @throws ToBeReadAlone
 */
export async function readTogether(
  bytes: Uint8Array,
  to: readonly MessagePort[],
  reading: Reading,
): Promise<ReadShare> {
  const { alone, onPage } = reading
  const claims = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const helpers: Promise<ReadShare>[] = []
  let done = 0
  const ask = (port: MessagePort, opened?: OpenedDocument): Promise<ReadShare> =>
    askReader({ bytes, options: optionsOf(reading), to: port, claims, opened }, reading, (news) => {
      if (news.kind === 'pages') for (let page = 0; page < news.read; page += 1) onPage?.((done += 1), news.total)
      else if (!alone && opened === undefined) call(news.opened)
    })
  const call = (opened: OpenedDocument): void => {
    const wanted = Math.min(to.length, Math.floor(opened.total / PAGES_FOR_EACH)) - 1
    for (const port of to.slice(1, 1 + Math.min(wanted, MOST_READERS - busy))) {
      const helper = ask(port, opened)
      // Looked at when the first reader is done.
      helper.catch(() => undefined)
      helpers.push(helper)
    }
  }
  const [first] = to
  if (first === undefined) throw new Error('there is no port for the pages')
  try {
    const share = await ask(first)
    const others = await Promise.all(helpers)
    if (others.length > 0 && !isPlain([share, ...others])) throw new ToBeReadAlone()
    return share
  } finally {
    Atomics.store(claims, 0, ALL_TAKEN)
    await Promise.allSettled(helpers)
  }
}

function isPlain(shares: readonly ReadShare[]): boolean {
  return shares.every(({ frame }) => frame.notices.length === 0) && shares.some(({ hasText }) => hasText)
}

function optionsOf({ password, ignoreRestrictions, limits, without }: Reading): ReadTask['options'] {
  return { password, ignoreRestrictions, limits, without }
}

async function askReader(
  task: ReadTask,
  { limits, watch }: Reading,
  onNews: (news: Exclude<ReaderNews, { kind: 'extra' }>) => void,
): Promise<ReadShare> {
  const reader = pool.take(limits.maxMemory)
  busy += 1
  const tell = (news: ReaderNews): void => {
    if (news.kind === 'extra') watch.extraBegins(reader, news.name)
    else onNews(news)
  }
  try {
    return await reader.ask(task, { signal: watch.signal, onNews: tell, transfer: [task.to] })
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    throw error.isFull ? watch.overrun('maxMemory', error) : damaged(error)
  } finally {
    watch.extraBegins(reader, null)
    busy -= 1
    pool.give(reader)
  }
}
