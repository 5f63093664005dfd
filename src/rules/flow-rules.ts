import { z } from 'zod'
import { why } from './pattern-rule.ts'

const cost = z.strictObject({ value: z.number().min(-10).max(20), why })

/**
 * `flow.json`: what the readings of a flowed table cost. Of all ways to share its lines out among cells the cheapest is
 * taken. A mild doubt costs 1, what hardly ever happens 5 or more; what speaks for a reading is negative.
 */
export const flowRules = z.strictObject({
  addressInName: cost,
  addressInText: cost,
  afterAddress: cost,
  afterReference: cost,
  beginner: cost,
  beginnerInContact: cost,
  beginnerInside: cost,
  beginnerLater: cost,
  bracketStart: cost,
  brokenOff: cost,
  columnOverflow: cost,
  contactAtEndOfText: cost,
  contactIsOne: cost,
  contactIsPlain: cost,
  contactSmallStart: cost,
  contactPlainStart: cost,
  contactSmallEnd: cost,
  contactLikeName: cost,
  countedStart: cost,
  danglingColon: cost,
  danglingComma: cost,
  earlyEnd: cost,
  earlyEndByRoom: cost,
  earlyEndInList: cost,
  earlyEndOfName: cost,
  earlyEndOfSentence: cost,
  emptyInContact: cost,
  emptyInName: cost,
  emptyInText: cost,
  hyphenFarFromEdge: cost,
  markerOutsideText: cost,
  missingContact: cost,
  missingText: cost,
  nameLine: cost,
  nameLooksLikeOffice: cost,
  nameSmallStart: cost,
  namelessStart: cost,
  numberOnly: cost,
  openSentenceEnd: cost,
  pageTurn: cost,
  plainAfterEmpty: cost,
  prepositionStart: cost,
  repeatedName: cost,
  resume: cost,
  resumeName: cost,
  scantyText: cost,
  sentenceAfterSentence: cost,
  sharedLine: cost,
  skippedText: cost,
  strayEnd: cost,
  tear: cost,
  tearMended: cost,
  tearUnmended: cost,
  textLooksLikeOffice: cost,
  textSmallStart: cost,
  tight: cost,
  unparted: cost,
  wantsName: cost,
})

type FlowRules = z.infer<typeof flowRules>

/** The costs by name. */
export type FlowCosts = { readonly [Name in keyof FlowRules]: number }

/** Takes the values out of the file. */
export function compileFlowRules(rules: FlowRules): FlowCosts {
  return Object.fromEntries(Object.entries(rules).map(([name, { value }]) => [name, value])) as FlowCosts
}
