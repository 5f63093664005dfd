import type { Reading } from '../pipeline.ts'

/** Characters of a word that a leaf holds. */
export interface LeafPart {
  /** JSON Pointer from the root of the report. */
  readonly pointer: string
  readonly from: number
  /** One past the last UTF-16 unit. */
  readonly to: number
}

/**
 * For each word the leaves that hold its characters, from left to right without overlaps. Of several leaves the deepest
 * holds a character, `…/contact/emails/0` and not `…/contact/text`; of two as deep the first. What was taken over from
 * another record stands there.
 *
 * @param root JSON Pointer to the traced value
 */
export function leavesByWord({ traced, words }: Reading, root: string): ReadonlyMap<number, readonly LeafPart[]> {
  const wholes = new Set([...traced.ink.keys()].flatMap(above))
  const leaves = new Map<number, LeafPart[]>()
  const deepestFirst = [...traced.ink]
    .filter(([pointer, { inheritedFrom }]) => inheritedFrom === undefined && !wholes.has(pointer))
    .map(([pointer, ink]) => ({ pointer, ink, depth: pointer.split('/').length }))
    .sort((a, b) => b.depth - a.depth)
  for (const { pointer, ink } of deepestFirst) {
    for (const [index, id] of ink.words.entries()) {
      const length = words.get(id)?.word.text.length ?? 0
      const from = index === 0 ? ink.from : 0
      const to = index === ink.words.length - 1 ? (ink.to ?? length) : length
      const held = leaves.get(id) ?? []
      leaves.set(id, [...held, ...freeParts({ pointer: `${root}${pointer}`, from, to }, held)])
    }
  }
  return new Map(Array.from(leaves, ([id, parts]) => [id, parts.sort((a, b) => a.from - b.from)]))
}

/** Pointers to all that a value is part of. */
function above(pointer: string): readonly string[] {
  const tokens = pointer.split('/')
  return tokens.slice(1).map((_, index) => tokens.slice(0, index + 1).join('/'))
}

/** What is left of a part without those that are held already. */
function freeParts(part: LeafPart, held: readonly LeafPart[]): readonly LeafPart[] {
  return held.reduce<readonly LeafPart[]>(
    (free, { from, to }) =>
      free.flatMap((piece) =>
        [
          { ...piece, to: Math.min(piece.to, from) },
          { ...piece, from: Math.max(piece.from, to) },
        ].filter((left) => left.from < left.to),
      ),
    [part],
  )
}
