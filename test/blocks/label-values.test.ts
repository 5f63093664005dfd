import { expect, test } from 'vitest'
import { labelValues } from '../../src/blocks/label-values.ts'
import { buildLines } from '../../src/layout/build-lines.ts'
import type { Line } from '../../src/layout/line.ts'
import { fieldsAt } from '../../src/outline/split-parts.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { idsOf } from '../tables/shown-table.ts'
import { pagesByNumber, rules, typedDocument, typedDump } from '../layout/typed-page.ts'

const parts = rules.outline.sections.flatMap((section) => fieldsAt(section, 'beside'))

test.for(readCorpus('label-values.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, settings, expected }]) => {
    const document = settings.get('layout') === 'flowed' ? typedDump(input) : typedDocument(input)
    const lines = buildLines(document, rules.settings).flat()
    const { values, unknown, rest } = labelValues(
      lines,
      parts,
      pagesByNumber(document),
      rules.settings.nearMatchDistance,
    )
    const shown = [
      ...values.map((value) => `${value.part.key} ${shownLines(value.lines)}`.trimEnd()),
      ...unknown.map(({ heading, lines: text }) => `unknown ${shownLines(heading)}: ${shownLines(text)}`.trimEnd()),
      ...rest.map(({ text }) => `rest ${text}`),
    ]
    expect(shown).toEqual(expected)

    const found = [
      ...values.flatMap((value) => [...value.label, ...value.lines]),
      ...unknown.flatMap((part) => [...part.heading, ...part.lines]),
      ...rest,
    ]
    expect(idsOf(found)).toEqual(idsOf(lines))
  },
)

function shownLines(lines: readonly Line[]): string {
  return lines
    .map(({ page, text }, index) => (page > (lines[index - 1]?.page ?? page) ? `» ${text}` : text))
    .join(' / ')
}
