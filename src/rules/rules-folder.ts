import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }

/**
 * The rules that come with the package, as its manifest names them. Found from this module, so that it works from sources
 * and from the build.
 */
export function defaultRulesFolder(): string {
  return fileURLToPath(new URL(`../../${manifest.config.rules}`, import.meta.url))
}
