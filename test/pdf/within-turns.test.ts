import { expect, test } from 'vitest'
import { withinTurns } from '../../src/pdf/within-turns.ts'

test('a value in time', async () => {
  await expect(withinTurns(Promise.resolve('Hafen'))).resolves.toBe('Hafen')
})

test('an error in time', async () => {
  await expect(withinTurns(Promise.reject(new Error('torn')))).rejects.toThrow('torn')
})

test('a promise that never settles is given up', async () => {
  const never = new Promise<never>(() => undefined)
  await expect(withinTurns(never, 5)).rejects.toThrow('no answer')
})
