import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The built program. */
export const program = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url))

/** Starts the built program (`npm run build`) as a user would, with this Node. Never rejects. `env` is added to the surroundings. */
export function runProgram(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const options = { cwd, maxBuffer: 1 << 28, env: { ...process.env, ...env } }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr })
    })
  })
}
