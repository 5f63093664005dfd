import type { DrawnPage } from '../evidence/draw-pages.ts'
import type { LedgerRun } from '../evidence/ledger.ts'
import type { ExtractResult } from '../interpret.ts'
import type { Place, Spot } from '../report/report.ts'
import type { Region, RegionBox, RegionKind, Sheet, ValuePlace } from './review-data.ts'
import type { ReviewedValue } from './reviewed-values.ts'

/** Lines of a text that make a sheet: what is not in view is not laid out. */
const LINES_OF_SHEET = 60

/** The sheet that a line of a text is on, and where on it. */
export function placeOfSpot(spot: Spot): ValuePlace {
  if ('page' in spot) return { sheet: spot.page - 1, box: spot.bbox }
  const [first, last] = spot.columns
  return { sheet: Math.floor((spot.line - 1) / LINES_OF_SHEET), box: [first, spot.line, last, spot.line] }
}

/** Finds what a JSON Pointer leads to. */
export interface ValueFinder {
  /** The value that the pointer leads to or into, else the first one below it; null where there is none. */
  readonly value: (pointer: string) => number | null
}

export function valueFinder(values: readonly ReviewedValue[]): ValueFinder {
  const known = new Map(values.map(({ pointer }, index) => [pointer, index]))
  const firstBelow = new Map<string, number>()
  for (const [index, { pointer }] of values.entries()) {
    for (const above of holders(pointer)) if (!firstBelow.has(above)) firstBelow.set(above, index)
  }
  return {
    value: (pointer) => {
      const found = [pointer, ...holders(pointer)].find((one) => known.has(one))
      return (found === undefined ? undefined : known.get(found)) ?? firstBelow.get(pointer) ?? null
    },
  }
}

/** Pointers to all that a value is part of, the nearest first. */
function holders(pointer: string): readonly string[] {
  const steps = pointer.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join('/'))
}

/** The pages of a PDF, or the lines of a text, with what became of all ink. */
export function toSheets(
  runs: readonly LedgerRun[],
  pages: readonly DrawnPage[],
  values: readonly ReviewedValue[],
): readonly Sheet[] {
  const finder = valueFinder(values)
  const sheets = new Map<number, Region[]>(pages.map((_, index) => [index, []]))
  for (const run of runs) {
    const { sheet, box } = placeOfSpot(run)
    const hasPicture = pages[sheet]?.image != null
    const regions = sheets.get(sheet) ?? []
    sheets.set(sheet, regions)
    regions.push(toRegion(run, box, hasPicture, values, finder))
  }
  const last = Math.max(-1, ...sheets.keys())
  return Array.from({ length: last + 1 }, (_, index) => {
    const { width = 0, height = 0, image = null } = pages[index] ?? {}
    return { width, height, hasPicture: image !== null, regions: sheets.get(index) ?? [] }
  })
}

function toRegion(
  run: LedgerRun,
  box: RegionBox,
  hasPicture: boolean,
  values: readonly ReviewedValue[],
  finder: ValueFinder,
): Region {
  const value = valueOfRun(run, values, finder)
  const kind = kindOf(run, value === null ? undefined : values[value])
  const block = /\/blocks\/(?<index>\d+)\//u.exec(run.pointer ?? '')?.groups?.['index']
  return {
    box,
    kind,
    value,
    block: block === undefined ? null : Number(block),
    rule: run.rule ?? null,
    text: hasPicture ? null : run.text,
  }
}

function valueOfRun(run: LedgerRun, values: readonly ReviewedValue[], finder: ValueFinder): number | null {
  if (run.pointer !== undefined) return finder.value(run.pointer)
  if (run.account !== 'unclaimed') return null
  const pointer = unclaimedPointer(run)
  const index = values.findIndex((value) => value.pointer === pointer)
  return index < 0 ? null : index
}

/** Text that ended nowhere has no pointer; its place tells it from other such text. */
export function unclaimedPointer(run: LedgerRun): string {
  const { sheet, box } = placeOfSpot(run)
  return `unclaimed/${String(sheet)}/${box.map(String).join('/')}`
}

function kindOf({ account }: LedgerRun, value: ReviewedValue | undefined): RegionKind {
  return account === 'leaf' ? (value?.kind ?? 'value') : account
}

/** Where the characters of a value stand, each place once. */
export function placesOfValue(
  { pointer, blocks }: ReviewedValue,
  provenance: ExtractResult['provenance'],
): readonly Place[] {
  const markers = (blocks ?? []).map((_, index) => `${pointer}/blocks/${String(index)}/marker`)
  const own = provenance[pointer] ?? provenance[`${pointer}/text`] ?? provenance[`${pointer}/title`] ?? []
  const heading = /\/unassigned\/\d+\/text$/u.test(pointer) ? [pointer.replace(/text$/u, 'heading')] : []
  const beside = [...heading, ...markers].flatMap((one) => provenance[one] ?? [])
  return [...own, ...beside].filter((place): place is Place => 'page' in place || 'line' in place)
}
