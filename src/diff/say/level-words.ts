import type { Level } from '../../rules/levels.ts'

/** What each level means. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  breaking: 'the shape changed, a chapter or section is gone, or a field is empty that was not',
  suspicious: 'rather a failed extraction than an edit: many rows gone, a text cut to a fragment, new errors',
  content: 'the report says something else',
  cosmetic: 'the same content, written or ordered differently',
}
