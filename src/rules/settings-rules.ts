import { z } from 'zod'
import { why } from './pattern-rule.ts'

/** A named threshold. The unit is fixed by the code that uses it; the file repeats it for its reader. */
function setting<U extends string>(unit: U) {
  return z.strictObject({ value: z.number().positive(), unit: z.literal(unit), why })
}

/** `settings.json`: every threshold of the layout stages, relative to the document wherever possible. */
export const settingsRules = z.strictObject({
  /** Room left on a line beside the next word from which on the line was clearly ended on purpose. */
  clearRoom: setting('× width of the column'),
  /** How many times cheaper the chosen reading must be than the next best one; below that it is reported. */
  closeCall: setting('× cost of the chosen reading'),
  /** White space on one baseline from which on two runs of text are separate lines. */
  columnGap: setting('× font size'),
  /** Least number of pages on which a line must repeat at the same edge to be taken for furniture no rule knows. */
  furniturePages: setting('pages'),
  /** Share of the pages on which it must repeat. */
  furnitureRepetition: setting('share of pages'),
  /** How many lines before a section heading the heading of its entity is looked for. */
  headingSearch: setting('lines'),
  /** Distance of two baselines up to which their text counts as one line. */
  lineTolerance: setting('× font size'),
  /** Edit distance, divided by the length of the known wording, up to which a heading counts as misprinted. */
  nearMatchDistance: setting('share of characters'),
  /** Distance of two baselines from which on a new paragraph begins. */
  paragraphGap: setting('× usual distance of baselines'),
  /** Share of a document's characters that may end nowhere; above it that is an error. */
  unclaimedShare: setting('share of characters'),
})

export type SettingsRules = z.infer<typeof settingsRules>

/** The thresholds by name, without unit and reason. */
export type Settings = { readonly [Name in keyof SettingsRules]: number }

/** Takes the values out of the file. */
export function compileSettings(rules: SettingsRules): Settings {
  return {
    clearRoom: rules.clearRoom.value,
    closeCall: rules.closeCall.value,
    columnGap: rules.columnGap.value,
    furniturePages: rules.furniturePages.value,
    furnitureRepetition: rules.furnitureRepetition.value,
    headingSearch: rules.headingSearch.value,
    lineTolerance: rules.lineTolerance.value,
    nearMatchDistance: rules.nearMatchDistance.value,
    paragraphGap: rules.paragraphGap.value,
    unclaimedShare: rules.unclaimedShare.value,
  }
}
