import { expect, test } from 'vitest'
import { readCorpus } from '../corpus/read-corpus.ts'
import { typedLines } from './typed-page.ts'

test.for(readCorpus('lines.txt').map((entry) => [entry.title, entry] as const))('%s', ([, { input, expected }]) => {
  expect(typedLines(input).map(({ text }) => text)).toEqual(expected)
})
