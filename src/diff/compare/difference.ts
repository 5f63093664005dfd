import type { FieldKind } from '../../rules/outline-rules.ts'

export const CHANGE_KINDS = ['added', 'removed', 'renamed', 'moved', 'changed'] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What a difference is about. */
export type Subject =
  'schema' | 'title' | 'entity' | 'section' | 'table' | 'record' | 'field' | 'item' | 'error' | 'unclaimed'

/** Where one of two reports holds what is compared. */
export interface Spot {
  /** Ids from the list of entities to the value, joined by `/`. */
  readonly path: string
  /** JSON Pointer into its `report.json`; null for what is no value in it. */
  readonly pointer: string | null
  /** 1-based, where it is known without provenance. */
  readonly page: number | null
}

/** How alike one part of two records is. */
export interface Likeness {
  /** Key of the column, or `name` and `text` of an entity. */
  readonly part: string
  /** 0 to 1. */
  readonly score: number
}

/** Why two things of different names are taken for the same. */
export interface Pairing {
  /** 0 to 1; null where a person has said so. */
  readonly score: number | null
  readonly reasons: readonly Likeness[]
  /** What the person gives for a reason; null where the score decides. */
  readonly why: string | null
}

/** One thing that two reports do not agree on. Says nothing about whether it matters. */
export interface Difference {
  readonly kind: ChangeKind
  readonly subject: Subject
  /** Of a field, how it is read; null of anything else. */
  readonly valueKind: FieldKind | null
  /** Null where the old report has nothing of the kind. */
  readonly old: Spot | null
  readonly new: Spot | null
  /** The value as JSON; null where there is none. */
  readonly before: unknown
  readonly after: unknown
  /** Id of the entity it belongs to; null for what belongs to the whole report. */
  readonly entity: string | null
  /** Id of the record it belongs to; null outside tables. */
  readonly id: string | null
  /** Whether both sides say the same, only written or ordered differently. */
  readonly isSameContent: boolean
  /** How a renamed or moved thing was recognised; null for what was known by its key. */
  readonly pairing: Pairing | null
}

/** Something about the two reports that keeps the comparison from being sure. */
export interface DiffFinding {
  readonly code: 'key/duplicate' | 'alias/unused'
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Path of what it is about. */
  readonly path: string
}

const NOTHING = {
  valueKind: null,
  old: null,
  new: null,
  before: null,
  after: null,
  entity: null,
  id: null,
  isSameContent: false,
  pairing: null,
} as const

/** A difference of which only what is not null is given. */
export function difference(given: Pick<Difference, 'kind' | 'subject'> & Partial<Difference>): Difference {
  return { ...NOTHING, ...given }
}

/** Where a value stands. */
export function spotOf({ path, pointer }: { readonly path: string; readonly pointer: string }): Spot {
  return { path, pointer, page: null }
}
