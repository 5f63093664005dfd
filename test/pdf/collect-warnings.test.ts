import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collectWarnings } from '../../src/pdf/collect-warnings.ts'

async function warnTwice(name: string): Promise<void> {
  console.warn(`Warning: ${name} one`)
  await nextTurn()
  console.warn(`Warning: ${name} two`)
}

test('runs that begin together wait for one another, each gets its own warnings, and the console is as before', async () => {
  const before = console.warn
  const heard = { a: [] as string[], b: [] as string[] }
  await Promise.all([
    collectWarnings(
      (words) => heard.a.push(words),
      () => warnTwice('a'),
    ),
    collectWarnings(
      (words) => heard.b.push(words),
      () => warnTwice('b'),
    ),
  ])
  expect(heard).toEqual({ a: ['a one', 'a two'], b: ['b one', 'b two'] })
  expect(console.warn).toBe(before)
})

test('a failing run leaves the console as it was', async () => {
  const before = console.warn
  const run = collectWarnings(
    () => undefined,
    () => Promise.reject(new Error('torn')),
  )
  await expect(run).rejects.toThrow('torn')
  expect(console.warn).toBe(before)
})

test('and does not keep the next one waiting', async () => {
  const failing = collectWarnings(
    () => undefined,
    () => Promise.reject(new Error('torn')),
  )
  const heard: string[] = []
  const next = collectWarnings(
    (words) => heard.push(words),
    () => warnTwice('next'),
  )
  await expect(failing).rejects.toThrow('torn')
  await next
  expect(heard).toEqual(['next one', 'next two'])
})

test('what others write meanwhile passes through', async () => {
  const before = console.warn
  const passed: unknown[] = []
  console.warn = (...words: unknown[]) => passed.push(...words)
  const replaced = console.warn
  const heard: string[] = []
  await collectWarnings(
    (words) => heard.push(words),
    async () => {
      await nextTurn()
      console.warn('not of PDF.js')
    },
  )
  expect(console.warn).toBe(replaced)
  console.warn = before
  expect([passed, heard]).toEqual([['not of PDF.js'], []])
})

test('a replacement made meanwhile by others stays', async () => {
  const before = console.warn
  const theirs = (): void => undefined
  await collectWarnings(
    () => undefined,
    () => {
      console.warn = theirs
      return Promise.resolve()
    },
  )
  expect(console.warn).toBe(theirs)
  console.warn = before
})
