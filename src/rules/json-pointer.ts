/** The JSON Pointer (RFC 6901) of a path of keys and indices; empty for the whole value. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
