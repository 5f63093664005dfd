import process from 'node:process'
import { type Transferable, Worker } from 'node:worker_threads'
import { MIB } from '../limits/limits.ts'
import { beginLoading } from './loading.ts'
import { isKeeping } from './run-script.ts'
import { type ThreadReply, unpackError } from './thread-messages.ts'

/** A thread ended in the middle of a task: what it did took more than it may, or broke Node itself. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
  /** Its heap was full. */
  readonly isFull: boolean

  constructor(cause: Error) {
    super(cause.message, { cause })
    this.isFull = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
  }
}

interface Asked<News> {
  /** Ends the thread; the answer is then its reason. */
  readonly signal: AbortSignal
  readonly onNews?: (news: News) => void
  readonly transfer?: readonly Transferable[]
}

/** A thread that answers one task after the other. */
export class Thread<Task, News> {
  readonly #worker: Worker
  /** MiB that its heap may take. */
  readonly heap: number
  isAlive = true
  /** Its heap is so large that a new thread costs less. */
  isGrown = false
  readonly #grown: number

  constructor(file: URL, heap: number, grown: number) {
    this.heap = heap
    this.#grown = grown
    const loaded = beginLoading()
    this.#worker = new Worker(file, {
      resourceLimits: { ...heapLimit(heap), stackSizeMb: STACK },
      // `node --input-type=module -e` means its own text; Node refuses files to a thread that inherits that.
      ...(process.execArgv.some((option) => option.startsWith('--input-type')) ? { execArgv: [] } : {}),
    })
    // A thread that breaks down while it waits is only missed. It does not keep the process alive either.
    this.#worker.on('error', () => undefined).unref()
    this.#worker.once('message', loaded).once('exit', () => {
      this.isAlive = false
      loaded()
    })
  }

  /**
   * @throws ThreadEnded where the thread broke down
   * @throws the signal's reason, once the thread has ended; what `onNews` throws; what the task threw
   */
  ask<Result>(task: Task, { signal, onNews, transfer = [] }: Asked<News>): Promise<Result> {
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        worker.off('message', onReply).off('error', onError).off('exit', onExit).unref()
        signal.removeEventListener('abort', onAbort)
        settle()
      }
      const end = (reason: unknown): void => {
        finish(() => undefined)
        void this.end().then(() => reject(asError(reason)))
      }
      const onReply = (reply: ThreadReply<News, Result>): void => {
        if (reply.kind === 'result') {
          this.isGrown = reply.heap > this.#grown
          finish(() => resolve(reply.result))
        } else if (reply.kind === 'failure') finish(() => reject(unpackError(reply.error)))
        else if (reply.kind === 'news') {
          try {
            onNews?.(reply.news)
          } catch (error) {
            end(error)
          }
        }
      }
      const onAbort = (): void => end(signal.reason)
      const onError = (error: Error): void => end(new ThreadEnded(error))
      const onExit = (): void => end(new ThreadEnded(new Error('the thread ended')))
      worker.on('message', onReply).once('error', onError).once('exit', onExit).ref()
      if (signal.aborted) onAbort()
      else if (!this.isAlive) onExit()
      else {
        signal.addEventListener('abort', onAbort)
        worker.postMessage(task, transfer)
      }
    })
  }

  /** Ends the thread, whatever it does, and gives its memory back. */
  async end(): Promise<void> {
    this.isAlive = false
    await this.#worker.terminate()
  }
}

/** MiB. Lists of hundreds of thousands of numbers are arguments of `Math.max`. */
const STACK = 64

/** V8 knows no heaps beyond what its addresses hold. */
const LARGEST_HEAP = 1 << 20

function heapLimit(heap: number): { readonly maxOldGenerationSizeMb?: number } {
  return Number.isFinite(heap) ? { maxOldGenerationSizeMb: Math.min(Math.ceil(heap), LARGEST_HEAP) } : {}
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

/** Threads of one kind. Those that wait do not keep the process alive. */
export class ThreadPool<Task, News> {
  readonly #file: URL
  readonly #grown: number
  #idle: Thread<Task, News>[] = []

  /** @param grown MiB of heap from which on a new thread costs less than one that waits */
  constructor(file: URL, grown: number) {
    this.#file = file
    this.#grown = grown * MIB
  }

  /**
   * A thread that waits, or a new one.
   *
   * @param isSmall whether the task takes so little that a thread with a large heap does it as well
   */
  take(heap: number, isSmall = false): Thread<Task, News> {
    const fitting = this.#idle.find(
      (thread) => thread.isAlive && thread.heap === heap && (isSmall || !this.#isWorn(thread)),
    )
    this.#idle = this.#idle.filter((thread) => thread.isAlive && thread !== fitting)
    return fitting ?? new Thread(this.#file, heap, this.#grown)
  }

  /** Takes a thread back; one with a large heap ends unless a small task comes at once. */
  give(thread: Thread<Task, News>): void {
    if (thread.isAlive) this.#idle.push(thread)
    if (this.#isWorn(thread)) setImmediate(() => this.#endIdle(thread))
  }

  /** What was compiled in a thread is asked for at the end. */
  #isWorn({ isGrown }: Thread<Task, News>): boolean {
    return isGrown && !isKeeping()
  }

  #endIdle(thread: Thread<Task, News>): void {
    if (!this.#idle.includes(thread)) return
    this.#idle = this.#idle.filter((other) => other !== thread)
    void thread.end()
  }
}
