import { createColors } from 'picocolors'
import type { FormatContext } from '../../src/diff/say/format.ts'
import { rules } from './read-editions.ts'

/** What a run without options gives the formats. */
export const CONTEXT: FormatContext = {
  rules,
  colors: createColors(false),
  failOn: 'breaking',
  showsAccepted: false,
  maxLength: 60_000,
  newFile: 'new/report.json',
  lineOf: () => 7,
}
