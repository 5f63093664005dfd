import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapBox, mapPoint, type Matrix, multiply, toMatrix, translate } from '../../src/pdf/matrix.ts'

fc.configureGlobal({ seed: 2_026 })

const number = fc.integer({ min: -50, max: 50 })
const matrix: fc.Arbitrary<Matrix> = fc.tuple(number, number, number, number, number, number)

/** Zero has no sign on a page. */
function plain(numbers: readonly number[]): readonly number[] {
  return numbers.map((value) => value + 0)
}

test('a product maps like its factors one after the other', () => {
  fc.assert(
    fc.property(matrix, matrix, number, number, (outer, inner, x, y) => {
      expect(plain(mapPoint(multiply(outer, inner), x, y))).toEqual(plain(mapPoint(outer, ...mapPoint(inner, x, y))))
    }),
  )
})

test('a move comes before the rest', () => {
  fc.assert(
    fc.property(matrix, number, number, (given, x, y) => {
      expect(plain(translate(given, x, y))).toEqual(plain(multiply(given, [1, 0, 0, 1, x, y])))
    }),
  )
})

test('a mapped box holds its mapped corners and touches them', () => {
  fc.assert(
    fc.property(matrix, number, number, fc.nat(50), fc.nat(50), (given, x, y, width, height) => {
      const box = mapBox(given, { x0: x, y0: y, x1: x + width, y1: y + height })
      const corners = [
        mapPoint(given, x, y),
        mapPoint(given, x + width, y),
        mapPoint(given, x, y + height),
        mapPoint(given, x + width, y + height),
      ]
      const xs = corners.map(([cornerX]) => cornerX)
      const ys = corners.map(([, cornerY]) => cornerY)
      expect(plain([box.x0, box.y0, box.x1, box.y1])).toEqual(
        plain([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]),
      )
    }),
  )
})

test.for([[null], [[1, 2, 3]], [['1', 0, 0, 1, 0, 0]], [{}]])('%j is no matrix', ([operand]) => {
  expect(toMatrix(operand)).toBeNull()
})

test('packed operands are a matrix', () => {
  expect(toMatrix(Float32Array.from([1, 0, 0, 1, 5, 6]))).toEqual([1, 0, 0, 1, 5, 6])
})
