import manifest from '../../package.json' with { type: 'json' }

/** Name and version of this program. */
export function programInfo(): { readonly name: string; readonly version: string } {
  return { name: manifest.name, version: manifest.version }
}
