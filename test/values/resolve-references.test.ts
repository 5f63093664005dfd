import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedContact } from '../../src/contacts/parsed-contact.ts'
import type { RecordValue } from '../../src/values/read-entities.ts'
import { resolveReferences } from '../../src/values/resolve-references.ts'

fc.configureGlobal({ seed: 2_026 })

/** A contact cell: an e-mail address of its own, a reference upwards, or nothing. */
type Cell = 'own' | 'above' | 'empty'

describe('resolveReferences', () => {
  test.each([
    ['a reference', ['own', 'above'], [null, 0]],
    ['over another reference', ['own', 'above', 'above'], [null, 0, 0]],
    ['over an empty cell', ['own', 'empty', 'above'], [null, null, 0]],
    ['to the nearest', ['own', 'own', 'above'], [null, null, 1]],
    ['nothing above', ['above', 'own'], [null, null]],
    ['only empty cells above', ['empty', 'above'], [null, null]],
  ] as const)('%s', (_, cells, expected) => {
    const resolved = resolveReferences(cells.map(record), 0)
    expect(resolved.map(({ sameAs }) => sameAs)).toEqual(expected.map((index) => (index === null ? null : idOf(index))))
  })

  test('a reference keeps its text and takes the values', () => {
    const [, second] = resolveReferences([record('own', 0), record('above', 1)], 0)
    expect(second).toMatchObject({ text: { value: 's. o.' }, sameAs: 'record-0', nothingAbove: false })
    expect(second?.values?.emails.map(({ value }) => value)).toEqual(['post0@auental.example'])
  })

  test('says where nothing stands above', () => {
    const resolved = resolveReferences([record('above', 0), record('own', 1)], 0)
    expect(resolved.map(({ nothingAbove }) => nothingAbove)).toEqual([true, false])
  })

  test('refers upwards, and to what has a contact of its own', () => {
    const cells = fc.array(fc.constantFrom<Cell>('own', 'above', 'empty'))
    fc.assert(
      fc.property(cells, (given) => {
        const resolved = resolveReferences(given.map(record), 0)
        expect(resolved).toHaveLength(given.length)
        for (const [index, { sameAs, text, nothingAbove }] of resolved.entries()) {
          const above = given.slice(0, index).lastIndexOf('own')
          expect(sameAs).toBe(given[index] === 'above' && above >= 0 ? idOf(above) : null)
          expect(nothingAbove).toBe(given[index] === 'above' && above < 0)
          expect(text === null).toBe(given[index] === 'empty')
        }
      }),
    )
  })
})

function idOf(index: number): string {
  return `record-${String(index)}`
}

function record(cell: Cell, index: number): RecordValue {
  const value = cell === 'empty' ? null : contact(cell === 'above', index)
  return { id: idOf(index), cells: [{ role: 'contact', key: 'contact', lines: [], value }] }
}

function contact(refersAbove: boolean, index: number): ParsedContact {
  const email = `post${String(index)}@auental.example`
  return {
    text: { value: refersAbove ? 's. o.' : email, words: [index] },
    organisations: [],
    persons: [],
    addresses: [],
    phones: [],
    emails: refersAbove ? [] : [{ value: email, words: [index] }],
    urls: [],
    notes: [],
    labels: [],
    separators: [],
    joins: [],
    refersAbove,
    notices: [],
  }
}
