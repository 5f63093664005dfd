import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { groupBy } from '../layout/group-by.ts'
import type { Line } from '../layout/line.ts'
import { jsonPointer } from '../rules/json-pointer.ts'
import { type LineEnd, toLineEnd } from './line-end.ts'
import { entriesOf, lookUp, type LookedUp } from './look-up.ts'
import type { RuleUse } from './rule-use.ts'
import type { Trails } from './trails.ts'

/** A printed line that a value was read from. */
export interface PrintedLine {
  readonly page: number
  /** 1-based line of a text; null for a PDF. */
  readonly textLine: number | null
  /** The whole line. */
  readonly text: string
  /** Its words that went into the value. */
  readonly read: string
  /** The list marker in front of them, with the id of its rule in `lists.json`. */
  readonly marker: { readonly text: string; readonly rule: string } | null
  /** What was done where the value goes on in the next line; null at its last one. */
  readonly end: LineEnd | null
}

/** A value without parts, or with parts that were read as one. */
export interface LeafExplanation {
  readonly pointer: string
  readonly value: unknown
  /** JSON Pointer to what it was read from or with; null where nothing is printed for it. */
  readonly readAt: string | null
  /** In reading order; empty where nothing is printed, and of a part that was read with another one. */
  readonly lines: readonly PrintedLine[]
}

/** A contact that refers to the one above, `s. o.`. */
export interface FollowedReference {
  /** As printed. */
  readonly text: string
  /** Id of the record whose contact holds. */
  readonly record: string
  /** JSON Pointer to that contact. */
  readonly pointer: string
}

/** Where a value comes from. `explain --pointer --json` prints it as it is. */
export interface PointerExplanation {
  readonly pointer: string
  readonly value: unknown
  /** The rules of the entity, section, part and column that it belongs to, from the outside in. */
  readonly rules: readonly RuleUse[]
  readonly reference: FollowedReference | null
  readonly leaves: readonly LeafExplanation[]
  /** Those about this value, about one that it is part of, or about one of its parts. */
  readonly diagnostics: readonly Diagnostic[]
}

/** @param path keys and indices from the root of `report.json` */
export function explainPointer(
  trails: Trails,
  path: readonly string[],
): PointerExplanation | Extract<LookedUp, { exists: false }> {
  const { report, diagnostics } = trails.result
  const found = lookUp(report, path)
  if (!found.exists) return found
  const pointer = jsonPointer(path)
  const above = path.map((_, index) => jsonPointer(path.slice(0, index + 1)))
  return {
    pointer,
    value: found.value,
    rules: above.flatMap((place) => trails.usesByPointer.get(place) ?? []),
    reference: followedReference(found.way, path),
    leaves: leavesOf(pointer, found.value, trails).map((leaf) => explainLeaf(leaf, leaf.pointer === pointer, trails)),
    diagnostics: diagnostics.filter(
      ({ pointer: other }) =>
        other !== null && (isWithin(other, pointer) || (other !== '' && isWithin(pointer, other))),
    ),
  }
}

function isWithin(pointer: string, whole: string): boolean {
  return pointer === whole || pointer.startsWith(`${whole}/`)
}

interface Leaf {
  readonly pointer: string
  readonly value: unknown
}

/** Values without parts, and values whose parts were read together. */
function leavesOf(pointer: string, value: unknown, trails: Trails): readonly Leaf[] {
  const entries = entriesOf(value)
  if (entries.length === 0 || wordsOf(pointer, trails) !== undefined) return [{ pointer, value }]
  return entries.flatMap(([key, part]) => leavesOf(`${pointer}${jsonPointer([key])}`, part, trails))
}

function wordsOf(pointer: string, { reading, rules }: Trails): readonly number[] | undefined {
  const root = `/${rules.outline.entity.key}`
  return pointer.startsWith(`${root}/`) ? reading.traced.ink.get(pointer.slice(root.length))?.words : undefined
}

/** @param isAsked it is what was asked for: then the lines are told too that it was read with something else from */
function explainLeaf({ pointer, value }: Leaf, isAsked: boolean, trails: Trails): LeafExplanation {
  const readAt = placeOfReading(pointer, trails)
  const words = readAt === null ? undefined : wordsOf(readAt, trails)
  const isOwn = readAt === pointer || isAsked
  return { pointer, value, readAt, lines: words === undefined || !isOwn ? [] : printedLines(words, trails) }
}

/**
 * The value with words of its own that a value is, belongs to, or was told from:
 *
 *     …/persons/0/name    is part of      …/persons/0
 *     …/blocks/0/marker   stands before   …/blocks/0/text
 */
function placeOfReading(pointer: string, trails: Trails): string | null {
  const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
  const beside = pointer.endsWith('/id') ? [] : [`${parent}/text`]
  for (const place of [pointer, ...beside]) if (wordsOf(place, trails) !== undefined) return place
  for (let at = parent; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    if (wordsOf(at, trails) !== undefined) return at
  }
  return null
}

function printedLines(ids: readonly number[], trails: Trails): readonly PrintedLine[] {
  const placed = ids.flatMap((id) => {
    const line = trails.lineOf.get(id)
    return line === undefined ? [] : [{ id, line }]
  })
  const lines = [...groupBy(placed, ({ line }) => line)]
  return lines.map(([line, words], index) => {
    const own = new Set(words.map(({ id }) => id))
    return printedLine(line, own, index + 1 < lines.length, trails)
  })
}

function printedLine(line: Line, ids: ReadonlySet<number>, goesOn: boolean, trails: Trails): PrintedLine {
  const read = line.words.filter(({ id }) => ids.has(id))
  const join = goesOn ? read.map(({ id }) => trails.ends.get(id)).find((end) => end !== undefined) : undefined
  return {
    page: line.page,
    textLine: line.words[0]?.textLine ?? null,
    text: line.text,
    read: read.map(({ text }) => text).join(' '),
    marker: markerBefore(read[0]?.id ?? 0, trails),
    end: join === undefined ? null : toLineEnd(join),
  }
}

/** The list marker that stands right before a word; it may be a line of its own, and more than one word. */
function markerBefore(word: number, { markers, lineOf }: Trails): PrintedLine['marker'] {
  const words: string[] = []
  let rule: string | undefined
  for (let id = word - 1; markers.has(id); id -= 1) {
    rule = markers.get(id)
    words.unshift(lineOf.get(id)?.words.find((other) => other.id === id)?.text ?? '')
  }
  return rule === undefined ? null : { text: words.join(' '), rule }
}

/** Of a value of a contact that refers above: the contact it takes over. */
function followedReference(way: readonly unknown[], path: readonly string[]): FollowedReference | null {
  for (const [depth, value] of way.entries()) {
    const { sameAs, text } = Object.fromEntries(entriesOf(value))
    if (typeof sameAs !== 'string' || typeof text !== 'string') continue
    const records = entriesOf(way[depth - 2])
    const own = records.find(([, record]) => Object.fromEntries(entriesOf(record))['id'] === sameAs)?.[0]
    if (own === undefined) continue
    const pointer = jsonPointer([...path.slice(0, depth - 2), own, ...path.slice(depth - 1, depth)])
    return { text, record: sameAs, pointer }
  }
  return null
}
