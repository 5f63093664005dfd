import { describe, expect, test } from 'vitest'
import { parseContact } from '../../src/contacts/parse-contact.ts'
import { cellLines, columnRight } from './cell-lines.ts'
import { contactContext, join, rules } from './context.ts'
import { printContact, readCells } from './read-cells.ts'

const cases = readCells()

describe('parseContact', () => {
  test.for(cases.map((cell) => [cell.title, cell] as const))('%s', ([, cell]) => {
    const context = contactContext(columnRight(cell.width), cell.knownPersons, cell.commonWords)
    const pitch = cell.pitch === null ? {} : { linePitch: cell.pitch }
    const contact = parseContact(cellLines(cell.rows), { ...context, ...pitch }, rules, join)
    expect(printContact(contact)).toEqual(cell.expected)
  })

  test('the cases are told apart by their titles', () => {
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length)
  })

  test('a cell without lines has no values', () => {
    const contact = parseContact([], contactContext(500), rules, join)
    expect(printContact(contact)).toEqual([])
    expect(contact.text).toMatchObject({ value: '', words: [] })
  })
})
