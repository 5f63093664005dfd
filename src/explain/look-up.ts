import { jsonPointer } from '../rules/json-pointer.ts'

/** What stands at a place of a JSON value, or how far the path to it goes. */
export type LookedUp =
  | {
      readonly exists: true
      readonly value: unknown
      /** The values from the root down to it. */ readonly way: readonly unknown[]
    }
  | {
      readonly exists: false
      /** JSON Pointer to the last value that exists. */
      readonly prefix: string
      /** Its keys, or the indices of a list; empty where it is neither object nor list. */
      readonly keys: readonly string[]
    }

/** Follows a path of keys and indices. */
export function lookUp(root: unknown, path: readonly string[]): LookedUp {
  const way: unknown[] = [root]
  for (const [index, step] of path.entries()) {
    const entries = entriesOf(way.at(-1))
    const entry = entries.find(([key]) => key === step)
    if (entry === undefined) {
      return { exists: false, prefix: jsonPointer(path.slice(0, index)), keys: entries.map(([key]) => key) }
    }
    way.push(entry[1])
  }
  return { exists: true, value: way.at(-1), way }
}

/** The entries of an object or a list; empty for anything else. */
export function entriesOf(value: unknown): readonly (readonly [key: string, value: unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
