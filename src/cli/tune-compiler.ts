import process from 'node:process'
import v8 from 'node:v8'
import { whileLoading } from '../threads/loading.ts'

/** A flag of V8 with a number: how often code has run before it is compiled once more. */
interface Flag {
  readonly name: string
  readonly usual: number
  readonly tuned: number
}

/** By the major version of V8. */
const FLAGS: Readonly<Record<string, readonly Flag[]>> = {
  '11': [{ name: 'interrupt-budget', usual: 67_584, tuned: 1_000_000 }],
  '12': tierUp(800),
  '13': tierUp(500),
}

/**
 * Has V8 compile only the busiest code for speed. A report is read in a second, of which a third goes otherwise into
 * compiling code that has nearly done its work; what a long report runs is compiled all the same. Only numbers are
 * changed that V8 looks up when it counts, and only in versions that are known to have them. While a thread is loaded
 * they are as usual: V8 takes what was compiled before, of Node and of the program, only with the flags that it was
 * compiled with.
 */
export function tuneCompiler(): void {
  let isTuned = false
  const begins = (): void => {
    if (isTuned) setFlags('usual')
  }
  const ends = (): void => {
    setFlags('tuned')
    isTuned = true
  }
  whileLoading({ begins, ends })
}

function setFlags(kind: 'usual' | 'tuned'): void {
  const [major = ''] = process.versions.v8.split('.')
  for (const flag of FLAGS[major] ?? []) v8.setFlagsFromString(`--${flag.name}=${String(flag[kind])}`)
}

function tierUp(usualForLoops: number): readonly Flag[] {
  return [
    { name: 'invocation-count-for-turbofan', usual: 3000, tuned: 20_000 },
    { name: 'invocation-count-for-maglev', usual: 400, tuned: 1000 },
    { name: 'invocation-count-for-osr', usual: usualForLoops, tuned: 3000 },
  ]
}
