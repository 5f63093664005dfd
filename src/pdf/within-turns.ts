import { setImmediate as nextTurn } from 'node:timers/promises'

/** PDF.js answers within a few turns of the event loop where it answers at all. */
const TURNS = 1000

/**
 * The promise's value, or an error where it has not settled after so many turns of the event loop. PDF.js leaves some
 * promises open for ever on damaged documents. Turns are counted, not milliseconds: the same document ends the same way
 * on a slow machine, and nothing keeps the process alive afterwards.
 */
export async function withinTurns<T>(promise: Promise<T>, turns: number = TURNS): Promise<T> {
  const state = { settled: false }
  const settle = (): void => {
    state.settled = true
  }
  promise.then(settle, settle)
  for (let turn = 0; turn < turns && !state.settled; turn += 1) await nextTurn()
  if (!state.settled) throw new Error('no answer')
  return promise
}
