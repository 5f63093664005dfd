import type { CellText } from './cell-text.ts'
import { CLAIMED, type Claim } from './claim.ts'
import type { NameWord } from './name-words.ts'

const ALONE_BEFORE = new RegExp(`(?:^|[\\n\\t,;${CLAIMED}])[ ]?$`, 'u')
const ALONE_AFTER = new RegExp(`^(?:$|[\\n\\t,;${CLAIMED}]|[ ]${CLAIMED})`, 'u')

/** @param from first character of the salutation or of the name */
export function personClaim(
  cell: CellText,
  words: readonly NameWord[],
  salutation: string | null,
  from: number,
): Claim {
  const start = words[0]?.from ?? from
  const to = words.at(-1)?.to ?? start
  const parts = {
    name: { from: start, to },
    ...(salutation === null ? {} : { salutation: { from, to: from + salutation.length } }),
  }
  return { kind: 'person', value: { name: cell.text.slice(start, to), salutation }, from, to, parts }
}

/** Nothing but line ends, commas and claims on both sides. */
export function standsAlone(from: number, to: number, free: string): boolean {
  return ALONE_BEFORE.test(free.slice(Math.max(0, from - 2), from)) && ALONE_AFTER.test(free.slice(to, to + 2))
}

/** A word that is a name by itself. */
export function isNameProper(word: NameWord): boolean {
  return word.kind === 'name' || word.kind === 'given'
}
