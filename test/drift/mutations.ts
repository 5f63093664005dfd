import { CITY_EDITS } from './edits/cities.ts'
import { COLUMN_EDITS } from './edits/columns.ts'
import { FIELD_LABEL_EDITS } from './edits/field-labels.ts'
import { FIELD_EDITS } from './edits/fields.ts'
import { PAGE_EDITS } from './edits/pages.ts'
import { SECTION_HEADING_EDITS } from './edits/section-headings.ts'
import { TABLE_EDITS } from './edits/tables.ts'
import { TEXT_EDITS } from './edits/texts.ts'
import type { Edit } from './expected.ts'

/** Ways in which the next edition may differ from the rules. None may pass silently. */
export const MUTATIONS: readonly Edit[] = [
  ...SECTION_HEADING_EDITS,
  ...FIELD_LABEL_EDITS,
  ...FIELD_EDITS,
  ...COLUMN_EDITS,
  ...TABLE_EDITS,
  ...CITY_EDITS,
  ...TEXT_EDITS,
  ...PAGE_EDITS,
]
