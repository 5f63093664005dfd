import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { BroadcastChannel, getEnvironmentData } from 'node:worker_threads'

/** A script as CommonJS runs it. */
type Wrapper = (exports: object, require: NodeJS.Require, module: { exports: object }, path: string) => void

/** Set to true where scripts are to keep, when asked on a channel of this name, what was compiled of them. */
export const KEEPING = 'keep compiled code'

/** Letters of the digest that a script ends in, and what was compiled of it begins with. */
const DIGEST = 64

/** Digits of the length that follows the digest. */
const LENGTH = 12

/**
 * Runs a script of the build. Where the build has kept what this V8 compiled of it, that is used: to compile all anew
 * takes a tenth of the time of a run. V8 takes only what it has made itself, with the same settings; whether it is of
 * this script, and whole, is looked at here. Without it the script is a module like others, of which Node may keep what
 * it compiles.
 *
 * @param url of a CommonJS file with nothing but ASCII characters that ends in a comment with the digest of what is before
 * @returns whether compiled code was taken
 */
export function runScript(url: URL): boolean {
  const path = fileURLToPath(url)
  const source = readFileSync(path, 'latin1')
  const digest = source.slice(-DIGEST)
  const cachedData = compiledOf(path, digest)
  const require = createRequire(url)
  if (cachedData === undefined && !isKeeping()) {
    require(path)
    return false
  }
  const script = new vm.Script(`(function (exports, require, module, __filename) {${source}\n})`, {
    filename: path,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    cachedData,
  })
  const wrapper = script.runInThisContext() as Wrapper
  const module = { exports: {} }
  wrapper(module.exports, require, module, path)
  if (isKeeping()) keepWhenAsked(script, path, digest)
  return script.cachedDataRejected === false
}

/** Whether what is compiled now will be kept. */
export function isKeeping(): boolean {
  return getEnvironmentData(KEEPING) === true
}

/** Undefined where there is none of this script. */
function compiledOf(path: string, digest: string): Buffer | undefined {
  try {
    const kept = readFileSync(keptAt(path))
    const isOfScript = kept.toString('latin1', 0, DIGEST) === digest
    const code = kept.subarray(DIGEST + LENGTH)
    return isOfScript && Number(kept.toString('latin1', DIGEST, DIGEST + LENGTH)) === code.length ? code : undefined
  } catch {
    return undefined
  }
}

/** Compiled code is asked for when it holds all that a run has needed. */
function keepWhenAsked(script: vm.Script, path: string, digest: string): void {
  const channel = new BroadcastChannel(KEEPING)
  channel.onmessage = ({ data }: { readonly data: unknown }) => {
    if (data !== 'keep') return
    const code = script.createCachedData()
    const head = `${digest}${String(code.length).padStart(LENGTH, '0')}`
    writeFileSync(`${keptAt(path)}.new`, Buffer.concat([Buffer.from(head, 'latin1'), code]))
    renameSync(`${keptAt(path)}.new`, keptAt(path))
    channel.postMessage({ kept: path })
  }
  channel.unref()
}

function keptAt(path: string): string {
  return `${path}.${process.version}-${process.platform}-${process.arch}.code`
}
