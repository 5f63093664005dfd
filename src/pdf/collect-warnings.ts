/** Takes one warning of PDF.js, without its prefix. */
export type WarningCollector = (words: string) => void

/** What PDF.js writes of its own goes by these, with the function that it writes it with. */
const PREFIXES = { warn: 'Warning: ', info: 'Info: ' } as const
type Method = keyof typeof PREFIXES

/** PDF.js ends a damaged stream with no more than this remark, though all behind the damage is missing. */
const LOSS = 'flate stream'

/** The last of the runs so far. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * Runs `run` and hands the warnings PDF.js writes meanwhile to `collector`. PDF.js has no hook for them: it writes them
 * to `console.warn`, and remarks to `console.info`, which are replaced for so long. Everything else that is written there
 * passes through. Runs wait for one another: nothing tells whose a warning is, and to follow each of the many promises
 * of PDF.js back to its document takes a tenth of the time of reading.
 */
export function collectWarnings<T>(collector: WarningCollector, run: () => Promise<T>): Promise<T> {
  const done = turn.then(() => intercepted(collector, run))
  turn = done.catch(() => undefined)
  return done
}

async function intercepted<T>(collector: WarningCollector, run: () => Promise<T>): Promise<T> {
  const undo = [interceptMethod('warn', collector), interceptMethod('info', collector)]
  try {
    return await run()
  } finally {
    for (const step of undo) step()
  }
}

/** @returns puts back what was there, unless somebody else has put something else there meanwhile */
function interceptMethod(method: Method, collector: WarningCollector): () => void {
  const original = console[method].bind(console)
  const before = Object.getOwnPropertyDescriptor(console, method)
  const prefix = PREFIXES[method]
  const replacement = (...words: unknown[]): void => {
    const [first] = words
    if (typeof first !== 'string' || !first.startsWith(prefix)) original(...words)
    else if (method === 'warn' || first.includes(LOSS)) collector(first.slice(prefix.length))
  }
  console[method] = replacement
  return () => {
    if (console[method] === replacement && before !== undefined) Object.defineProperty(console, method, before)
  }
}

/** Runs `run` without any of its PDF.js warnings: what PDF.js says about its own surroundings concerns no document. */
export function silencePdfjs<T>(run: () => Promise<T>): Promise<T> {
  return collectWarnings(() => undefined, run)
}
