import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/layout/line.ts'
import { joinLines } from '../../src/repair/join-lines.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import { readRichText } from '../../src/values/read-rich-text.ts'
import { columnFlow, columnLines } from '../blocks/column-lines.ts'
import { rules } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const context = { vocabulary: buildVocabulary([]), looseTargets: [] }
const join = (lines: readonly Line[]) => joinLines(lines, context, rules.repair)
const read = (rows: readonly string[]) => {
  const flow = columnFlow(rows, new Map([['width', '30']]))
  const lines = columnLines(rows, flow)
  return { lines, text: readRichText(lines, flow, rules, join) }
}

describe('readRichText', () => {
  test('blocks with their words, markers apart', () => {
    const { text } = read(['| Im Turm am Fluss gibt es Be-', '| ratung:', '| ▪ jeden Montag'])
    expect(text.value).toEqual({
      text: 'Im Turm am Fluss gibt es Beratung:\njeden Montag',
      blocks: [
        { kind: 'paragraph', marker: null, level: 1, text: 'Im Turm am Fluss gibt es Beratung:' },
        { kind: 'item', marker: '▪', level: 1, text: 'jeden Montag' },
      ],
    })
    expect(text.words).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [9, 10],
    ])
    expect(text.markers).toEqual([8])
  })

  test('no lines are no text', () => expect(read([]).text.value).toEqual({ text: '', blocks: [] }))

  test('every word is in one block or a marker, and the text is that of the blocks', () => {
    const word = fc.constantFrom('Turm', 'Tür-', 'und', 'offen.', '▪', '1.', 'am', 'www.turm.example')
    const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `| ${words.join(' ')}`))
    fc.assert(
      fc.property(rows, (given) => {
        const { lines, text } = read(given)
        const ids = [...text.words.flat(), ...text.markers].sort((a, b) => a - b)
        expect(ids).toEqual(lines.flatMap(({ words }) => words.map(({ id }) => id)))
        expect(text.value.text).toBe(text.value.blocks.map((block) => block.text).join('\n'))
      }),
    )
  })
})
