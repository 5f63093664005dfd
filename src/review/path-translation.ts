import type { PlacedChange } from '../diff/diff-reports.ts'
import type { EditionName } from './review-data.ts'

/** A path of one edition as the other edition has it; where that has nothing there, some path that it does not have. */
export type PathTranslation = (path: string) => string

/** Follows what was renamed or moved: of several that hold a thing, the innermost. */
export function translatedPaths(changes: readonly PlacedChange[], from: EditionName, to: EditionName): PathTranslation {
  const known = new Map<string, string>()
  for (const change of changes) {
    const [here, there] = [change[from]?.path, change[to]?.path]
    if (here !== undefined && there !== undefined && here !== there) known.set(here, there)
  }
  return (path) => {
    const steps = path.split('/')
    for (let length = steps.length; length > 0; length -= 1) {
      const there = known.get(steps.slice(0, length).join('/'))
      if (there !== undefined) return [there, ...steps.slice(length)].join('/')
    }
    return path
  }
}
