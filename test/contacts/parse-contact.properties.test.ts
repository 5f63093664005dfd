import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseContact } from '../../src/contacts/parse-contact.ts'
import type { ParsedContact, Read } from '../../src/contacts/parsed-contact.ts'
import { cellLines, columnRight, type CellRow } from './cell-lines.ts'
import { contactContext, join, rules } from './context.ts'
import { readCells, printContact } from './read-cells.ts'
import { wrapParagraphs } from './wrap.ts'

fc.configureGlobal({ seed: 20_241 })

const PITCH = 12

function parse(rows: readonly CellRow[], width: number): ParsedContact {
  return parseContact(cellLines(rows), { ...contactContext(columnRight(width)), linePitch: PITCH }, rules, join)
}

function valuesOf(contact: ParsedContact): readonly Read<unknown>[] {
  const { organisations, persons, addresses, phones, emails, urls, notes, labels, separators } = contact
  return [organisations, persons, addresses, phones, emails, urls, notes, labels, separators].flat()
}

const unit = fc.constantFrom(
  'Amt für Wasser und Wege',
  'Die Senatorin für Wasser, Wege, Brücken und Fähren',
  'Referat 12 – Kleine Fähren',
  'Freie Fahrt für alle',
  'Sozialamt Beweiler',
  'Abteilung Planung, Bericht und Förderung',
  'Wasser- und Wegeamt',
  'Rathaus am Kai',
)
const person = fc.constantFrom(
  { name: 'Ina Quast', email: 'ina.quast@ahausen.example' },
  { name: 'Uta Grün-Mögel', email: 'uta.gruen-moegel@ahausen.example' },
  { name: 'Mirzel Trüb', email: 'm.trueb@ahausen.example' },
)
const street = fc.constantFrom('Hafenplatz 31', 'Am Alten Markt 5', 'Lange Straße 12a', 'Karl-Trüb-Straße 5-7')
const town = fc.constantFrom('28999 Aburg', '01067 Bad Cedorf', '60999 Beweiler a.M.')

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[2-9][0-9]{${String(min - 1)},${String(max - 1)}}$`, 'u'))
const phoneParts = fc.record({
  area: fc.constantFrom('0211', '069', '0421', '0911', '030'),
  first: digits(2, 3),
  second: digits(4, 5),
})
type PhoneParts = typeof phoneParts extends fc.Arbitrary<infer T> ? T : never

const spellings: readonly ((parts: PhoneParts) => string)[] = [
  ({ area, first, second }) => `${area}-${first}-${second}`,
  ({ area, first, second }) =>
    `${area}/${first.slice(0, 1)} ${first.slice(1)}-${second.slice(0, 2)} ${second.slice(2)}`,
  ({ area, first, second }) => `${area}/${first.slice(0, 1)} ${first.slice(1)}- ${second}`,
  ({ area, first, second }) => `+49 (0)${area.slice(1)} ${first} – ${second}`,
  ({ area, first, second }) => `+49 ${area.slice(1)} ${first}${second}`,
  ({ area, first, second }) => `${area}/${first}-${second}`,
  ({ area, first, second }) => `${area} ${first} ${second.slice(0, 2)} ${second.slice(2)}`,
  ({ area, first, second }) => `(${area}) ${first}${second}`,
]

test('a telephone number is found in every spelling, broken at any separator', () => {
  const label = fc.constantFrom('', 'Tel. ', 'Telefon: ', 'Fon ')
  fc.assert(
    fc.property(phoneParts, fc.constantFrom(...spellings), label, fc.nat(), (parts, spell, before, at) => {
      const text = `${before}${spell(parts)}`
      const breaks = [...text.matchAll(/ |(?<=\d-)(?=\d)|(?<=\d\/)(?=\d)/gu)].map(({ index }) => index)
      const cut = breaks[at % Math.max(1, breaks.length)] ?? 0
      const lines = [text.slice(0, cut), text.slice(cut)].map((line) => line.trim()).filter((line) => line !== '')
      const rows = ['Sozialamt', ...lines].map((line) => ({ text: line, gap: false, newPage: false }))
      const national = `${parts.area.slice(1)}${parts.first}${parts.second}`
      expect(parse(rows, 30).phones.map(({ value }) => value.e164)).toEqual([`+49${national}`])
    }),
  )
})

const lower = (max: number) => fc.stringMatching(new RegExp(`^[a-z]{2,${String(max)}}$`, 'u'))
const host = fc.array(lower(8), { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('-')}.example`)
const address = fc.oneof(
  fc
    .tuple(lower(6), lower(8), host)
    .map(([first, last, at]) => ({ kind: 'emails' as const, value: `${first}.${last}@${at}` })),
  fc.tuple(host, lower(8)).map(([at, page]) => ({ kind: 'urls' as const, value: `https://www.${at}/${page}` })),
)

