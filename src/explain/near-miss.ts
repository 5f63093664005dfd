import { nearestOf } from '../outline/near-wording.ts'
import type { CompiledPart, Rules } from '../rules/load-rules.ts'
import type { Difference } from './found.ts'

/** What a wording is known as. */
export type WordingKind = 'section' | 'group' | 'label' | 'caption' | 'table' | 'column' | 'entity'

/** The known wording that comes nearest to a line. */
export interface NearMiss extends Difference {
  readonly kind: WordingKind
  /** Keys in `outline.json`, `programme/offers/contact`; JSON Pointer of the entity for the name of one. */
  readonly key: string
  readonly known: string
}

/** A wording with its place in the rules. */
export type KnownWording = Pick<NearMiss, 'kind' | 'key' | 'known'>

/** All wordings that a line is compared with, those of the rules and, last, the names of the entities. */
export function knownWordings({ outline }: Rules, names: readonly string[]): readonly KnownWording[] {
  const ofRules = outline.sections.flatMap((section): readonly KnownWording[] => [
    ...section.wordings.map((known) => ({ kind: 'section', key: section.key, known }) as const),
    ...section.parts.flatMap((part) => partWordings(part, section.key)),
  ])
  const { key } = outline.entity
  return [
    ...ofRules,
    ...names.map((known, index) => ({ kind: 'entity', key: `/${key}/${String(index)}`, known }) as const),
  ]
}

function partWordings(part: CompiledPart, section: string): readonly KnownWording[] {
  const of = (kind: WordingKind, key: string, wordings: readonly string[]) =>
    wordings.map((known): KnownWording => ({ kind, key, known }))
  if (part.kind === 'group') return of('group', `${section}/${part.label}`, part.wordings)
  const key = `${section}/${part.key}`
  if (part.kind === 'figure') return of('caption', key, part.captions)
  if (part.kind !== 'table') return of('label', key, part.wordings)
  const columns = part.columns.flatMap((column) => of('column', `${key}/${column.key}`, column.wordings))
  return [...of('table', key, part.wordings), ...columns]
}

/** `7.2 `, `a) `: what stands before a title and is none of its words. */
const NUMBER = /^(?:[\d.]+|\p{L}\))\s+/u

/**
 * The wording that comes nearest to a line, with or without a number before it; null where none has anything to do with
 * it.
 *
 * @param most share of differences that is still told
 * @param limit share up to which the line would have counted as the wording
 */
export function nearestMiss(
  printed: string,
  wordings: readonly KnownWording[],
  most: number,
  limit: number,
): NearMiss | null {
  const texts = wordings.map(({ known }) => known)
  const [found] = [printed, printed.replace(NUMBER, '')]
    .flatMap((text) => nearestOf(text, texts, most) ?? [])
    .sort((a, b) => a.share - b.share)
  const wording = wordings.find(({ known }) => known === found?.near.known)
  if (found === undefined || wording === undefined) return null
  return { ...wording, distance: found.near.distance, share: found.share, limit }
}
