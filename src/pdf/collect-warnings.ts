import { AsyncLocalStorage } from 'node:async_hooks'

/** Takes one warning of PDF.js, without its prefix. */
export type WarningCollector = (words: string) => void

const PREFIX = 'Warning: '

/**
 * PDF.js has no hook for its warnings: it writes them to `console.warn`. While a document is read, that function is
 * replaced by one that finds the document by its asynchronous context, so documents read side by side keep their
 * warnings apart. Everything else that is written to `console.warn` meanwhile passes through.
 */
const collectors = new AsyncLocalStorage<WarningCollector>()

interface Interception {
  readonly original: typeof console.warn
  readonly replacement: typeof console.warn
  users: number
}

let interception: Interception | null = null

function intercept(): Interception {
  const original = console.warn
  const replacement = (...words: unknown[]): void => {
    const collector = collectors.getStore()
    const [first] = words
    if (collector !== undefined && typeof first === 'string' && first.startsWith(PREFIX)) {
      collector(first.slice(PREFIX.length))
    } else {
      original.apply(console, words)
    }
  }
  console.warn = replacement
  return { original, replacement, users: 0 }
}

/**
 * Runs `run` and hands the warnings PDF.js writes meanwhile, in this asynchronous context, to `collector`.
 * `console.warn` is as it was when the last of several overlapping runs has ended.
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
      if (console.warn === current.replacement) console.warn = current.original
    }
  }
}

/** Runs `run` without any of its PDF.js warnings: what PDF.js says about its own surroundings concerns no document. */
export function silencePdfjs<T>(run: () => Promise<T>): Promise<T> {
  return collectWarnings(() => undefined, run)
}
