import module from 'node:module'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'

/** From Node 22.8 on. */
interface ModuleWithCache {
  readonly enableCompileCache?: (folder: string) => { readonly directory?: string }
}

/** Its variable for a folder; the threads of the program take it from there. */
const VARIABLE = 'NODE_COMPILE_CACHE'

/**
 * Has Node keep what it compiles from the program's files, beside the pages, in a folder that is nobody else's; where
 * it cannot, nothing is kept. Whoever has set Node's variable for that has chosen.
 *
 * @param env of the process; gets that variable
 */
export function keepCompiledCode(env: Record<string, string | undefined>): void {
  const folder = cacheFolder(env)
  const { enableCompileCache } = module as ModuleWithCache
  if (enableCompileCache === undefined || folder === undefined || env[VARIABLE] !== undefined) return
  const directory = join(folder, 'compiled')
  if (enableCompileCache(directory).directory !== undefined) env[VARIABLE] = directory
}
