import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distinctIds, entityId, slug } from '../../src/outline/entity-id.ts'
import { rules } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const word = fc.string({ unit: fc.constantFrom(...'aZ9äß é-_/&*„'.split('')), maxLength: 12 })

describe('slug', () => {
  test.each([
    ['Kür & Co.', 'kuer-co'],
    ['„Klön_schnack“ 60+', 'kloen-schnack-60'],
    ['Große Straße', 'grosse-strasse'],
    ['Café E\u0301toile', 'cafe-etoile'],
    ['—', ''],
  ])('of %s is %s', (text, expected) => expect(slug(text)).toBe(expected))

  test('of a slug is the slug', () => {
    fc.assert(
      fc.property(fc.oneof(word, fc.string({ unit: 'grapheme' })), (text) => {
        expect(slug(slug(text))).toBe(slug(text))
        expect(slug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u)
      }),
    )
  })
})

describe('entityId', () => {
  test.each([
    ['Auental', 'auental'],
    ['Freie und Hansestadt Auental', 'auental'],
    ['Stadt Auental', 'auental'],
    ['Stadtauental', 'stadtauental'],
    ['Bad Auental (Fluss)', 'bad-auental-fluss'],
  ])('of %s is %s', (title, expected) => expect(entityId(title, rules.outline)).toBe(expected))
})

describe('distinctIds', () => {
  test.each([
    [
      ['turm', 'turm', 'tor', 'turm'],
      ['turm', 'turm-2', 'tor', 'turm-3'],
    ],
    [
      ['', ''],
      ['unnamed', 'unnamed-2'],
    ],
    [
      ['turm-2', 'turm', 'turm'],
      ['turm-2', 'turm', 'turm-3'],
    ],
  ])('of %j are %j', (ids, expected) => expect(distinctIds(ids)).toEqual(expected))

  const ids = fc.array(fc.constantFrom('', 'a', 'b', 'a-2', 'a-2-2', 'unnamed'))

  test('are distinct, one for each, and stay as more are added', () => {
    fc.assert(
      fc.property(ids, ids, (first, more) => {
        const distinct = distinctIds(first)
        expect(distinct).toHaveLength(first.length)
        expect(new Set(distinct).size).toBe(first.length)
        expect(distinctIds([...first, ...more]).slice(0, first.length)).toEqual(distinct)
        expect(distinctIds(distinct)).toEqual(distinct)
      }),
    )
  })
})
