import type { Finding } from './diagnostics/diagnostic.ts'
import { foldWords } from './layout/fold-words.ts'
import { ByWord, type KnownByWord } from './layout/by-word.ts'
import { buildLines, buildPageLines, numberWords } from './layout/build-lines.ts'
import { EarlyLines } from './layout/early-lines.ts'
import type { Line } from './layout/line.ts'
import { commonSize, setFootnotesAside } from './layout/set-footnotes-aside.ts'
import { type Furniture, type PageLeap, stripFurniture } from './layout/strip-furniture.ts'
import { linesInColumns, readFields } from './outline/read-fields.ts'
import { type Outline, splitOutline } from './outline/split-outline.ts'
import { partWordings } from './outline/split-parts.ts'
import type { DocumentWords } from './repair/document-words.ts'
import type { Join } from './repair/repaired-text.ts'
import { buildVocabulary, vocabularyOf } from './repair/vocabulary.ts'
import { assembleEntities } from './report/assemble-report.ts'
import { checkExpectations } from './report/check-expectations.ts'
import { type Account, ledgerFindings, openLedger } from './report/ledger.ts'
import { joinsByWord, type PlacedWord } from './report/provenance.ts'
import { valueFindings } from './report/value-findings.ts'
import type { Rules } from './rules/load-rules.ts'
import type { Settings } from './rules/settings-rules.ts'
import type { DocumentFrame, OutlineEntry, PageFrame, SourceDocument, SourcePage } from './source/source-document.ts'
import { tableHints } from './tables/table-hints.ts'
import { type EntityValue, readEntities } from './values/read-entities.ts'
import type { Traced } from './values/traced.ts'
import { valueReaders } from './values/value-readers.ts'

/** What the stages make of a document. */
export interface Reading {
  readonly entities: readonly EntityValue[]
  /** The list of entities as `report.json` shows it, with the words behind each value. */
  readonly traced: Traced
  /** Lines of the text, without furniture. */
  readonly body: readonly Line[]
  /** Lines of footnotes, and the marks that point to them. */
  readonly footnotes: readonly Line[]
  readonly words: KnownByWord<PlacedWord>
  /** What was done at line ends, by the word before each. */
  readonly joins: ReadonlyMap<number, Join>
  /** What the document prints whole. */
  readonly printed: DocumentWords
  readonly ledger: KnownByWord<Account>
  readonly furniture: readonly Furniture[]
  readonly outline: Outline
  readonly findings: readonly Finding[]
  /** Lines before the first entity: cover, introduction. */
  readonly before: readonly string[]
}

/** A document whose text has become lines; its raw text is not kept. */
export interface DocumentLines {
  readonly frame: DocumentFrame
  /** Without the rulings above footnotes. */
  readonly text: DocumentFrame
  /** Lines of the text, page by page. */
  readonly pages: readonly (readonly Line[])[]
  /** Lines of footnotes, and the marks that point to them. */
  readonly footnotes: readonly Line[]
}

/**
 * The first stages: from characters to lines.
 *
 * @param early lines that were made while the document was being read, of its pages that have no text
 */
export function toLines(document: SourceDocument, settings: Settings, early = new EarlyLines(settings)): DocumentLines {
  const bodySize = commonSize(document.pages.map((page) => early.sizesOf(page)))
  const { text, footnotes } = setFootnotesAside(document, bodySize)
  const lines = text.pages.map((page) => early.linesOf(page) ?? buildPageLines(page, settings))
  const pages = numberWords(lines, 0)
  const notes = buildLines(footnotes, settings, wordCount(pages)).flat()
  return { frame: withoutText(document), text: withoutText(text), pages, footnotes: notes }
}

function withoutText(document: SourceDocument): DocumentFrame {
  return { ...document, pages: document.pages.map(frameOf) }
}

function frameOf({ number, width, height, rotation, readingTurn, layout, ...drawn }: SourcePage): PageFrame {
  const { rulings, fills, images, links, structure } = drawn
  return { number, width, height, rotation, readingTurn, layout, rulings, fills, images, links, structure }
}

