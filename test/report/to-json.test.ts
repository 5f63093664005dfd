import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPieces, toJson } from '../../src/report/to-json.ts'

fc.configureGlobal({ seed: 2_026 })

test('two blanks, the order of the object, a line feed at the end', () => {
  expect(toJson({ b: 1, a: [true] })).toBe('{\n  "b": 1,\n  "a": [\n    true\n  ]\n}\n')
})

test('characters that steer a terminal are escaped', () => {
  expect(toJson('a\u009b31m\u202eb\u2028ü')).toBe('"a\\u009b31m\\u202eb\\u2028ü"\n')
})

test('read back, it is the value that was written, whatever its strings hold', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = toJson(value)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(json).not.toMatch(/[^\P{Cc}\n]/u)
    }),
  )
})

test.each([Number.NaN, Infinity, -Infinity])('%s is refused instead of becoming null', (number) => {
  expect(() => toJson({ bbox: [1, number] })).toThrow(TypeError)
})

test('nothing at all is refused', () => {
  expect(() => toJson(undefined)).toThrow(TypeError)
  expect(() => toJson([undefined])).toThrow(TypeError)
})

test('in pieces it is the same text', () => {
  const document = fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'binary' }))
  fc.assert(
    fc.property(document, (value) => {
      expect([...jsonPieces(Object.entries(value))].join('')).toBe(toJson(value))
      const streamed = Object.entries(value).map(([key, entry]) => [key, Array.isArray(entry) ? entry.values() : entry])
      expect([...jsonPieces(streamed as [string, unknown][])].join('')).toBe(toJson(value))
    }),
  )
  const long = {
    before: 1,
    none: undefined,
    list: Array.from({ length: 20_000 }, (_, index) => ({ index })),
    after: [],
  }
  const pieces = [...jsonPieces(Object.entries({ ...long, list: long.list.values() }))]
  expect(pieces.join('')).toBe(toJson(long))
  expect(pieces.length).toBeGreaterThan(5)
})

test('in pieces it is refused as well', () => {
  expect(() => [...jsonPieces([['list', [undefined]]])]).toThrow(TypeError)
  expect(() => [...jsonPieces([['bbox', [1, Number.NaN]]])]).toThrow(TypeError)
})
