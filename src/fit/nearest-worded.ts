import type { CompiledPart, Rules } from '../rules/load-rules.ts'

/** Something that `outline.json` knows by wordings. */
export interface Worded {
  readonly is: 'section' | 'part' | 'table' | 'column' | 'caption'
  /** Where it stands in the file. */
  readonly path: readonly (string | number)[]
  /** The keys that a report has it under, from that of its section on. */
  readonly keys: readonly string[]
  readonly wordings: readonly string[]
}

/**
 * What has a wording; of several with the same one that which stands nearest to where something was found.
 *
 * @param pointer JSON Pointer into the report
 * @param is what it is to be; anything where left out
 */
export function nearestWorded(wording: string, pointer: string | null, rules: Rules, is?: Worded['is']): Worded | null {
  const place = pointer?.split('/').slice(ABOVE_SECTIONS) ?? []
  const having = allWorded(rules).filter((one) => one.wordings.includes(wording) && (is === undefined || one.is === is))
  return having.toSorted((a, b) => sharedKeys(b, place) - sharedKeys(a, place))[0] ?? null
}

/** Steps in front of the key of a section: the root, the list of entities, the place in it. */
const ABOVE_SECTIONS = 3

function sharedKeys({ keys }: Worded, place: readonly string[]): number {
  const apart = keys.findIndex((key, at) => key !== place[at])
  return apart < 0 ? keys.length : apart
}

function allWorded({ outline }: Rules): readonly Worded[] {
  return outline.sections.flatMap(({ key, wordings, parts }, index): readonly Worded[] => {
    const path = ['sections', index]
    const below = parts.flatMap((part, at) => wordedInPart(part, [...path, 'parts', at], key))
    return [{ is: 'section', path, keys: [key], wordings }, ...below]
  })
}

function wordedInPart(part: CompiledPart, path: Worded['path'], section: string): readonly Worded[] {
  if (part.kind === 'group') return [{ is: 'part', path, keys: [section], wordings: part.wordings }]
  const keys = [section, part.key]
  if (part.kind === 'figure') {
    return part.captions.map((caption, at) => ({
      is: 'caption',
      path: [...path, 'captions', at],
      keys,
      wordings: [caption],
    }))
  }
  if (part.kind !== 'table') return [{ is: 'part', path, keys, wordings: part.wordings }]
  const columns = part.columns.map(({ key, wordings }, at): Worded => ({
    is: 'column',
    path: [...path, 'columns', at],
    keys: [...keys, key],
    wordings,
  }))
  return [{ is: 'table', path, keys, wordings: part.wordings }, ...columns]
}
