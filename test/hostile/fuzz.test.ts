import { expect, test } from 'vitest'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { damaged } from './damage.ts'
import { fuzz } from './fuzz.ts'

test('a damaged file is read or refused', { timeout: 120_000 }, async () => {
  expect(await fuzz(await temporaryFolder(), 40, 2_026)).toEqual([])
})

test('the same seed damages the same way, and damages', () => {
  const file = new TextEncoder().encode('<< /Length 99 /Next 7 0 R /Prev 8 0 R >>'.repeat(50))
  const copies = damaged([file], 20, 5)
  expect(copies).toEqual(damaged([file], 20, 5))
  expect(copies.filter((copy) => copy.equals(file)).length).toBeLessThan(10)
})
