import type { Join } from '../repair/repaired-text.ts'

/** What was done at the end of a printed line, where the text goes on in another one. */
export type LineEnd = Pick<Join, 'action' | 'printed' | 'joined' | 'evidence' | 'close'>

/** Without the id of the word, which means nothing outside the program. */
export function toLineEnd({ action, printed, joined, evidence, close }: Join): LineEnd {
  return { action, printed, joined, evidence, close }
}
