import { expect, test } from 'vitest'
import { buildLines } from '../../src/layout/build-lines.ts'
import type { Line } from '../../src/layout/line.ts'
import { splitOutline } from '../../src/outline/split-outline.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { rules, typedDocument, typedDump } from '../layout/typed-page.ts'

test.for(readCorpus('headings.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, settings, expected }]) => {
    const document = settings.get('layout') === 'flowed' ? typedDump(input) : typedDocument(input)
    const lines = buildLines(document, rules.settings).flat()
    const bookmarks = settings.get('bookmarks')?.split(', ') ?? []
    const { before, after, contents, entities, findings } = splitOutline(
      lines,
      bookmarks,
      rules.outline,
      rules.settings,
    )
    const shown = [
      ...before.map(({ text }) => `before ${text}`),
      ...contents.map(({ text }) => `contents ${text}`),
      ...entities.flatMap(({ heading, lead, sections }) => [
        `city ${String(heading.number ?? '-')} ${heading.title}`,
        ...lead.map(({ text }) => `  lead ${text}`),
        ...sections.flatMap((section) => [
          `  ${section.rule.key} ${section.heading.number ?? '-'} ${joined(section.lines)}`.trimEnd(),
          ...section.unknown.map((part) => `  unknown ${joined(part.heading)}: ${joined(part.lines)}`.trimEnd()),
        ]),
      ]),
      ...after.map(({ text }) => `after ${text}`),
      ...findings.map(({ code }) => `finding ${code}`),
    ]
    expect(shown).toEqual(expected)
  },
)

function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' / ')
}
