import { entityUses } from '../explain/outline-uses.ts'
import { asideUses, markerUses } from '../explain/aside-uses.ts'
import { linesByPage } from '../explain/page-lines.ts'
import type { RuleUse } from '../explain/rule-use.ts'
import type { Line, Word } from '../layout/line.ts'
import type { Reading } from '../pipeline.ts'
import type { Account } from '../report/ledger.ts'
import { type LineParts, omittedFrom, type PrintedWords, printedWords, spotOf } from '../report/provenance.ts'
import type { Spot } from '../report/report.ts'
import type { Rules } from '../rules/load-rules.ts'
import type { DocumentFrame } from '../source/source-document.ts'
import { type LeafPart, leavesByWord } from './leaves-by-word.ts'

/** Where characters of the input end: in a leaf of the report, or in one of the places beside it. */
export type LedgerAccount = 'leaf' | Exclude<Account, 'value'> | 'unclaimed'

/** Neighbouring characters of one line that ended in the same place. */
export type LedgerRun = Spot & {
  readonly account: LedgerAccount
  /** JSON Pointer to the leaf, or to what the characters belong to; left out where that is nothing in the report. */
  readonly pointer?: string
  /** What decided, `furniture.json page-number`, `outline.json organisation/steering`; left out for leaves. */
  readonly rule?: string
  /** Characters within the place that ended elsewhere: marks of footnotes. */
  readonly omits?: readonly Spot[]
}

/** `report.ledger.json`: where each character of the input ended, white space not counted. */
export interface Ledger {
  readonly characters: number
  /** Characters of each account, and their share of all, 0 to 1. */
  readonly accounts: Readonly<Record<LedgerAccount, { readonly characters: number; readonly share: number }>>
  /** All characters once, in reading order. */
  readonly runs: readonly LedgerRun[]
}

/** Gives each character of a document its account. */
export function openCharacterLedger(document: DocumentFrame, reading: Reading, rules: Rules): Ledger {
  const pages = linesByPage(reading)
  const books = openBooks(document, reading, rules, [...pages.values()].flat())
  const runs = [
    ...[...pages.values()].flat().flatMap((line) => runsOfLine(line, books)),
    ...document.pages.flatMap(({ links }) => links.flatMap(listedTarget)),
  ]
  return { ...sums(runs), runs }
}

/** Targets of links that a text lists behind each page. */
function listedTarget({ target, listedAt }: DocumentFrame['pages'][number]['links'][number]): readonly LedgerRun[] {
  if (listedAt === null) return []
  const { line, column } = listedAt
  const columns = [column + 1, column + target.length] as const
  return [{ line, columns, text: target, account: 'furniture', rule: 'listed-target' }]
}

/** What is known of each word. */
interface Books {
  readonly accounts: Reading['ledger']
  readonly leaves: ReadonlyMap<number, readonly LeafPart[]>
  readonly uses: ReadonlyMap<number, RuleUse>
  readonly markers: ReadonlyMap<number, string>
  readonly printed: PrintedWords
}

function openBooks(document: DocumentFrame, reading: Reading, rules: Rules, lines: readonly Line[]): Books {
  const used = [
    ...asideUses(reading, rules),
    ...reading.entities.flatMap((entity, index) => entityUses(entity, index, rules)),
  ]
  const lineOf = new Map(lines.flatMap((line) => line.words.map(({ id }) => [id, line] as const)))
  return {
    accounts: reading.ledger,
    leaves: leavesByWord(reading, `/${rules.outline.entity.key}`),
    uses: new Map(used.flatMap(({ use, words }) => words.map((id) => [id, use] as const))),
    markers: markerUses(reading, lineOf, rules),
    printed: printedWords(document, reading),
  }
}

/** Where some characters of a word ended. */
type Entry = Pick<LedgerRun, 'account' | 'pointer' | 'rule'> & { readonly from: number; readonly to: number }

function runsOfLine({ words, page }: Line, books: Books): readonly LedgerRun[] {
  const groups: { readonly entry: Entry; readonly parts: [LineParts[0], ...LineParts[number][]] }[] = []
  for (const word of words) {
    for (const entry of entriesOf(word, books)) {
      const last = groups.at(-1)
      const part = { word, page, from: entry.from, to: entry.to }
      if (last !== undefined && isSame(last.entry, entry)) last.parts.push(part)
      else groups.push({ entry, parts: [part] })
    }
  }
  return groups.map(({ entry: { account, pointer, rule }, parts }) => {
    const omits = account === 'footnote' ? undefined : omittedFrom(parts, books.printed)
    return {
      ...spotOf(parts, books.printed.pages),
      account,
      ...(pointer === undefined ? {} : { pointer }),
      ...(rule === undefined ? {} : { rule }),
      ...(omits === undefined ? {} : { omits }),
    }
  })
}

function isSame(one: Entry, other: Entry): boolean {
  return one.account === other.account && one.pointer === other.pointer && one.rule === other.rule
}

/** The characters of a word by where they ended: those of leaves, and what stands before, between and after them. */
function entriesOf(word: Word, books: Books): readonly Entry[] {
  const entries: Entry[] = []
  const rest = restOf(word, books)
  let at = 0
  for (const { pointer, from, to } of books.leaves.get(word.id) ?? []) {
    if (from > at) entries.push({ ...rest, from: at, to: from })
    entries.push({ account: 'leaf', pointer, from, to })
    at = to
  }
  return at < word.text.length ? [...entries, { ...rest, from: at, to: word.text.length }] : entries
}

/** Where the characters of a word end that are in no leaf. Around values stand labels, separators and markers. */
function restOf({ id }: Word, { accounts, uses, markers }: Books): Pick<Entry, 'account' | 'pointer' | 'rule'> {
  const account = accounts.get(id) ?? 'unclaimed'
  if (account === 'unclaimed') return { account }
  const use = uses.get(id)
  const marker = markers.get(id)
  const rule = marker === undefined ? ruleName(use) : `lists.json ${marker}`
  return {
    account: account === 'value' ? 'label' : account,
    ...(use?.pointer == null ? {} : { pointer: use.pointer }),
    ...(rule === undefined ? {} : { rule }),
  }
}

function ruleName(use: RuleUse | undefined): string | undefined {
  if (use === undefined) return undefined
  return use.file === null ? use.key : `${use.file} ${use.key}`
}

function sums(runs: readonly LedgerRun[]): Pick<Ledger, 'characters' | 'accounts'> {
  const counts: Record<LedgerAccount, number> = {
    leaf: 0,
    label: 0,
    furniture: 0,
    figure: 0,
    footnote: 0,
    contents: 0,
    outside: 0,
    unclaimed: 0,
  }
  for (const { account, text } of runs) counts[account] += text.replaceAll(' ', '').length
  const characters = Object.values(counts).reduce((all, count) => all + count, 0)
  const share = (count: number) => ({
    characters: count,
    share: Math.round((count / Math.max(1, characters)) * 1e6) / 1e6,
  })
  return {
    characters,
    accounts: {
      leaf: share(counts.leaf),
      label: share(counts.label),
      furniture: share(counts.furniture),
      figure: share(counts.figure),
      footnote: share(counts.footnote),
      contents: share(counts.contents),
      outside: share(counts.outside),
      unclaimed: share(counts.unclaimed),
    },
  }
}
