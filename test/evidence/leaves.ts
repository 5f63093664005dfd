/** A value without parts, with its JSON Pointer. */
export interface Leaf {
  readonly pointer: string
  readonly value: string | number | boolean | null
}

/** All leaves of a JSON value, in order. */
export function leavesOf(value: unknown, pointer = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ pointer, value: value as Leaf['value'] }]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${pointer}/${key}`))
}

/** Last key of a pointer that is no index: `emails` of `…/emails/0`. */
export function keyOf(pointer: string): string {
  return pointer.split('/').findLast((token) => !/^\d+$/u.test(token)) ?? ''
}
