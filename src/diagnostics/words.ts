import type { DiagnosticArguments, DiagnosticCode } from './diagnostic.ts'
import { quote } from './quote.ts'
import { NOT_SAVED, UNREADABLE } from './reasons.ts'

/** A diagnostic in words, one or two sentences each. */
export interface Words {
  /** What is so. */
  readonly what: string
  /** Why it matters, or why the program did what it did. */
  readonly why: string
  /** What a person can do about it. */
  readonly hint: string
}

type WordsByCode = { readonly [C in DiagnosticCode]: (args: DiagnosticArguments[C]) => Words }

/** One entry per code, so that a new code without words does not compile. */
export const WORDS: WordsByCode = {
  'reader/notice': ({ kind, words }) => ({
    what: `The reader reports (${kind}): ${quote(words)}.`,
    why: 'Text may be missing or damaged there.',
    hint: 'Compare the page with the report, or export the document anew.',
  }),
  'edition/unknown': ({ title }) => ({
    what: `The document does not name its edition of ${quote(title)}.`,
    why: 'Neither its title nor what stands in front of the first chapter says it as the rules know it, so edition.id is null.',
    hint: 'Give it with --edition (edition in the library), or add the wording to report.json of the rules.',
  }),
  'outline/no-entity': ({ plural }) => ({
    what: `No ${plural} were found.`,
    why: 'No line looks like one of their headings with a known section below it, so the report holds nothing.',
    hint: 'Check that this is the right document; if its headings have changed, adapt outline.json.',
  }),
  'outline/entity-count': ({ plural, found, expected }) => ({
    what: `${String(found)} ${plural} were found where ${expected} are expected.`,
    why: 'A heading was missed or taken from running text.',
    hint: 'Compare with the table of contents, and adapt the heading or the expected number in outline.json.',
  }),
  'outline/entity-number': ({ title, printed, expected }) => ({
    what: `${quote(title)} is numbered ${String(printed)} where ${String(expected)} would follow.`,
    why: 'Either the document misnumbers, or the heading before it was missed.',
    hint: 'Look whether one is missing in front of it.',
  }),
  'outline/entity-heading': ({ printed, singular }) => ({
    what: `${quote(printed)} is set like the heading of a ${singular}, but not worded like one; it was taken for one.`,
    why: 'It stands where such a heading is needed, and in the same type as the others.',
    hint: 'If that is right and will come again, adapt the pattern of the heading in outline.json.',
  }),
  'outline/page-sequence': ({ printed, expected }) => ({
    what: `The page prints the number ${String(printed)} where ${String(expected)} would follow.`,
    why: 'Pages are missing or there twice, or the document counts anew.',
    hint: 'Compare with the original: text of missing pages is missing in the report.',
  }),
  'outline/text-outside': ({ text }) => ({
    what: `Text outside all parts of the report begins with ${quote(text)}.`,
    why: 'A cover, a preface or an imprint has no place in the report.',
    hint: 'Nothing to do unless the text belongs to one of the parts.',
  }),
  'section/missing': ({ entity, title, after, where }) => ({
    what: `${quote(entity)} has no section ${quote(title)}; it was looked for on ${where}, after ${quote(after)}.`,
    why: 'Without its heading the text of the section cannot be told from its neighbours.',
    hint: 'If the document prints the heading in other words, add them as an alias in outline.json.',
  }),
  'section/repeated': ({ entity, title }) => ({
    what: `${quote(entity)} prints the section ${quote(title)} more than once.`,
    why: 'The report has one place for it, so what stands below both was read as one.',
    hint: 'Look whether the second heading should have another title.',
  }),
  'section/number': ({ title, printed, expected }) => ({
    what: `The section ${quote(title)} is numbered ${quote(printed)} where ${quote(expected)} would be right.`,
    why: 'A section is known by its title, so its number changes nothing; the report shows it as printed.',
    hint: 'Nothing to do; the publisher may want to know.',
  }),
  'section/without-entity': ({ title }) => ({
    what: `The section ${quote(title)} stands before any heading it could belong to.`,
    why: 'Its text is not in the report.',
    hint: 'If the heading above it has an unusual form, adapt its pattern in outline.json.',
  }),
  'heading/near-match': ({ printed, known, distance }) => ({
    what: `${quote(printed)} was taken for ${quote(known)} (${count(distance, 'character')} ${distance === 1 ? 'differs' : 'differ'}).`,
    why: 'No known wording fits exactly, and no other comes near.',
    hint: 'If that is right and will come again, add the wording as an alias in outline.json.',
  }),
  'heading/unknown': ({ printed, entity, section, nearest }) => ({
    what: `${quote(printed)} in ${quote(section)} of ${quote(entity)} is set as a heading, but no rule knows it.`,
    why: `The text below it stands under "unassigned"${nearest === null ? '' : `; the nearest known wording is ${quote(nearest)}`}.`,
    hint: 'Add it to outline.json: as an alias of what it renames, or as a part of its own.',
  }),
  'heading/repeated': ({ printed, entity, section }) => ({
    what: `${quote(printed)} stands more than once in ${quote(section)} of ${quote(entity)}.`,
    why: 'Only one of them can be the heading; the others were read as text.',
    hint: 'Compare with the document: the text may have been divided at the wrong one.',
  }),
  'field/missing': ({ entity, section, label, where }) => ({
    what: `${quote(label)} was not found in ${quote(section)} of ${quote(entity)}; it was looked for on ${where}.`,
    why: 'Without its label the text cannot be told from its neighbours, which may now hold it.',
    hint: 'If the document prints the label in other words, add them as an alias in outline.json.',
  }),
  'field/empty': ({ entity, section, label }) => ({
    what: `${quote(label)} in ${quote(section)} of ${quote(entity)} has no text.`,
    why: 'The label is printed, but nothing stands beside or below it.',
    hint: 'Compare with the document; if it may be empty, say so in outline.json.',
  }),
  'figure/missing': ({ entity, caption, where }) => ({
    what: `${quote(entity)} has no figure ${quote(caption)} on ${where}.`,
    why: 'Figures are known by their captions, and this one is not printed as text.',
    hint: 'If the caption has changed, adapt it in outline.json.',
  }),
  'figure/not-saved': ({ reason, words }) => ({
    what: words === '' ? 'No pictures of the charts were saved.' : `No picture of a chart was saved: ${quote(words)}.`,
    ...NOT_SAVED[reason],
  }),
  'table/missing': ({ entity, label, where }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} was not found; it was looked for on ${where}.`,
    why: 'Neither its label nor a header row with its columns is printed where it is expected.',
    hint: 'If either is printed in other words, add them as an alias in outline.json.',
  }),
  'table/label-missing': ({ entity, label }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} was known by its header row; its own heading was not found.`,
    why: 'If the heading is printed in other words, these stand at the end of the field above.',
    hint: 'Compare with the document, and add the wording as an alias in outline.json.',
  }),
  'table/row-count': ({ entity, label, found, expected }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} has ${count(found, 'row')} where ${expected} ${expected === 'at least 1' ? 'is' : 'are'} expected.`,
    why: 'Rows may have been missed, or taken for something else.',
    hint: 'Compare with the document; if the number is right, adapt "rows" in outline.json.',
  }),
  'table/column-missing': ({ entity, label, column, header }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} has no column ${quote(column)}.`,
    why: `${header === '' ? 'No header row was found' : `Its header row reads ${quote(header)}`}, so the column is empty in the report or mixed with another.`,
    hint: 'If the header names it in other words, add them as an alias in outline.json.',
  }),
  'table/column-unknown': ({ entity, label, column, key }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} has a column ${quote(column)} that no rule knows.`,
    why: `Its cells stand under "${key}", a key made from its label.`,
    hint: 'Add it to outline.json: as an alias of the column it renames, or as a column of its own.',
  }),
  'table/column-renamed': ({ entity, label, column, printed }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} has no column ${quote(column)}; ${quote(printed)} was read as it.`,
    why: 'It is the only column that no rule knows, and the only one that is missing.',
    hint: 'If that is right, add the wording as an alias in outline.json; if not, add a column of its own.',
  }),
  'table/cells-listed': ({ entity, label }) => ({
    what: `The rows of the table ${quote(label)} of ${quote(entity)} are a guess.`,
    why: 'This text prints the labels of its columns one below the other, and so each cell: where one ends and the next begins is lost.',
    hint: 'Extract from the PDF, or from a text that keeps the lines of the page (pdftotext -raw).',
  }),
  'table/unreadable': ({ entity, label, reason }) => ({
    what: `The table ${quote(label)} of ${quote(entity)} cannot be read from this text: ${UNREADABLE[reason]}.`,
    why: 'The text has no columns side by side, so its cells can only be told apart in the order and kinds that are known.',
    hint: 'Extract from the PDF, or from a text that keeps the columns (pdftotext -layout).',
  }),
  'table/row-without-name': ({ entity, text }) => ({
    what: `A table row of ${quote(entity)} has no name: ${quote(text)}.`,
    why: 'It may be a row of its own, or the rest of the row above.',
    hint: 'Compare with the document.',
  }),
  'table/cell-empty': ({ record, column }) => ({
    what: `${quote(column)} of ${quote(record)} is empty.`,
    why: 'This column is filled elsewhere, so its text may have gone to a neighbouring cell.',
    hint: 'Compare with the document; if the column may be empty, say so in outline.json.',
  }),
  'table/close-call': ({ text, chosen, other }) => ({
    what: `${quote(text)} was read as part of ${quote(chosen)}; ${quote(other)} is nearly as likely.`,
    why: 'The layout allows both.',
    hint: 'Compare with the document.',
  }),
  'list/item-empty': ({ marker, count: times }) => ({
    what: `${count(times, 'list item')} ${times === 1 ? 'has' : 'have'} no text, only the marker ${quote(marker)}.`,
    why: 'Where markers stand apart from their texts, these are read as paragraphs.',
    hint: 'Compare with the document. Of a text file: extract from the PDF, or from a text that keeps the lines of the page (pdftotext -raw).',
  }),
  'list/unknown-marker': ({ sign, count: times }) => ({
    what: `${count(times, 'paragraph')} ${times === 1 ? 'begins' : 'begin'} with ${quote(sign)}, which no rule knows as the marker of a list.`,
    why: 'They stand as paragraphs, with the sign in their text.',
    hint: 'If it is a marker, add it to lists.json.',
  }),
  'value/not-understood': ({ text, kind }) => ({
    what: `${quote(text)} is not understood as one ${kind}.`,
    why: 'The report shows it as printed, without a value.',
    hint: 'Compare with the document; if it is right as it is, add its words to values.json or choose another kind.',
  }),
  'reference/unknown': ({ text, table }) => ({
    what: `${quote(text)} is the name of no record of the table "${table}".`,
    why: 'References are followed by the name that both places print.',
    hint: 'Compare the two names in the document.',
  }),
  'repair/undecided': ({ printed, joined }) => ({
    what: `The line end ${quote(printed)} was read as ${quote(joined)}.`,
    why: 'The hyphen may belong to the typesetter or to the author; nothing else in the document decides.',
    hint: 'If the reading is wrong, add the right spelling to the exceptions in repair.json.',
  }),
  'contact/address-without-local-part': ({ text }) => ({
    what: `${quote(text)} is no complete e-mail address.`,
    why: 'The part before the @ is missing, so it stands among the notes.',
    hint: 'Nothing to do; the publisher may want to know.',
  }),
  'contact/phone-not-recognised': ({ text }) => ({
    what: `${quote(text)} looks like a phone number but is not a possible one.`,
    why: 'It is too long, too short or has an unknown area code, so it has no international form.',
    hint: 'Compare with the document.',
  }),
  'contact/unclassified': ({ text }) => ({
    what: `${quote(text)} in a contact is of no known kind.`,
    why: 'It stands among the notes.',
    hint: 'If it is an office, a person or an address, add the word that shows it to contacts.json.',
  }),
  'contact/person-by-shape': ({ text }) => ({
    what: `${quote(text)} was taken for a person.`,
    why: 'No salutation says so, only the form of the words.',
    hint: 'If it is none, add the word that shows it to contacts.json.',
  }),
  'contact/nothing-above': ({ record, text }) => ({
    what: `The contact of ${quote(record)} says ${quote(text)}, but no row above has one.`,
    why: 'There is nothing it could refer to, so the contact holds only its text.',
    hint: 'Look whether a row above lost its contact.',
  }),
  'correction/stale': ({ path, before, found }) => ({
    what: `A correction of ${path} was not applied.`,
    why: `It expects ${before === null ? 'a list to add to' : quote(before)}, but ${found === null ? 'nothing of the kind is' : `${quote(found)} is`} read there.`,
    hint: 'Look at the value again, and correct or remove the entry.',
  }),
  'text/footnote': ({ text }) => ({
    what: `A footnote is not in the report: ${quote(text)}.`,
    why: 'It stands at the foot of the page, and the mark in the text that points to it was taken out of its value.',
    hint: 'Nothing to do unless the footnote changes what the value says.',
  }),
  'text/paragraph-doubtful': ({ text, count: lines }) => ({
    what: `Whether a paragraph ends is doubtful after ${count(lines, 'line')}, the first of them ${quote(text)}.`,
    why: 'The layout sets paragraphs of this kind of text apart by nothing but where lines end.',
    hint: 'The words are right; compare the paragraphs with the document where they matter.',
  }),
  'text/unclaimed': ({ text, characters }) => ({
    what: `${count(characters, 'character')} were read but belong to no field: ${quote(text)}.`,
    why: 'They are missing in the report.',
    hint: 'Look where they stand in the document; a label or column may have changed.',
  }),
  'text/unclaimed-share': ({ characters, percent, limit }) => ({
    what: `${count(characters, 'character')}, ${String(percent)} % of the document, belong to no field.`,
    why: `More than ${String(limit)} % means that a part of the report was not understood.`,
    hint: 'Look at each text/unclaimed; unclaimedShare in settings.json is the limit.',
  }),
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}
