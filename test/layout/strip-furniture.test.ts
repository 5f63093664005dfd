import { expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import { stripFurniture } from '../../src/layout/strip-furniture.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { rules, typedDocument, typedDump } from './typed-page.ts'

test.for(readCorpus('furniture.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, settings, expected }]) => {
    const document = settings.get('layout') === 'flowed' ? typedDump(input) : typedDocument(input)
    const pages = buildLines(document, rules.settings)
    const known = settings.get('known')?.split(', ') ?? []
    const { body, furniture } = stripFurniture(document, pages, rules.furniture, rules.settings, ({ text }) =>
      known.includes(text),
    )
    const found = [
      ...body.map((line) => ({ line, says: `body ${String(line.page)}` })),
      ...furniture.flatMap(({ rule, lines }) => lines.map((line) => ({ line, says: rule }))),
    ].sort((a, b) => (a.line.words[0]?.id ?? 0) - (b.line.words[0]?.id ?? 0))
    expect(found.map(({ line, says }) => `${says} ${line.text}`)).toEqual(expected)
  },
)
