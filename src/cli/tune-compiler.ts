import process from 'node:process'
import v8 from 'node:v8'

/** By the major version of V8, as its versions call them: how often code has run before it is compiled once more. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  '11': ['--interrupt-budget=1000000'],
  '12': tierUp(),
  '13': tierUp(),
}

/**
 * Has V8 compile only the busiest code for speed. A report is read in a second, of which a third goes otherwise into
 * compiling code that has nearly done its work; what a long report runs is compiled all the same. Only numbers are
 * changed that V8 looks up when it counts, and only in versions that are known to have them.
 */
export function tuneCompiler(): void {
  const [major = ''] = process.versions.v8.split('.')
  for (const flag of FLAGS[major] ?? []) v8.setFlagsFromString(flag)
}

function tierUp(): readonly string[] {
  return [
    '--invocation-count-for-turbofan=20000',
    '--invocation-count-for-maglev=1000',
    '--invocation-count-for-osr=3000',
  ]
}
