import { wholeWords } from '../../src/layout/ink.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedContact } from '../../src/contacts/parsed-contact.ts'
import type { Contact } from '../../src/report/report.ts'
import type { FieldValue } from '../../src/values/field-value.ts'
import { traceContact } from '../../src/values/read-contact.ts'
import { type ContactCell, resolveContacts } from '../../src/values/resolve-contacts.ts'
import { leaf } from '../../src/values/traced.ts'

fc.configureGlobal({ seed: 2_026 })

/** A contact cell: an e-mail address of its own, a reference upwards, or nothing. */
type Cell = 'own' | 'above' | 'empty'

describe('resolveContacts', () => {
  test.each([
    ['a reference', ['own', 'above'], [null, 0]],
    ['over another reference', ['own', 'above', 'above'], [null, 0, 0]],
    ['over an empty cell', ['own', 'empty', 'above'], [null, null, 0]],
    ['to the nearest', ['own', 'own', 'above'], [null, null, 1]],
    ['nothing above', ['above', 'own'], [null, null]],
    ['only empty cells above', ['empty', 'above'], [null, null]],
  ] as const)('%s', (_, cells, expected) => {
    const resolved = resolveContacts(cells.map(cellOf)).map(shown)
    expect(resolved.map((contact) => contact?.sameAs ?? null)).toEqual(
      expected.map((index) => (index === null ? null : idOf(index))),
    )
  })

  test('a reference keeps its text and takes the values', () => {
    const [, second] = resolveContacts([cellOf('own', 0), cellOf('above', 1)]).map(shown)
    expect(second).toMatchObject({ text: 's. o.', sameAs: 'record-0', emails: ['post0@auental.example'] })
  })

  test('says where nothing stands above', () => {
    const resolved = resolveContacts([cellOf('above', 0), cellOf('own', 1)])
    expect(resolved.map(({ notices }) => notices)).toEqual([
      [{ said: { code: 'contact/nothing-above', args: { record: 'record-0', text: 's. o.' } }, word: 0 }],
      [],
    ])
  })

  test('refers upwards, and to what has a contact of its own', () => {
    const cells = fc.array(fc.constantFrom<Cell>('own', 'above', 'empty'))
    fc.assert(
      fc.property(cells, (given) => {
        const resolved = resolveContacts(given.map(cellOf))
        expect(resolved).toHaveLength(given.length)
        for (const [index, value] of resolved.entries()) {
          const above = given.slice(0, index).lastIndexOf('own')
          const contact = shown(value)
          expect(contact?.sameAs ?? null).toBe(given[index] === 'above' && above >= 0 ? idOf(above) : null)
          expect(value.notices.length > 0).toBe(given[index] === 'above' && above < 0)
          expect(contact === null).toBe(given[index] === 'empty')
        }
      }),
    )
  })
})

function shown({ traced }: FieldValue): Contact | null {
  return traced.json as Contact | null
}

function idOf(index: number): string {
  return `record-${String(index)}`
}

function cellOf(cell: Cell, index: number): ContactCell {
  return { record: idOf(index), value: valueOf(cell, index) }
}

function valueOf(cell: Cell, index: number): FieldValue {
  const nothing = { traced: leaf(null), text: '', words: [], markers: [], joins: [], notices: [] }
  if (cell === 'empty') return nothing
  const own = contact(cell === 'above', index)
  return { ...nothing, traced: traceContact(own, own.text, null), text: own.text.value, contact: own }
}

function contact(refersAbove: boolean, index: number): ParsedContact {
  const email = `post${String(index)}@auental.example`
  return {
    text: { value: refersAbove ? 's. o.' : email, ...wholeWords([index]) },
    organisations: [],
    persons: [],
    addresses: [],
    phones: [],
    emails: refersAbove ? [] : [{ value: email, ...wholeWords([index]) }],
    urls: [],
    notes: [],
    labels: [],
    separators: [],
    joins: [],
    refersAbove,
    notices: [],
  }
}
