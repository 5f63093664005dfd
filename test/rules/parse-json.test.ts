import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/rules/parse-json.ts'

describe('parseJson', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const { value: read, faults } = parseJson(text)
        expect(faults).toEqual([])
        expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  test('refuses what JSON.parse refuses', () => {
    const damaged = fc
      .tuple(
        fc.jsonValue({ maxDepth: 2 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', '{', '1', ' ', '\\', 'null'),
      )
      .map(([value, place, insert]) => {
        const text = JSON.stringify(value)
        const at = place % (text.length + 1)
        return `${text.slice(0, at)}${insert}${text.slice(insert === '' ? at + 1 : at)}`
      })
    fc.assert(
      fc.property(damaged, (text) => {
        expect(parseJson(text).value !== undefined, text).toBe(isJson(text))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    { text: '{"a": 1,}', place: 'line 1, column 9' },
    { text: '{\n  "a": tru\n}', place: 'line 2, column 8' },
    { text: '[1\r\n2]', place: 'line 2, column 1' },
    { text: '{"a": "b', place: 'line 1, column 7' },
    { text: '[1', place: 'line 1, column 3' },
    { text: '', place: 'line 1, column 1' },
    { text: '1 2', place: 'line 1, column 3' },
    { text: '{1: 2}', place: 'line 1, column 2' },
    { text: '['.repeat(70), place: 'line 1, column 66' },
  ])('says where $text breaks', ({ text, place }) => {
    expect(parseJson(text).faults.map(({ what }) => what)).toEqual([expect.stringContaining(`(${place})`)])
  })

  test('reports a key that stands twice, and keeps the last', () => {
    const { value, faults } = parseJson('{\n  "a": { "b": 1,\n  "b": 2 }\n}')
    expect(value).toEqual({ a: { b: 2 } })
    expect(faults).toEqual([{ pointer: '/a/b', line: 3, what: 'this key stands here twice' }])
  })

  test('knows the line of each value', () => {
    const { lines } = parseJson('{\n  "a/b": [\n    1,\n    { "c": 2 }\n  ]\n}')
    expect(Object.fromEntries(lines)).toEqual({ '': 1, '/a~1b': 2, '/a~1b/0': 3, '/a~1b/1': 4, '/a~1b/1/c': 4 })
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
