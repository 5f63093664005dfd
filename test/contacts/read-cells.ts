import { readFileSync } from 'node:fs'
import type { ParsedContact } from '../../src/contacts/parsed-contact.ts'
import type { CellRow } from './cell-lines.ts'

/** One case of `cells.txt`. */
export interface CellCase {
  readonly title: string
  readonly rows: readonly CellRow[]
  /** Width of the column in characters. */
  readonly width: number
  /** Usual distance of baselines in the table, in points; null where the table tells none. */
  readonly pitch: number | null
  readonly knownPersons: readonly string[]
  /** Words that the documents print in lower case, too. */
  readonly commonWords: readonly string[]
  readonly expected: readonly string[]
}

/** Reads `cells.txt`; its head says how a case is written. */
export function readCells(): readonly CellCase[] {
  const text = readFileSync(new URL('cells.txt', import.meta.url), 'utf8')
  return text.split(/^# /mu).slice(1).map(readCell)
}

function readCell(text: string): CellCase {
  const [title = '', ...lines] = text.trimEnd().split('\n')
  const arrow = lines.indexOf('==>')
  if (arrow < 0) throw new Error(`the case ${title} has no ==>`)
  const head = lines.slice(0, arrow)
  const rows = head.filter((line) => /^[|‖¶»]/u.test(line)).map(readRow)
  const setting = (name: string): string =>
    head.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
  return {
    title,
    rows,
    width: Number(setting('width') === '' ? Math.max(...rows.map((row) => row.text.length)) : setting('width')),
    pitch: setting('pitch') === '' ? null : Number(setting('pitch')),
    knownPersons: setting('known').split(', ').filter(Boolean),
    commonWords: setting('common').split(', ').filter(Boolean),
    expected: lines.slice(arrow + 1).filter((line) => line !== ''),
  }
}

function readRow(line: string): CellRow {
  const [sign] = line
  return { text: line.slice(2), gap: sign === '¶', newPage: sign === '»', lower: sign === '‖' }
}

/** A parsed contact as `cells.txt` writes it. */
export function printContact(contact: ParsedContact): readonly string[] {
  return [
    ...(contact.refersAbove ? ['above'] : []),
    ...contact.organisations.map(({ value }) => `organisation ${value}`),
    ...contact.persons.map(
      ({ value }) => `person ${value.salutation === null ? '' : `[${value.salutation}] `}${value.name}`,
    ),
    ...contact.addresses.map(
      ({ value }) => `address ${value.street ?? '-'} | ${value.postalCode ?? '-'} | ${value.city ?? '-'}`,
    ),
    ...contact.phones.map(({ value }) => `phone ${value.text} | ${value.e164 ?? '-'}`),
    ...contact.emails.map(({ value }) => `email ${value}`),
    ...contact.urls.map(({ value }) => `url ${value}`),
    ...contact.notes.map(({ value }) => `note ${value}`),
    ...contact.labels.map(({ value }) => `label ${value}`),
    ...contact.notices.map(({ code, text }) => `notice ${code.replace('contact/', '')}: ${text}`),
  ]
}
