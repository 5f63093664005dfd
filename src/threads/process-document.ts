import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type CacheEntry, cacheEntry, findPages, trimCache } from '../cache/page-cache.ts'
import { limitError, type Limits } from '../limits/limits.ts'
import { hasPdfHeader } from '../source/detect-kind.ts'
import { readInput } from '../source/read-input.ts'
import { interpreters } from './interpreters.ts'
import { MOST_READERS, readTogether, ToBeReadAlone } from './read-together.ts'
import { ThreadEnded } from './thread-pool.ts'
import { Turnstile } from './turnstile.ts'
import { ExtraTooLarge, Postponed, Watch } from './watch.ts'
import type { DocumentPlace, InterpretTask, Question, RulesPlace, Work } from './work.ts'

const turnstile = new Turnstile(Math.max(2, availableParallelism()))

export interface ProcessOptions {
  readonly rules: RulesPlace | Promise<RulesPlace>
  readonly limits: Limits
  readonly password?: string | undefined
  readonly ignoreRestrictions?: boolean | undefined
  /** Folder in which pages that were read are kept for later runs; nothing is kept where it is undefined. */
  readonly cache?: string | undefined
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

/**
 * The JSON Schema of the reports that follow the rules, as JSON.
 *
 * @throws RulesError where they are invalid
 */
export async function schemaOf(rules: RulesPlace, limits: Limits): Promise<string> {
  return withInterpreter(rules, limits, (ask) => ask<string>({ kind: 'schema' }), { isSmall: true })
}

/** The rules that an interpreter has loaded. A folder that is named anew is read anew. */
const prepared = new WeakMap<object, RulesPlace>()

type Ask = <Answer>(task: InterpretTask, transfer?: readonly (MessagePort | ArrayBuffer)[]) => Promise<Answer>

/** Runs `use` with an interpreter that has loaded the rules. */
async function withInterpreter<T>(
  rules: RulesPlace,
  { maxMemory }: Limits,
  use: (ask: Ask) => Promise<T>,
  { signal = new AbortController().signal, isSmall = false }: { signal?: AbortSignal; isSmall?: boolean } = {},
): Promise<T> {
  const interpreter = interpreters.take(maxMemory, isSmall)
  const ask: Ask = (task, transfer = []) => interpreter.ask(task, { signal, transfer })
  try {
    if (prepared.get(interpreter) !== rules) await ask<null>({ kind: 'prepare', rules })
    prepared.set(interpreter, rules)
    return await use(ask)
  } finally {
    interpreters.give(interpreter)
  }
}

/** As often as something has to be left out or read by one reader; all of it within one time limit. */
async function processWithin<Answer>(
  input: string | Uint8Array,
  question: Question,
  options: ProcessOptions,
): Promise<Answer> {
  const { limits } = options
  const deadline = performance.now() + 1000 * limits.timeout
  const without: string[] = []
  let alone = false
  for (;;) {
    const watch = new Watch(limits, deadline)
    try {
      return await watch.during(() => processOnce<Answer>(input, question, { ...options, watch, without, alone }))
    } catch (error) {
      if (error instanceof ToBeReadAlone) alone = true
      else if (error instanceof ExtraTooLarge && !without.includes(error.extra)) without.push(error.extra)
      else throw error
    }
  }
}

interface Attempt extends ProcessOptions {
  readonly watch: Watch
  /** What the text can do without and has to. */
  readonly without: readonly string[]
  /** Whether one reader reads all of it. */
  readonly alone: boolean
}

async function processOnce<Answer>(input: string | Uint8Array, question: Question, attempt: Attempt): Promise<Answer> {
  const { limits, watch } = attempt
  const arriving = readInput(input, limits).then((bytes) => begin(bytes, attempt))
  // Looked at last: where the rules are invalid too, that is said.
  arriving.catch(() => undefined)
  const rules = await attempt.rules
  try {
    return await withInterpreter(
      rules,
      limits,
      async (ask) => {
        const { place, handedOver, finished } = await arriving
        const answer = ask<Answer>({ kind: 'ask', place, question }, handedOver)
        answer.catch(() => undefined)
        // Where the reading fails, the interpreter still has to say that nothing arrived.
        await finished.catch(async (error: unknown) => {
          await answer.catch(() => undefined)
          throw error
        })
        const answered = await answer
        if ('delivery' in place && place.delivery.keep !== null) void trimCache(place.delivery.keep.folder)
        return answered
      },
      { signal: watch.signal },
    )
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

/** A document that is on its way to an interpreter. */
interface Arriving {
  readonly place: DocumentPlace
  readonly handedOver: readonly (MessagePort | ArrayBuffer)[]
  /** Rejects with what kept it from being read. */
  readonly finished: Promise<void>
}

/** Begins to read a PDF, unless it was read before; a text is read by the interpreter. */
async function begin(bytes: Uint8Array, attempt: Attempt): Promise<Arriving> {
  const { limits, password, onPage } = attempt
  if (!hasPdfHeader(bytes)) return { place: { bytes, limits }, handedOver: [], finished: Promise.resolve() }
  const entry = await entryFor(bytes, attempt)
  const kept = entry === null ? null : await findPages(entry)
  if (kept === null) return startReading(bytes, entry, attempt)
  const { total } = kept.share
  if (total > limits.maxPages) throw limitError('maxPages', limits)
  onPage?.(total, total)
  const file = { bytes, password, maxMemory: limits.maxMemory }
  const memory = new Set(kept.parcels.map(({ buffer }) => buffer))
  return { place: { kept, file }, handedOver: [...memory], finished: Promise.resolve() }
}

/** Null where nothing is kept: what a password protects is not written anywhere else. */
async function entryFor(
  bytes: Uint8Array,
  { cache, password, ignoreRestrictions = false, without }: Attempt,
): Promise<CacheEntry | null> {
  if (cache === undefined || password !== undefined || without.length > 0) return null
  return cacheEntry(cache, bytes, { ignoreRestrictions })
}

function startReading(bytes: Uint8Array, keep: CacheEntry | null, attempt: Attempt): Arriving {
  const { limits, password, alone } = attempt
  const channels = Array.from({ length: alone ? 1 : MOST_READERS }, () => new MessageChannel())
  const { port1: end, port2: toEnd } = new MessageChannel()
  const pages = channels.map(({ port1 }) => port1)
  const read = async (): Promise<void> => {
    try {
      toEnd.postMessage(
        await readTogether(
          bytes,
          channels.map(({ port2 }) => port2),
          attempt,
        ),
      )
    } catch (error) {
      toEnd.postMessage(null)
      throw error
    }
  }
  const finished = read()
  finished.catch(() => undefined)
  const file = { bytes, password, maxMemory: limits.maxMemory }
  return { place: { delivery: { pages, end, keep }, file }, handedOver: [...pages, end], finished }
}
