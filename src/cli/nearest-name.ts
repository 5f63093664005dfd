import { createRequire } from 'node:module'
import type * as distances from 'natural/lib/natural/distance/index.js'

/**
 * The known name that somebody probably meant: at most a third of its letters apart, the first of those that are
 * equally near.
 */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  // Loaded where a name was mistyped.
  const load = createRequire(import.meta.url)
  const { DamerauLevenshteinDistance } = load('natural/lib/natural/distance/index.js') as typeof distances
  const near = known
    .map((name) => ({ name, distance: DamerauLevenshteinDistance(written, name, { restricted: true }) }))
    .filter(({ name, distance }) => distance <= Math.max(1, name.length / 3))
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.name
}
