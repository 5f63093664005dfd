import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { limitError, type Limits } from '../limits/limits.ts'
import type { ReaderNews, ReadTask } from '../pdf/reader-thread.ts'
import type { Rules } from '../rules/load-rules.ts'
import { hasPdfHeader } from '../source/detect-kind.ts'
import { readInput } from '../source/read-input.ts'
import { damaged } from '../source/source-error.ts'
import { type Thread, ThreadEnded, ThreadPool } from './thread-pool.ts'
import { Turnstile } from './turnstile.ts'
import { ExtraTooLarge, Postponed, Watch } from './watch.ts'
import type { DocumentPlace, InterpretTask, Question, Work } from './work.ts'

const readers = new ThreadPool<ReadTask, ReaderNews>(new URL('../pdf/reader-thread.js', import.meta.url))
const interpreters = new ThreadPool<InterpretTask, never>(new URL('interpreter-thread.js', import.meta.url))
const turnstile = new Turnstile(Math.max(2, availableParallelism()))

export interface ProcessOptions {
  readonly rules: Rules | Promise<Rules>
  readonly limits: Limits
  readonly password?: string | undefined
  readonly ignoreRestrictions?: boolean | undefined
  /** Called after each page of a PDF. */
  readonly onPage?: ((done: number, total: number) => void) | undefined
}

/**
 * Reads a document, PDF or text, and answers a question about it. It is read in one thread while another, which
 * interprets it, makes ready; this one only watches the limits.
 *
 * @throws SourceError where the input cannot be read, or not within the limits
 * @throws what loading the rules throws
 */
export async function processDocument<Kind extends keyof Work>(
  input: string | Uint8Array,
  question: Question<Kind>,
  options: ProcessOptions,
): Promise<Work[Kind]['answer']> {
  let alone = false
  for (;;) {
    try {
      return await turnstile.pass(alone, () => processWithin(input, question, options))
    } catch (error) {
      if (!(error instanceof Postponed)) throw error
      alone = true
    }
  }
}

/** As often as something has to be left out that the text can do without; all of it within one time limit. */
async function processWithin<Answer>(
  input: string | Uint8Array,
  question: Question,
  options: ProcessOptions,
): Promise<Answer> {
  const { limits } = options
  const deadline = performance.now() + 1000 * limits.timeout
  const without: string[] = []
  for (;;) {
    const watch = new Watch(limits, deadline)
    try {
      return await watch.during(() => processOnce<Answer>(input, question, { ...options, watch, without }))
    } catch (error) {
      if (!(error instanceof ExtraTooLarge) || without.includes(error.extra)) throw error
      without.push(error.extra)
    }
  }
}

interface Attempt extends ProcessOptions {
  readonly watch: Watch
  /** What the text can do without and has to. */
  readonly without: readonly string[]
}

async function processOnce<Answer>(input: string | Uint8Array, question: Question, attempt: Attempt): Promise<Answer> {
  const { limits, watch } = attempt
  const { signal } = watch
  const interpreter = interpreters.take(limits.maxMemory)
  try {
    const reading = readInput(input, limits).then((bytes) => place(bytes, attempt))
    // Looked at last: where the rules are invalid too, that is said.
    reading.catch(() => undefined)
    const rules = await attempt.rules
    await interpreter.ask({ kind: 'prepare', rules }, { signal })
    const found = await reading
    const transfer = 'port' in found ? [found.port] : []
    return await interpreter.ask<Answer>({ kind: 'ask', rules, place: found, question }, { signal, transfer })
  } catch (error) {
    throw whyInterpreterFailed(error, watch)
  } finally {
    interpreters.give(interpreter)
  }
}

/** What V8 says where a list, a text or the stack outgrows it. */
const OVERFLOW = /stack size|Invalid (?:string|array|typed array) length|maximum size|allocation failed/u

/** A document that is too large for the heap or the stack of a thread. */
function whyInterpreterFailed(error: unknown, { limits }: Watch): unknown {
  const isFull =
    (error instanceof ThreadEnded && error.isFull) || (error instanceof RangeError && OVERFLOW.test(error.message))
  return isFull ? limitError('maxMemory', limits, error) : error
}

async function place(bytes: Uint8Array, attempt: Attempt): Promise<DocumentPlace> {
  if (!hasPdfHeader(bytes)) return { bytes, limits: attempt.limits }
  const reader = readers.take(attempt.limits.maxMemory)
  try {
    return await readAside(reader, bytes, attempt)
  } finally {
    readers.give(reader)
  }
}

async function readAside(
  reader: Thread<ReadTask, ReaderNews>,
  bytes: Uint8Array,
  { limits, watch, without, password, ignoreRestrictions, onPage }: Attempt,
): Promise<DocumentPlace> {
  const { port1: port, port2: to } = new MessageChannel()
  const onNews = (news: ReaderNews): void => {
    if (news.kind === 'page') onPage?.(news.done, news.total)
    else watch.extraBegins(news.name)
  }
  try {
    const options = { password, ignoreRestrictions, limits, without }
    await reader.ask({ bytes, options, to }, { signal: watch.signal, onNews, transfer: [to] })
    return { port }
  } catch (error) {
    port.close()
    if (!(error instanceof ThreadEnded)) throw error
    throw error.isFull ? watch.overrun('maxMemory', error) : damaged(error)
  }
}
