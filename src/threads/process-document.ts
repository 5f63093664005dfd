import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { limitError, type Limits } from '../limits/limits.ts'
import type { ReaderNews, ReadTask } from '../pdf/reader-thread.ts'
import { hasPdfHeader } from '../source/detect-kind.ts'
import { readInput } from '../source/read-input.ts'
import { damaged } from '../source/source-error.ts'
import { type Thread, ThreadEnded, ThreadPool } from './thread-pool.ts'
import { Turnstile } from './turnstile.ts'
import { ExtraTooLarge, Postponed, Watch } from './watch.ts'
import type { DocumentPlace, InterpretTask, Question, RulesPlace, Work } from './work.ts'

const readers = new ThreadPool<ReadTask, ReaderNews>(new URL('../pdf/reader-thread.js', import.meta.url))
const interpreters = new ThreadPool<InterpretTask, never>(new URL('interpreter-thread.js', import.meta.url))
const turnstile = new Turnstile(Math.max(2, availableParallelism()))

export interface ProcessOptions {
  readonly rules: RulesPlace | Promise<RulesPlace>
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

/**
 * Loads rules where documents will be interpreted.
 *
 * @returns where they are
 * @throws RulesError where they are invalid
 */
export async function prepareRules(rules: RulesPlace, limits: Limits): Promise<RulesPlace> {
  return withInterpreter(rules, limits, () => Promise.resolve(rules))
}

/** The JSON Schema of the reports that follow the rules, as JSON. */
export async function schemaOf(rules: RulesPlace, limits: Limits): Promise<string> {
  return withInterpreter(rules, limits, (ask) => ask<string>({ kind: 'schema' }))
}

type Ask = <Answer>(task: InterpretTask, transfer?: readonly MessagePort[]) => Promise<Answer>

/** Runs `use` with an interpreter that has loaded the rules. */
async function withInterpreter<T>(
  rules: RulesPlace,
  { maxMemory }: Limits,
  use: (ask: Ask) => Promise<T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<T> {
  const interpreter = interpreters.take(maxMemory)
  const ask: Ask = (task, transfer = []) => interpreter.ask(task, { signal, transfer })
  try {
    await ask<null>({ kind: 'prepare', rules })
    return await use(ask)
  } finally {
    interpreters.give(interpreter)
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
  const reading = readInput(input, limits).then((bytes) => place(bytes, attempt))
  // Looked at last: where the rules are invalid too, that is said.
  reading.catch(() => undefined)
  const rules = await attempt.rules
  try {
    const ask = async (ask: Ask): Promise<Answer> => {
      const found = await reading
      return ask<Answer>({ kind: 'ask', place: found, question }, 'port' in found ? [found.port] : [])
    }
    return await withInterpreter(rules, limits, ask, watch.signal)
  } catch (error) {
    throw whyInterpreterFailed(error, watch)
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
    return { port, file: { bytes, password, maxMemory: limits.maxMemory } }
  } catch (error) {
    port.close()
    if (!(error instanceof ThreadEnded)) throw error
    throw error.isFull ? watch.overrun('maxMemory', error) : damaged(error)
  }
}
