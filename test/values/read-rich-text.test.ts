import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RichText } from '../../src/report/report.ts'
import { readRichText } from '../../src/values/read-rich-text.ts'
import { columnContext } from './readers.ts'

fc.configureGlobal({ seed: 2_026 })

const read = (rows: readonly string[]) => {
  const { lines, context } = columnContext(rows)
  return { lines, text: readRichText(lines, context) }
}

describe('readRichText', () => {
  test('blocks with their words, markers apart', () => {
    const { text } = read(['| Im Turm am Fluss gibt es Be-', '| ratung:', '| ▪ jeden Montag'])
    expect(text.traced.json).toEqual({
      text: 'Im Turm am Fluss gibt es Beratung:\njeden Montag',
      blocks: [
        { kind: 'paragraph', marker: null, level: 1, text: 'Im Turm am Fluss gibt es Beratung:' },
        { kind: 'item', marker: '▪', level: 1, text: 'jeden Montag' },
      ],
    })
    expect(text.traced.ink.get('/blocks/0/text')?.words).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(text.traced.ink.get('/blocks/1/text')?.words).toEqual([9, 10])
    expect(text.words).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9, 10])
    expect(text.markers).toEqual([8])
  })

  test.each([
    [
      'a line that is neither full nor short',
      ['| Vorlesen bei Tee und am Abend.', '| Das Tor am Fluss steht offen'],
      1,
    ],
    ['a short line', ['| Im Turm gibt es Rat.', '| Das Tor am Fluss steht offen'], 0],
    ['a word that goes on', ['| Vorlesen bei Tee und am Nachmit-', '| tag'], 0],
    ['a gap', ['| Vorlesen bei Tee und am Abend.', '¶ Das Tor am Fluss steht offen'], 0],
  ])('%s: ends of paragraphs that are doubtful', (_, rows, count) => {
    const { lines, context } = columnContext(rows, '32')
    const told = readRichText(lines, context).notices.filter(({ said }) => said.code === 'text/paragraph-doubtful')
    expect(told).toHaveLength(count)
    const spaced = { ...context, flow: { ...context.flow, spaced: true } }
    expect(readRichText(lines, spaced).notices).toEqual([])
  })

  test('no lines are no text', () => expect(read([]).text.traced.json).toEqual({ text: '', blocks: [] }))

  test('every word is in one block or a marker, and the text is that of the blocks', () => {
    const word = fc.constantFrom('Turm', 'Tür-', 'und', 'offen.', '▪', '1.', 'am', 'www.turm.example')
    const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `| ${words.join(' ')}`))
    fc.assert(
      fc.property(rows, (given) => {
        const { lines, text } = read(given)
        const ids = [...text.words, ...text.markers].sort((a, b) => a - b)
        expect(ids).toEqual(lines.flatMap(({ words }) => words.map(({ id }) => id)))
        const { text: whole, blocks } = text.traced.json as RichText
        expect(whole).toBe(blocks.map((block) => block.text).join('\n'))
        expect(text.text).toBe(whole)
      }),
    )
  })
})
