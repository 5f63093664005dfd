import { isAbsolute, join, resolve } from 'node:path'
import { platform } from 'node:process'
import { programInfo } from '../report/program-info.ts'
import type { CliIo } from './io.ts'

const CACHE_VARIABLE = `${programInfo().name.toUpperCase()}_CACHE`

/**
 * Where the program keeps what can be made again: where the variable says, nowhere if it is empty, and otherwise where the
 * system does (XDG Base Directory Specification 0.8; `Caches` on macOS; local application data on Windows).
 */
export function cacheFolder(env: CliIo['env']): string | undefined {
  const { name } = programInfo()
  const chosen = env[CACHE_VARIABLE]
  if (chosen !== undefined) return chosen === '' ? undefined : resolve(chosen)
  const place = cacheHome(env)
  return place === undefined || !isAbsolute(place) ? undefined : join(place, name)
}

function cacheHome(env: CliIo['env']): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA']
  const home = env['HOME']
  if (platform === 'darwin') return home === undefined ? undefined : join(home, 'Library', 'Caches')
  const named = env['XDG_CACHE_HOME']
  if (named !== undefined && named !== '') return named
  return home === undefined ? undefined : join(home, '.cache')
}
