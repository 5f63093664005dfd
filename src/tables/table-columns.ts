import { boxOf } from '../layout/box.ts'
import { foldWords } from '../layout/fold-words.ts'
import type { Word } from '../layout/line.ts'
import { slug } from '../outline/entity-id.ts'
import type { NearWording } from '../outline/near-wording.ts'
import type { CompiledColumn } from '../rules/load-rules.ts'
import type { HeaderRow } from './find-header-rows.ts'

/** A column that the rules know under another name. */
export interface RenamedColumn {
  /** Its index in the rules. */
  readonly index: number
  readonly printed: string
}

/** The columns of a table as its header rows print them. */
export interface TableColumns {
  /** Those of the rules, then those that only a header names. */
  readonly columns: readonly CompiledColumn[]
  /** The header rows, each with a label, or null, for all of the columns. */
  readonly headers: readonly HeaderRow[]
  /** Indices of the columns that the first header does not name; all of them where there is none. */
  readonly missing: readonly number[]
  readonly renamed: readonly RenamedColumn[]
  readonly near: readonly NearWording[]
}

/** Keys that a record has already. */
const TAKEN = ['id']

/**
 * Matches the header rows with the columns of the rules. Where one column is missing and one is unknown, the unknown
 * one is taken for the missing one under another name; else an unknown one becomes a column of its own.
 */
export function tableColumns(headers: readonly HeaderRow[], rules: readonly CompiledColumn[]): TableColumns {
  const first = headers[0]
  const missing = rules.flatMap((_, index) => (first?.labels[index] == null ? [index] : []))
  const unknown = distinctLabels(headers.flatMap(({ others }) => others))
  const [only] = missing
  if (first !== undefined && only !== undefined && missing.length === 1 && unknown.length === 1) {
    const named = headers.map((header) =>
      withLabels(header, (label) => (label === unknown[0]?.fold ? only : null), rules),
    )
    const renamed = { index: only, printed: unknown[0]?.text ?? '' }
    return { columns: rules, headers: named, missing: [], renamed: [renamed], near: first.near }
  }
  const columns = [...rules, ...deriveColumns(unknown, rules)]
  const indexOf = (fold: string) => {
    const place = unknown.findIndex((label) => label.fold === fold)
    return place < 0 ? null : rules.length + place
  }
  return {
    columns,
    headers: headers.map((header) => withLabels(header, indexOf, columns)),
    missing,
    renamed: [],
    near: first?.near ?? [],
  }
}

interface Label {
  readonly text: string
  readonly fold: string
}

function toLabel(words: readonly Word[]): Label {
  const text = words.map((word) => word.text).join(' ')
  return { text, fold: foldWords(text) }
}

function distinctLabels(runs: readonly (readonly Word[])[]): readonly Label[] {
  const labels = runs.map(toLabel)
  return labels.filter(({ fold }, index) => labels.findIndex((other) => other.fold === fold) === index)
}

/** @param indexOf the column that a label of no known column stands for */
function withLabels(
  header: HeaderRow,
  indexOf: (fold: string) => number | null,
  columns: readonly CompiledColumn[],
): HeaderRow {
  const labels: (readonly Word[] | null)[] = columns.map((_, index) => header.labels[index] ?? null)
  for (const words of header.others) {
    const index = indexOf(toLabel(words).fold)
    if (index !== null) labels[index] ??= words
  }
  return { ...header, labels, others: [] }
}

function deriveColumns(labels: readonly Label[], rules: readonly CompiledColumn[]): readonly CompiledColumn[] {
  const taken = new Set([...TAKEN, ...rules.map(({ key }) => key)])
  return labels.map(({ text }) => {
    const key = distinctKey(keyOf(text), taken)
    taken.add(key)
    return { kind: 'richText', key, label: text, aliases: [], mayBeEmpty: true, wordings: [text], role: 'text' }
  })
}

/** A key made from a label: `Kosten im Jahr` is `kostenImJahr`. */
function keyOf(label: string): string {
  const [first = '', ...others] = slug(label).split('-')
  const key = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
  return /^[a-z]/u.test(key) ? key : `column${key}`
}

function distinctKey(key: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    const distinct = count === 2 ? key : `${key}${String(count - 1)}`
    if (!taken.has(distinct)) return distinct
  }
}

/** Indices of the columns in the order in which a header row prints them, from left to right. */
export function printedOrder(header: HeaderRow): readonly { readonly index: number; readonly x: number }[] {
  return header.labels
    .flatMap((words, index) =>
      words === null || words.length === 0 ? [] : [{ index, x: boxOf(words.map(({ box }) => box)).x0 }],
    )
    .sort((a, b) => a.x - b.x)
}
