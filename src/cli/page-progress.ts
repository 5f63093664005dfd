import { createRequire } from 'node:module'
import type * as progress from 'cli-progress'
import type { CliIo, Output } from './io.ts'
import type { ParsedOptions } from './parse-options.ts'
import { printable } from '../showing/printable.ts'

/** Shows how many pages of which input are read, and lets messages appear above. */
export interface PageProgress {
  /** @returns to be called after each page, and once more when the input is done */
  start(name: string): { readonly onPage: (done: number, total: number) => void; readonly end: () => void }
  /** Prints text that ends with a line feed. */
  print(text: string): void
  stop(): void
}

/** Bars where a person looks on and has not asked for quiet. */
export function progressFor({ stderr }: CliIo, { switches }: ParsedOptions): PageProgress {
  return stderr.isTTY === true && !switches.has('quiet') ? barProgress(stderr) : silentProgress(stderr)
}

/** Messages only: for pipes, log files and `--quiet`. */
export function silentProgress(output: Output): PageProgress {
  return {
    start: () => ({ onPage: () => undefined, end: () => undefined }),
    print: (text) => void output.write(text),
    stop: () => undefined,
  }
}

/** One bar per input that is being read, gone when it is done. */
export function barProgress(output: Output): PageProgress {
  // Loaded where somebody looks on.
  const { MultiBar } = createRequire(import.meta.url)('cli-progress') as typeof progress
  const bars = new MultiBar({
    stream: output,
    format: '{bar} {value}/{total} pages  {name}',
    barsize: 24,
    clearOnComplete: true,
    // A bar that hides the cursor, turns off wrapping or catches the interrupt key leaves a broken terminal behind.
    hideCursor: false,
    linewrap: true,
    gracefulExit: false,
    emptyOnZero: true,
  })
  return {
    start(name) {
      const bar = bars.create(0, 0, { name: printable(name) })
      return {
        onPage(done, total) {
          bar.setTotal(total)
          bar.update(done)
          // Reading a page keeps the thread busy, so the bars' own timer would hardly ever fire.
          bars.update()
        },
        end: () => void bars.remove(bar),
      }
    },
    print(text) {
      bars.log(text)
      bars.update()
    },
    stop: () => bars.stop(),
  }
}