test('an address broken anywhere, with the target of its link, is found whole', () => {
  const cuts = fc.array(fc.record({ at: fc.nat(), hyphen: fc.boolean() }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(address, cuts, fc.constantFrom('', 'E-Mail: ', 'Homepage: '), ({ kind, value }, broken, label) => {
      const ends = [...new Set(broken.map(({ at }) => 1 + (at % (value.length - 1))))].sort((a, b) => a - b)
      const pieces = [0, ...ends].map((start, index) => value.slice(start, ends[index] ?? value.length))
      const lines = pieces.map((piece, index) => {
        const hyphen = index < ends.length && broken[index]?.hyphen === true && !piece.endsWith('-') ? '-' : ''
        return `${index === 0 ? label : ''}${piece}${hyphen}`
      })
      const rows = ['Sozialamt', ...lines, 'Zimmer 12'].map((text) => ({ text, gap: false, newPage: false }))
      const looseTargets = [kind === 'emails' ? `mailto:${value}` : value]
      const context = { ...contactContext(columnRight(30)), looseTargets, linePitch: PITCH }
      const contact = parseContact(cellLines(rows), context, rules, join)
      expect(contact[kind].map((read) => read.value)).toEqual([value])
      expect(contact.organisations.map((read) => read.value)).toEqual(['Sozialamt'])
    }),
    { numRuns: 300 },
  )
})

const anyWord = fc.constantFrom(
  'Amt', 'für', 'Wege', 'und', 'Frau', 'Herr', 'Trüb', 'Ina', 'Quast,', 'Tel.:', '0421', '361-1234', 'E-Mail:', 'a.b@c.example',
  'www.c.example/x.', 'Hafenstr.', '12', '28999', 'Aburg', ';', '–', ',', 'Mo', '–', 'Fr.', '9-12', 'Uhr', '(Leitung)', 's.', 'o.',
  '§', '71', 'bitte', 'nach', 'Vereinbarung', '@c.example', 'Fax', ':', '/', '«', '...', 'Abteilung', 'Am', 'Markt', '5',
) // prettier-ignore
const anyRow = fc.record({
  text: fc.oneof(
    fc.array(anyWord, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
  ),
  gap: fc.boolean(),
  newPage: fc.boolean(),
})
const anyCell = fc.array(anyRow, { maxLength: 8 }).map((rows) => rows.filter(({ text }) => text !== ''))

test('every word of a cell is claimed, and no other', () => {
  fc.assert(
    fc.property(anyCell, fc.integer({ min: 10, max: 60 }), (rows, width) => {
      const lines = cellLines(rows)
      const contact = parse(rows, width)
      const printed = lines.flatMap((line) => line.words.map(({ id }) => id))
      expect(contact.text.words).toEqual(printed)
      if (contact.refersAbove) return
      expect([...new Set(valuesOf(contact).flatMap(({ words }) => words))].sort((a, b) => a - b)).toEqual(printed)
    }),
    { numRuns: 400 },
  )
})

test('values do not share words, unless one printed word holds several values', () => {
  fc.assert(
    fc.property(anyCell, fc.integer({ min: 10, max: 60 }), (rows, width) => {
      const contact = parse(rows, width)
      const texts = new Map(cellLines(rows).flatMap((line) => line.words.map(({ id, text }) => [id, text] as const)))
      const claimed = valuesOf(contact).flatMap(({ words }) => [...new Set(words)])
      const shared = claimed.filter((id, index) => claimed.indexOf(id) !== index)
      for (const id of shared) expect(texts.get(id)).toMatch(/[^\p{L}\p{N}]/u)
    }),
    { numRuns: 400 },
  )
})

test('it does not matter how the paragraphs of a cell are wrapped', () => {
  const cell = fc
    .tuple(
      fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }),
      fc.option(person),
      fc.option(fc.tuple(street, town)),
      fc.boolean(),
    )
    .map(([units, who, where, phone]) => [
      ...units,
      ...(who === null ? [] : [who.name]),
      ...(where ?? []),
      ...(phone ? ['Tel. 0421 3611234'] : []),
      ...(who === null ? [] : [who.email]),
    ])
  fc.assert(
    fc.property(cell, fc.integer({ min: 16, max: 60 }), fc.integer({ min: 16, max: 60 }), (paragraphs, one, other) => {
      const read = (width: number) => printContact(parse(wrapParagraphs(paragraphs, width), width))
      expect(read(one)).toEqual(read(other))
    }),
    { numRuns: 300 },
  )
})

test('it does not matter where the line of an office, a person and a number breaks', () => {
  const office = fc.constantFrom('Amt für Teilhabe', 'Fachstelle Barrierefreie Arbeitsplätze', 'Sozialamt')
  const name = fc.constantFrom('Hanna Rickmersen', 'Uta Grün-Mögel', 'Dr. Ruth von der Tann', 'Anna-Lena Quoll')
  fc.assert(
    fc.property(office, name, fc.boolean(), fc.integer({ min: 16, max: 60 }), (unitName, who, comma, width) => {
      const rows = wrapParagraphs([`${unitName}, ${who}${comma ? ',' : ''} Tel. 0421 3611234`], width)
      const { organisations, persons, phones } = parse(rows, width)
      expect(organisations.map(({ value }) => value)).toEqual([unitName])
      expect(persons.map(({ value }) => value.name)).toEqual([who])
      expect(phones.map(({ value }) => value.e164)).toEqual(['+494213611234'])
    }),
  )
})

test('a street takes no word from the unit above it, in whatever column', () => {
  const above = fc.constantFrom('Leitstelle Leben im Alter', 'Haus der Generationen', 'Treff für Jung und Alt')
  fc.assert(
    fc.property(
      above,
      fc.constantFrom('Uferallee 52', 'Hafenplatz 3', 'Ringstr. 8'),
      fc.integer({ min: 13, max: 60 }),
      (unitName, where, width) => {
        const rows = wrapParagraphs([unitName, where, '28999 Aburg'], width).map((row) => ({ ...row, gap: false }))
        const { organisations, addresses } = parse(rows, width)
        expect(organisations.map(({ value }) => value)).toEqual([unitName])
        expect(addresses.map(({ value }) => value)).toEqual([{ street: where, postalCode: '28999', city: 'Aburg' }])
      },
    ),
  )
})

test('the same cell is read the same twice', () => {
  for (const { rows, width } of readCells()) expect(parse(rows, width)).toEqual(parse(rows, width))
})