/**
 * The whole way from lines to values, one stage after the other.
 *
 * @param runWords the words of all documents of the run, this one included
 */
export function readReport(document: DocumentLines, rules: Rules, runWords?: DocumentWords): Reading {
  const { settings, outline: outlineRules } = rules
  const { frame, text, pages, footnotes } = document
  const { body, furniture, leaps } = stripFurniture(text, pages, rules.furniture, settings, knownWordings(rules))
  const outline = splitOutline(body, bookmarkTitles(frame.outline), outlineRules, settings)

  const layout = frame.pages[0]?.layout ?? 'placed'
  const fields = readFields(outline, body, {
    pages: new Map(text.pages.map((page) => [page.number, page])),
    layout,
    hints: tableHints(body, rules),
    textWidth: widthOfText(body),
    closeCall: settings.closeCall,
    nearMatch: settings.nearMatchDistance,
  })
  const vocabulary = buildVocabulary([
    ...outline.before,
    ...outline.entities.flatMap(({ heading }) => heading.lines),
    ...fields.flatMap(({ sections }) => sections.flatMap(linesInColumns)),
  ])
  const runVocabulary = runWords === undefined ? null : vocabularyOf(runWords)
  const entities = readEntities(fields, valueReaders(frame, layout, { vocabulary, runVocabulary }, rules))

  const traced = assembleEntities(entities, rules, frame.pages.length > 0)
  const words = placedWords([...body, ...furniture.flatMap((entry) => entry.lines), ...footnotes])
  const ledger = openLedger(furniture, footnotes, outline, entities, words.size)
  return {
    entities,
    traced,
    body,
    footnotes,
    words,
    joins: joinsByWord(entities),
    printed: vocabulary.printed,
    ledger,
    before: outline.before.map((line) => line.text),
    furniture,
    outline,
    findings: [
      ...readerFindings(frame, leaps),
      ...outline.findings,
      ...checkExpectations(entities, rules),
      ...valueFindings(entities, rules, words),
      ...ledgerFindings(body, footnotes, ledger, outline, words, settings.unclaimedShare),
    ],
  }
}

/** What there is to say about pages before anything is read from them. */
function readerFindings({ notices }: DocumentFrame, leaps: readonly PageLeap[]): readonly Finding[] {
  const said = notices.map(({ kind, words, page }): Finding => ({
    code: 'reader/notice',
    args: { kind, words },
    page,
    pointer: null,
  }))
  const leapt = leaps.map(({ page, printed, expected }): Finding => ({
    code: 'outline/page-sequence',
    args: { printed, expected },
    page,
    pointer: null,
  }))
  return [...said, ...leapt]
}

/** The words of some lines by their ids. */
function placedWords(lines: readonly Line[]): KnownByWord<PlacedWord> {
  const words = new ByWord<PlacedWord>(wordCount([lines]))
  for (const { page, words: own } of lines) for (const word of own) words.set(word.id, { word, page })
  return words
}

function wordCount(pages: readonly (readonly Line[])[]): number {
  return pages.flat().reduce((sum, { words }) => sum + words.length, 0)
}

/** Share of the lines that are no wider than what counts as the width of the text; tables let a few stick out. */
const FULL = 0.97

/** How wide the text is set: the width of its fullest lines, in points. */
function widthOfText(lines: readonly Line[]): number {
  const widths = lines.map(({ box }) => box.x1 - box.x0).sort((a, b) => a - b)
  return widths[Math.max(0, Math.ceil(widths.length * FULL) - 1)] ?? 0
}

/** Tells headings, labels and column names of the report from furniture. */
function knownWordings({ outline }: Rules): (line: { readonly text: string }) => boolean {
  const known = new Set(
    outline.sections.flatMap((section) => [...section.wordings, ...section.parts.flatMap(partWordings)]).map(foldWords),
  )
  return ({ text }) => known.has(foldWords(text)) || known.has(foldWords(text.replace(/^[\d.]+\s/u, '')))
}

function bookmarkTitles(entries: readonly OutlineEntry[]): readonly string[] {
  return entries.flatMap((entry) => [entry.title, ...bookmarkTitles(entry.children)])
}
