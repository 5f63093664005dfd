import type { Provenance } from './read-report.ts'

/** Where a value stands in the document; null where that is not known. */
export interface FoundPlace {
  /** 1-based page of a PDF. */
  readonly page: number | null
  /** Around all of the value that stands on this page, in points from the top left. */
  readonly bbox: readonly [number, number, number, number] | null
  /** 1-based line of a text. */
  readonly line: number | null
}

export const NO_PLACE: FoundPlace = { page: null, bbox: null, line: null }

/** @returns finds the first place of a value, or of what is in it */
export function placeFinder(provenance: Provenance | null): (pointer: string) => FoundPlace {
  if (provenance === null) return () => NO_PLACE
  const placesOf = placesFinder(provenance)
  return (pointer) => firstPlace(placesOf(pointer))
}

/** @returns finds all places of a value and of what is in it, in the order of their pointers */
export function placesFinder(provenance: Provenance): (pointer: string) => Provenance[string] {
  const pointers = Object.keys(provenance).sort()
  return (pointer) => {
    const own = Object.hasOwn(provenance, pointer) ? [pointer] : []
    return [...own, ...below(pointer, pointers)].flatMap((known) => provenance[known] ?? [])
  }
}

/** Those that go on after the pointer; they stand side by side. */
function below(pointer: string, sorted: readonly string[]): readonly string[] {
  const found: string[] = []
  let index = firstNotBelow(`${pointer}/`, sorted)
  while (sorted[index]?.startsWith(`${pointer}/`) === true) {
    found.push(sorted[index] ?? '')
    index += 1
  }
  return found
}

function firstNotBelow(bound: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < bound) low = middle + 1
    else high = middle
  }
  return low
}

function firstPlace(places: Provenance[string]): FoundPlace {
  const lines = places.flatMap((place) => ('line' in place ? [place.line] : []))
  if (lines.length > 0) return { ...NO_PLACE, line: Math.min(...lines) }
  const boxes = places.flatMap((place) => ('page' in place ? [place] : []))
  if (boxes.length === 0) return NO_PLACE
  const page = Math.min(...boxes.map((box) => box.page))
  const onPage = boxes.filter((box) => box.page === page).map(({ bbox }) => bbox)
  const edge = (index: 0 | 1 | 2 | 3): readonly number[] => onPage.map((box) => box[index])
  return {
    page,
    bbox: [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))],
    line: null,
  }
}
