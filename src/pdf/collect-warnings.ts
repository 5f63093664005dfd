import { AsyncLocalStorage } from 'node:async_hooks'

/** Takes one warning of PDF.js, without its prefix. */
export type WarningCollector = (words: string) => void

/** What PDF.js writes of its own goes by these, with the function that it writes it with. */
const PREFIXES = { warn: 'Warning: ', info: 'Info: ' } as const
type Method = keyof typeof PREFIXES

/** PDF.js ends a damaged stream with no more than this remark, though all behind the damage is missing. */
const LOSS = 'flate stream'

/**
 * PDF.js has no hook for its warnings: it writes them to `console.warn`, and remarks to `console.info`. While a document
 * is read, those functions are replaced by ones that find the document by its asynchronous context, so documents read
 * side by side keep their warnings apart. Everything else that is written there meanwhile passes through.
 */
const collectors = new AsyncLocalStorage<WarningCollector>()

interface Interception {
  readonly undo: () => void
  users: number
}

let interception: Interception | null = null

function intercept(): Interception {
  const undo = [interceptMethod('warn'), interceptMethod('info')]
  return { undo: () => undo.forEach((step) => step()), users: 0 }
}

/** @returns puts back what was there, unless somebody else has put something else there meanwhile */
function interceptMethod(method: Method): () => void {
  const original = console[method].bind(console)
  const before = Object.getOwnPropertyDescriptor(console, method)
  const prefix = PREFIXES[method]
  const replacement = (...words: unknown[]): void => {
    const collector = collectors.getStore()
    const [first] = words
    if (collector === undefined || typeof first !== 'string' || !first.startsWith(prefix)) {
      original(...words)
    } else if (method === 'warn' || first.includes(LOSS)) collector(first.slice(prefix.length))
  }
  console[method] = replacement
  return () => {
    if (console[method] === replacement && before !== undefined) Object.defineProperty(console, method, before)
  }
}

/**
 * Runs `run` and hands the warnings PDF.js writes meanwhile, in this asynchronous context, to `collector`.
 * The console is as it was when the last of several overlapping runs has ended.
 */
export async function collectWarnings<T>(collector: WarningCollector, run: () => Promise<T>): Promise<T> {
  interception ??= intercept()
  const current = interception
  current.users += 1
  try {
    return await collectors.run(collector, run)
  } finally {
    current.users -= 1
    if (current.users === 0) {
      interception = null
      current.undo()
    }
  }
}

/** Runs `run` without any of its PDF.js warnings: what PDF.js says about its own surroundings concerns no document. */
export function silencePdfjs<T>(run: () => Promise<T>): Promise<T> {
  return collectWarnings(() => undefined, run)
}
