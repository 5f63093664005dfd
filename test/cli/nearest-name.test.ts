import { expect, test } from 'vitest'
import { nearestName } from '../../src/cli/nearest-name.ts'

const known = ['extract', 'schema', 'help']

test.each([
  ['extrct', 'extract'],
  ['exrtact', 'extract'],
  ['shema', 'schema'],
  ['hepl', 'help'],
])('%s was meant to be %s', (written, meant) => {
  expect(nearestName(written, known)).toBe(meant)
})

test.each(['', 'x', 'convert', 'e'])('"%s" is like none of them', (written) => {
  expect(nearestName(written, known)).toBeUndefined()
})
