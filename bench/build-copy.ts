import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/**
 * Builds the sources into a folder that git ignores, with the rules beside them, and gives the URL of the build. What is
 * measured is what users run; `dist/` is left alone.
 *
 * @param kind `bundled` is what users run; in `apart` each file of the sources can be told from the others
 */
export function buildCopy(kind: 'bundled' | 'apart'): URL {
  const copy = new URL(`node_modules/.cache/bench-${kind}/`, root)
  const build = new URL('dist/', copy)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const name of ['rules', 'package.json']) cpSync(new URL(name, root), new URL(name, copy), { recursive: true })
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root))
  const { status } = spawnSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--outDir', fileURLToPath(build)],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) throw new Error('the sources do not compile')
  if (kind === 'bundled') for (const step of ['bundle.js', 'compile.js']) runStep(step, build)
  return build
}

function runStep(step: string, build: URL): void {
  const path = fileURLToPath(new URL(step, root))
  const { status } = spawnSync(process.execPath, [path, fileURLToPath(build)], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${step} failed`)
}
