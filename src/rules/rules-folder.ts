import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }

/**
 * The rules that come with the package, as its manifest names them. Found from this module, so that it works from sources
 * and from the build.
 */
export function defaultRulesFolder(): string {
  return fileURLToPath(new URL(`../../${manifest.config.rules}`, import.meta.url))
}

/**
 * Where the package keeps the rules that all families of a language share.
 *
 * @param language BCP 47; only its first part counts
 */
export function languageFolder(language: string): string {
  return join(dirname(defaultRulesFolder()), language.split('-')[0] ?? '')
}

/** The rules that a new family begins with. */
export function templateFolder(): string {
  return join(dirname(defaultRulesFolder()), 'template')
}

/** Where the package explains rules to those who write them. */
export function rulesReadme(): string {
  return join(dirname(defaultRulesFolder()), 'README.md')
}
