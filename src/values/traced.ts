import { type Ink, wholeWords } from '../layout/ink.ts'
import { jsonPointer } from '../rules/json-pointer.ts'

/** JSON with, beside it, the printed characters behind each of its values by JSON Pointer. */
export interface Traced {
  readonly json: unknown
  /** By JSON Pointer relative to `json`; values that nothing is printed for are left out. */
  readonly ink: ReadonlyMap<string, Ink>
}

/** An object whose parts are traced. */
export function tracedObject(parts: Readonly<Record<string, Traced>>): Traced {
  const ink = new Map<string, Ink>()
  const entries = Object.entries(parts)
  for (const [key, part] of entries) addBelow(ink, key, part)
  return { json: Object.fromEntries(entries.map(([key, part]) => [key, part.json])), ink }
}

/** A list whose entries are traced. */
export function tracedList(parts: readonly Traced[]): Traced {
  const ink = new Map<string, Ink>()
  for (const [index, part] of parts.entries()) addBelow(ink, index, part)
  return { json: parts.map((part) => part.json), ink }
}

/**
 * A value with the printed characters it was read from.
 *
 * @param ink ids stand for whole words
 */
export function leaf(json: unknown, ink: Ink | readonly number[] = []): Traced {
  const own = 'words' in ink ? ink : wholeWords(ink)
  return { json, ink: own.words.length === 0 ? NOTHING_PRINTED : new Map([['', own]]) }
}

const NOTHING_PRINTED: Traced['ink'] = new Map()

/** The same value with something more about all of its ink. */
export function withInk(traced: Traced, more: Partial<Ink>): Traced {
  return { ...traced, ink: new Map(Array.from(traced.ink, ([pointer, ink]) => [pointer, { ...ink, ...more }])) }
}

function addBelow(all: Map<string, Ink>, key: string | number, part: Traced): void {
  if (part.ink.size === 0) return
  const step = jsonPointer([key])
  for (const [pointer, ink] of part.ink) all.set(`${step}${pointer}`, ink)
}
