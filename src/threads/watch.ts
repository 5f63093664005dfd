import process from 'node:process'
import { type Limits, limitError, MIB } from '../limits/limits.ts'

/** Milliseconds between two looks at the clock and at the memory: what a bomb may add meanwhile is some 50 MiB. */
const BETWEEN_LOOKS = 20

/** Share of a document's time that something its text can do without may take. */
const SHARE_OF_EXTRA = 0.25

/** Something that the text can do without takes too long or too much memory. */
export class ExtraTooLarge extends Error {
  override readonly name = 'ExtraTooLarge'
  readonly extra: string

  constructor(extra: string) {
    super(`${extra} takes too long or too much memory`)
    this.extra = extra
  }
}

/** The memory is full while several documents are read; this one is to be read again when it is the only one. */
export class Postponed extends Error {
  override readonly name = 'Postponed'
}

/**
 * Holds one document to its limits: the signal is raised where one is hit. The timers of the thread that reads would
 * not fire while a page is parsed, and V8's limits do not count buffers, so another thread looks at both.
 */
export class Watch {
  readonly limits: Limits
  readonly #controller = new AbortController()
  readonly #deadline: number
  /** What readers are at that the text can do without, each with when it began. */
  readonly #extras = new Map<object, { readonly name: string; readonly since: number }>()

  /** @param deadline milliseconds, as `performance.now()` counts */
  constructor(limits: Limits, deadline: number = performance.now() + 1000 * limits.timeout) {
    this.limits = limits
    this.#deadline = deadline
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** @param name of what the reader is at now and can be left out; null where it is the text */
  extraBegins(reader: object, name: string | null): void {
    if (name === null) this.#extras.delete(reader)
    else this.#extras.set(reader, { name, since: performance.now() })
  }

  /** The limit was hit, by whatever is read now. */
  overrun(name: 'timeout' | 'maxMemory', cause?: unknown): Error {
    const [extra] = this.#extras.values()
    return extra === undefined ? limitError(name, this.limits, cause) : new ExtraTooLarge(extra.name)
  }

  stop(reason: Error): void {
    this.#controller.abort(reason)
  }

  lookAtClock(now: number): void {
    if (this.signal.aborted) return
    if (now > this.#deadline) {
      this.stop(limitError('timeout', this.limits))
      return
    }
    const overlong = [...this.#extras.values()].find(
      ({ since }) => now - since > SHARE_OF_EXTRA * 1000 * this.limits.timeout,
    )
    if (overlong !== undefined) this.stop(new ExtraTooLarge(overlong.name))
  }

  /** Watches as long as `run` takes. */
  async during<T>(run: () => Promise<T>): Promise<T> {
    if (watches.size === 0) atRest = residentSize()
    watches.add(this)
    timer ??= setInterval(look, BETWEEN_LOOKS).unref()
    try {
      return await run()
    } finally {
      watches.delete(this)
      if (watches.size === 0) {
        clearInterval(timer)
        timer = undefined
      }
    }
  }
}

/** In the order in which they began. */
const watches = new Set<Watch>()
let timer: NodeJS.Timeout | undefined
/** MiB that the process had when none was read. */
let atRest = 0

function residentSize(): number {
  return process.memoryUsage.rss() / MIB
}

function look(): void {
  const now = performance.now()
  for (const watch of watches) watch.lookAtClock(now)
  // What was stopped is about to give its memory back.
  if ([...watches].some(({ signal }) => signal.aborted)) return
  const taken = residentSize() - atRest
  const last = [...watches].reverse().find(({ limits }) => taken > limits.maxMemory)
  last?.stop(watches.size > 1 ? new Postponed() : last.overrun('maxMemory'))
}
