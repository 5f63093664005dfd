import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract, type ExtractResult } from 'stadtprofile'
import type { SourcePage, TextItem } from '../../src/source/source-document.ts'
import { SourceError } from '../../src/source/source-error.ts'
import { readText } from '../../src/text/read-text.ts'
import { readCorpus } from '../corpus/read-corpus.ts'
import { rules } from '../layout/typed-page.ts'

fc.configureGlobal({ seed: 2_026 })

const bytes = (text: string) => new TextEncoder().encode(text)

describe('pages', () => {
  test.for(readCorpus('text-pages.txt').map((entry) => [entry.title, entry] as const))(
    '%s',
    ([, { input, expected }]) => {
      const text = input.map((line) => line.replace(/^\| ?/u, '').replaceAll('␣', ' ').replaceAll('␌', '\f')).join('\n')
      expect(readText(bytes(text)).pages.flatMap(shownPage)).toEqual(expected)
    },
  )
})

describe('readText', () => {
  test.each(['', ' \n\t\n', '\u0000\u0001'])('rejects %j, which shows nothing', (text) => {
    expect(() => readText(bytes(text))).toThrow(SourceError)
  })

  test('drops control characters and says so', () => {
    const { pages, notices } = readText(bytes('\uFEFFDer \u0001Turm\u0002'))
    expect(pages.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(['Der Turm'])
    expect(notices).toEqual([{ kind: 'control-characters', page: null, words: '2 control characters were dropped' }])
  })

  test('reads ligatures whose bytes are swapped, and says what the text does not know', () => {
    const { pages, notices } = readText(bytes('Freizei\u7400\u7400re\u6600 mit Gara\u7400\uFFFD'))
    expect(pages.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(['Freizeittre\u6600 mit Garat\uFFFD'])
    expect(notices.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      'swapped-ligatures: 2 ligatures whose bytes are swapped were read as the letters meant',
      'unknown-characters: 1 characters are U+FFFD: whatever made the text did not know them',
    ])
  })

  test('numbers lines as they are in the file, whatever ends them', () => {
    const lines = readText(bytes('eins\r\n\r\nzwei\rdrei\nvier')).pages.flatMap(({ items }) => items)
    expect(lines.map(({ textLine, text }) => `${String(textLine)} ${text}`)).toEqual([
      '1 eins',
      '3 zwei',
      '4 drei',
      '5 vier',
    ])
  })

  test('prints every visible character once', () => {
    const line = fc.string({ unit: fc.constantFrom(...'aB1ü @:/-.'.split('')), maxLength: 20 })
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\n\n', ' \n\n', '\n \n\n', '\f'), (lines, end) => {
        const text = `Turm${end}${lines.join(end)}`
        const { pages } = readText(bytes(text))
        const shown = pages.flatMap(({ items, links }) => [
          ...items.map((item) => item.text),
          ...links.map(({ target }) => target),
        ])
        expect(shown.join('').replaceAll(/\s/gu, '').length).toBe(text.replaceAll(/\s/gu, '').length)
      }),
    )
  })
})

describe('line ends of the file', () => {
  const PRINTED = [
    '3 Auental',
    '3.1 Daten und Fakten',
    '',
    '3.2 Organisation',
    '',
    'Trägerkooperationen',
    '',
    'Der Turm-',
    'wart',
  ]
  const reportOf = async (end: string): Promise<ExtractResult['report']> =>
    (await extract(bytes(PRINTED.join(end)), { rules, fileName: 'turm.txt' })).report

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s gives the report that LF gives, but for the hash of the bytes', async (_, end) => {
    const [expected, report] = await Promise.all([reportOf('\n'), reportOf(end)])
    expect(report['cities']).toHaveLength(1)
    expect(withoutHash(report)).toEqual(withoutHash(expected))
    expect(report.edition.source.sha256).not.toBe(expected.edition.source.sha256)
  })
})

function withoutHash(report: ExtractResult['report']): unknown {
  return { ...report, edition: { ...report.edition, source: { ...report.edition.source, sha256: '' } } }
}

function shownPage({ number, layout, items, links }: SourcePage): readonly string[] {
  const lines = items.map((item, index) =>
    layout === 'placed' ? `${String(item.textColumn)} ${item.text}` : `${signOf(item, items[index - 1])} ${item.text}`,
  )
  return [`page ${String(number)} ${layout}`, ...lines, ...links.map(({ target }) => `link ${target}`)]
}

/** What stood above a line of flowed text, told by the distance of its baseline from that of the line above. */
function signOf(item: TextItem, above: TextItem | undefined): string {
  if (item.box.x0 > 0) return '>'
  const pitch = above === undefined ? 1.2 : (item.baseline - above.baseline) / item.size
  return pitch < 1.1 ? '=' : pitch < 1.3 ? '.' : '¶'
}
