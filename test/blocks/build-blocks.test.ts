import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlockLines, buildBlocks } from '../../src/blocks/build-blocks.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { rules } from '../layout/typed-page.ts'
import { columnFlow, columnLines } from './column-lines.ts'

fc.configureGlobal({ seed: 2_026 })

test.for(readCorpus('blocks.txt').map((entry) => [entry.title, entry] as const))(
  '%s',
  ([, { input, settings, expected }]) => {
    const flow = columnFlow(input, settings)
    expect(buildBlocks(columnLines(input, flow), flow, rules).map(shownBlock)).toEqual(expected)
  },
)

describe('buildBlocks', () => {
  const word = fc.constantFrom(
    'Turm',
    'Tor-',
    'und',
    'am',
    'offen.',
    '▪',
    'o',
    '1.',
    '2.',
    'a)',
    '-',
    '•',
    '12',
    'Brunnen:',
    'www.turm.example',
  )
  const row = fc
    .tuple(
      fc.constantFrom('| ', '¶ ', '» '),
      fc.constantFrom('', ' ', '   '),
      fc.array(word, { minLength: 1, maxLength: 6 }),
    )
    .map(([sign, indent, words]) => sign + indent + words.join(' '))
  const settings = fc.constantFrom(
    new Map([['width', '30']]),
    new Map([
      ['layout', 'flowed'],
      ['width', '24'],
    ]),
    new Map([['spaced', 'yes']]),
  )

  test('keeps every word once and in order', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), settings, (rows, set) => {
        const flow = columnFlow(rows, set)
        const lines = columnLines(rows, flow)
        const blocks = buildBlocks(lines, flow, rules)
        const kept = blocks.flatMap((block) => [...block.markerWords, ...block.lines.flatMap((line) => line.words)])
        expect(kept.map(({ id }) => id)).toEqual(lines.flatMap((line) => line.words.map(({ id }) => id)))
        for (const block of blocks) {
          expect(block.kind === 'item' || block.marker === null).toBe(true)
          expect(block.level).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })
})

function shownBlock({ kind, marker, level, lines }: BlockLines): string {
  const text = lines.map((line) => line.text).join(' ⏎ ')
  return kind === 'paragraph' ? text : `[${marker ?? ''}${level === 1 ? '' : ` ${String(level)}`}] ${text}`.trimEnd()
}
