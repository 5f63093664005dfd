import { endingIn, withoutEnding } from './ending.ts'
import type { Joint } from './joint.ts'

/** The printed word around a line end, without the punctuation around it. */
export interface WordAtJoint {
  /** `Heinrich-Heine-Univer` */
  readonly head: string
  /** Last part of the head: `Univer` */
  readonly headPart: string
  /** `sität` */
  readonly tail: string
  /** The tail up to its first hyphen or gender mark. */
  readonly tailPart: string
}

const HEAD = /[\p{L}\p{M}\p{N}*:_·-]/u
/** A mark that no small letter follows is not inside a word: `E-Mail:Kurs`. */
const LOOSE_MARK = /[*:_·](?!\p{Ll})/u
const TAIL = /^[*:_·]?(?:[\p{L}\p{M}\p{N}-]|[*:_·](?=\p{Ll}))+/u
const LETTER = /[\p{L}\p{M}]/u
const LETTERS_AFTER = /^[\p{L}\p{M}]+/u

/** Finds the word that the line end cuts in two. */
export function wordAtJoint({ left, right }: Pick<Joint, 'left' | 'right'>): WordAtJoint {
  const head = endingIn(left, HEAD).split(LOOSE_MARK).at(-1) ?? ''
  const tail = withoutEnding(TAIL.exec(right)?.[0] ?? '', /-/u)
  return {
    head,
    headPart: endingIn(head, LETTER),
    tail,
    tailPart: LETTERS_AFTER.exec(tail)?.[0] ?? '',
  }
}

/** Begins with a capital letter. */
export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

/** Two or more capitals and no small letter; digits may stand among them. */
export function isAllCapitals(text: string): boolean {
  return /^[\p{Lu}\p{N}]{2,}$/u.test(text) && /\p{Lu}/u.test(text)
}
