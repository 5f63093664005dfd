import { wholeWords } from '../layout/ink.ts'
import type { Line } from '../layout/line.ts'
import type { JoinLines } from '../repair/repaired-text.ts'
import type { ContactRules } from '../rules/contact-rules.ts'
import { assembleContact } from './assemble-contact.ts'
import { type CellText, readCellText } from './cell-text.ts'
import { type Claim, freeText, type Recogniser } from './claim.ts'
import { classifyRest } from './classify-rest.ts'
import { findAddressedPersons } from './find-addressed-persons.ts'
import { findAddresses } from './find-addresses.ts'
import { findEmails, findLonelyDomains } from './find-emails.ts'
import { findHours } from './find-hours.ts'
import { findKnownPersons } from './find-known-persons.ts'
import { findLabels } from './find-labels.ts'
import { findPersonsByEmail } from './find-persons-by-email.ts'
import { findPhones } from './find-phones.ts'
import { findRemarkPhrases, findRemarks } from './find-remarks.ts'
import { findReversedNames } from './find-reversed-names.ts'
import { findUrls } from './find-urls.ts'
import type { ContactContext, ParsedContact } from './parsed-contact.ts'
import { trimOf } from './trim-characters.ts'

/** What may stand around the words that point above; a dot belongs to them. */
const AROUND = ' ,;:!()„“"'

/**
 * Reads a contact cell. Each recogniser sees what those before it have left, the most certain first; what nothing
 * recognises is divided into offices and units.
 *
 * @param lines the cell's lines in reading order; may be none
 */
export function parseContact(
  lines: readonly Line[],
  context: ContactContext,
  rules: ContactRules,
  joinLines: JoinLines,
): ParsedContact {
  const cell = readCellText(lines, joinLines(lines, context), context, rules)
  if (rules.above.some((expression) => expression.test(trimOf(cell.text, AROUND)))) {
    return refersAbove(cell)
  }
  const recognisers: readonly Recogniser[] = [
    findEmails,
    findUrls(rules),
    findLonelyDomains,
    findRemarkPhrases(rules),
    findHours(rules),
    findPhones(rules),
    findAddressedPersons(rules),
    findReversedNames(rules),
    findKnownPersons(rules, context),
    findPersonsByEmail(rules, context),
    findAddresses(rules),
    findLabels(rules),
    findRemarks(rules),
    (text, free, claims) => classifyRest(text, free, claims, rules, context),
  ]
  return assembleContact(cell, lines, recogniseAll(cell, recognisers))
}

function recogniseAll(cell: CellText, recognisers: readonly Recogniser[]): readonly Claim[] {
  let claims: readonly Claim[] = []
  let free = freeText(cell, claims)
  for (const recognise of recognisers) {
    const found = recognise(cell, free, claims)
    // Most recognisers find nothing in most cells.
    if (found.length === 0) continue
    claims = [...claims, ...found]
    free = freeText(cell, claims)
  }
  return claims
}

/** `s. o.`: the cell has nothing of its own but its text. */
function refersAbove(cell: CellText): ParsedContact {
  const none = {
    organisations: [],
    persons: [],
    addresses: [],
    phones: [],
    emails: [],
    urls: [],
    notes: [],
    labels: [],
    separators: [],
  }
  return {
    ...none,
    text: { value: cell.text, ...wholeWords(cell.words.map(({ id }) => id)) },
    joins: cell.joins,
    refersAbove: true,
    notices: [],
  }
}
