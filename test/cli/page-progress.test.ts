import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { barProgress, silentProgress } from '../../src/cli/page-progress.ts'

function watchedStream(): { readonly stream: PassThrough & { readonly isTTY: true }; readonly written: () => string } {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true as const, columns: 120 })
  return { stream, written: () => String(stream.read() ?? '') }
}

test('a terminal sees pages, and messages above them', () => {
  const { stream, written } = watchedStream()
  const progress = barProgress(stream)
  const bar = progress.start('evil\u001b[31m.pdf')
  bar.onPage(3, 7)
  progress.print('a message\n')
  bar.end()
  progress.stop()
  const text = written()
  expect(text).toContain('3/7 pages  evil<U+001B>[31m.pdf')
  expect(text).toContain('a message\n')
})

test('a pipe sees messages only', () => {
  const { stream, written } = watchedStream()
  const progress = silentProgress(stream)
  progress.start('a.pdf').onPage(3, 7)
  progress.print('a message\n')
  progress.stop()
  expect(written()).toBe('a message\n')
})
