import type { ExtractResult } from '../interpret.ts'
import type { Change } from './change-of.ts'
import type { Correction } from './corrections-file.ts'

export type Provenance = ExtractResult['provenance']
type Entry = readonly [pointer: string, places: Provenance[string]]

/** Moves the places of a list's entries with them, and marks what a person has corrected. */
export function markCorrection(
  provenance: Provenance,
  change: Change,
  { before, reason, author }: Correction,
): Provenance {
  const moved = Object.entries(provenance).flatMap((entry) => follow(entry, change))
  const mark = { corrected: { before, reason, ...(author === undefined ? {} : { author }) } }
  const places = new Map<string, Provenance[string]>(moved)
  for (const pointer of change.marked) places.set(pointer, [...(places.get(pointer) ?? []), mark])
  return Object.fromEntries(places)
}

/** Where the places of an entry belong after the change; nowhere where the entry is gone. */
function follow([pointer, places]: Entry, { list }: Change): readonly Entry[] {
  if (list === null || !pointer.startsWith(`${list.pointer}/`)) return [[pointer, places]]
  const [index = '', ...rest] = pointer.slice(list.pointer.length + 1).split('/')
  return list.kept.flatMap((old, place): readonly Entry[] =>
    old === Number(index) ? [[[list.pointer, String(place), ...rest].join('/'), places]] : [],
  )
}
