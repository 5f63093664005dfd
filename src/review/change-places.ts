import { toTree } from '../diff/compare/report-tree.ts'
import type { PlacedChange, PlacedSpot } from '../diff/diff-reports.ts'
import { placesFinder } from '../diff/find-places.ts'
import type { Place } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import { type PathTranslation, translatedPaths } from './path-translation.ts'
import type { ChangeData, ChangeSide, EditionName, ValuePlace } from './review-data.ts'
import type { Reviewed } from './review-page.ts'
import { placeOfSpot, type ValueFinder } from './sheets.ts'

/** Where each change stands in both editions; where one has nothing of it, what is nearest there. */
export function placesOfChanges(
  old: Reviewed,
  next: Reviewed,
  changes: readonly PlacedChange[],
  values: ValueFinder,
  rules: Rules,
): readonly ChangeData[] {
  const [inOld, inNew] = [editionPlaces(old, 'old', rules), editionPlaces(next, 'new', rules)]
  const [toNew, toOld] = [translatedPaths(changes, 'old', 'new'), translatedPaths(changes, 'new', 'old')]
  return changes.map((change) => ({
    old: sideOf(change.old, inOld, () => nearest(change.new, inNew, toOld, inOld)),
    new: sideOf(change.new, inNew, () => nearest(change.old, inOld, toNew, inNew)),
    value: valueOf(change, values),
  }))
}

function valueOf({ new: spot }: PlacedChange, values: ValueFinder): number | null {
  return spot?.pointer == null ? null : values.value(spot.pointer)
}

/** Where things of one edition stand. */
interface EditionPlaces {
  readonly edition: EditionName
  readonly byPointer: (pointer: string) => readonly ValuePlace[]
  /** Paths of names, fields and cells in the order of the report. */
  readonly paths: readonly string[]
  readonly pointers: ReadonlyMap<string, string>
}

function editionPlaces({ report, provenance }: Reviewed, edition: EditionName, rules: Rules): EditionPlaces {
  const placesOf = placesFinder(provenance)
  const nodes = toTree({ ...report }, rules).entities.flatMap(({ path, pointer, sections }) => [
    { path: `${path}/name`, pointer: `${pointer}/name` },
    ...sections.flatMap(({ fields, tables }) => [
      ...fields,
      ...tables.flatMap(({ records }) => records.flatMap(({ cells }) => cells)),
    ]),
  ])
  return {
    edition,
    byPointer: (pointer) =>
      inReadingOrder(placesOf(pointer).filter((place): place is Place => !('corrected' in place))),
    paths: nodes.map(({ path }) => path),
    pointers: new Map(nodes.map(({ path, pointer }) => [path, pointer])),
  }
}

/** Each place once; what was taken over from another row stands elsewhere, and comes last. */
function inReadingOrder(places: readonly Place[]): readonly ValuePlace[] {
  const sorted = places
    .map((place) => ({ ...placeOfSpot(place), isElsewhere: place.inheritedFrom !== undefined }))
    .sort(
      (a, b) =>
        Number(a.isElsewhere) - Number(b.isElsewhere) ||
        a.sheet - b.sheet ||
        a.box[1] - b.box[1] ||
        a.box[0] - b.box[0],
    )
  const distinct = new Map(sorted.map(({ sheet, box }) => [[sheet, ...box].join(' '), { sheet, box }]))
  return [...distinct.values()]
}

function sideOf(
  spot: PlacedSpot | null,
  { edition, byPointer }: EditionPlaces,
  findNearest: () => ValuePlace | null,
): ChangeSide {
  const places = spot?.pointer == null ? [] : byPointer(spot.pointer)
  if (places.length > 0) return { places, nearest: null, absence: null }
  if (spot === null) return { places, nearest: findNearest(), absence: `Not in the ${edition} edition.` }
  const page = spot.page === null ? null : topOf(spot.page - 1)
  return { places, nearest: page, absence: 'It has no place of its own in this document.' }
}

function topOf(sheet: number): ValuePlace {
  return { sheet, box: [0, 0, 0, 0] }
}

/** What stands last before a thing of the other edition, and is in both. */
function nearest(
  spot: PlacedSpot | null,
  { paths }: EditionPlaces,
  translate: PathTranslation,
  { pointers, byPointer }: EditionPlaces,
): ValuePlace | null {
  if (spot === null) return null
  const isWithin = (path: string): boolean => spot.path === path || spot.path.startsWith(`${path}/`)
  const at = paths.findIndex((path) => isWithin(path) || path.startsWith(`${spot.path}/`))
  for (const path of paths.slice(0, at + 1).reverse()) {
    const pointer = pointers.get(translate(path))
    const places = pointer === undefined ? [] : byPointer(pointer)
    const last = places.at(-1)
    if (last !== undefined) return last
  }
  return at < 0 ? null : topOf(0)
}
