import { jsonPointer } from '../rules/json-pointer.ts'

/** JSON with, beside it, the printed words behind each of its values by JSON Pointer. */
export interface Traced {
  readonly json: unknown
  /** JSON Pointer to ids of words; pointers are relative to `json`. */
  readonly words: ReadonlyMap<string, readonly number[]>
}

/** An object whose parts are traced. */
export function tracedObject(parts: Readonly<Record<string, Traced>>): Traced {
  const words = new Map<string, readonly number[]>()
  for (const [key, part] of Object.entries(parts)) addBelow(words, key, part)
  return { json: Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part.json])), words }
}

/** A list whose entries are traced. */
export function tracedList(parts: readonly Traced[]): Traced {
  const words = new Map<string, readonly number[]>()
  for (const [index, part] of parts.entries()) addBelow(words, index, part)
  return { json: parts.map((part) => part.json), words }
}

/** A value with the words it was read from. */
export function leaf(json: unknown, words: readonly number[] = []): Traced {
  return { json, words: words.length === 0 ? new Map() : new Map([['', words]]) }
}

function addBelow(words: Map<string, readonly number[]>, key: string | number, part: Traced): void {
  for (const [pointer, ids] of part.words) words.set(`${jsonPointer([key])}${pointer}`, ids)
}
