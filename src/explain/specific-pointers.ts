import type { Traced } from '../values/traced.ts'

/**
 * For each word the JSON Pointers of the values it went into: of a whole and its parts only the parts.
 *
 *     …/contact/text, …/contact/emails/0      is      …/contact/emails/0
 *
 * @param root JSON Pointer to the traced value
 */
export function pointersByWord({ ink }: Traced, root: string): ReadonlyMap<number, readonly string[]> {
  const all = new Map<number, string[]>()
  for (const [pointer, { words }] of ink) {
    for (const id of words) {
      const known = all.get(id)
      if (known === undefined) all.set(id, [`${root}${pointer}`])
      else known.push(`${root}${pointer}`)
    }
  }
  return new Map([...all].map(([id, pointers]) => [id, mostSpecific([...new Set(pointers)])]))
}

function mostSpecific(pointers: readonly string[]): readonly string[] {
  if (pointers.length < 2) return pointers
  return pointers.filter((whole) => {
    const parent = whole.slice(0, whole.lastIndexOf('/') + 1)
    return !pointers.some((part) => part.startsWith(parent) && depth(part) > depth(whole))
  })
}

function depth(pointer: string): number {
  return pointer.split('/').length
}
