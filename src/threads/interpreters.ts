import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { ThreadPool } from './thread-pool.ts'
import type { InterpretTask } from './work.ts'

/** The threads that make of documents what is asked for. */
export const interpreters = new ThreadPool<InterpretTask, never>(
  new URL('../threads/interpreter-thread.js', import.meta.url),
  256,
)

/**
 * Starts a thread that will be needed, before what gives it its work is loaded.
 *
 * @param maxMemory MiB, as of the limits of the first document
 */
export function startInterpreter(maxMemory: number = DEFAULT_LIMITS.maxMemory): void {
  interpreters.give(interpreters.take(maxMemory))
}
