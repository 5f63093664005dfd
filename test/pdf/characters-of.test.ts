import { expect, test } from 'vitest'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { signOfName } from '../../src/pdf/sign-of-name.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { startChromium } from '../pages/chromium.ts'
import { fontWithMeanings, stream } from './raw-pdf.ts'
import { readRaw, SOME_TEXT } from './read-one-page.ts'

/** What a string in the font `/F3` comes to on a page with other text, and how much is told lost. */
async function read(string: string, objects: readonly string[], mode = 0) {
  const content = `${SOME_TEXT} BT /F3 10 Tf ${String(mode)} Tr 50 100 Td ${string} Tj ET`
  return said(await readRaw({ pages: [{ content, fonts: '/F3 10 0 R' }], objects }))
}

function said({ pages, notices }: SourceDocument) {
  const text = pages[0]?.items.slice(1).map((item) => item.text)
  const counts = notices.map(({ kind, words }) => `${kind} ${words.replace(/ .*/u, '')}`)
  return { text: text?.join('|'), notices: counts }
}

function meaning(pairs: readonly (readonly [string, string])[], encoding = '/WinAnsiEncoding'): readonly string[] {
  const [font = '', ...map] = fontWithMeanings(pairs)
  return [font.replace('/WinAnsiEncoding', encoding), ...map]
}

const NUL = [['95', '0000']] as const

test.for([
  ['the encoding says bullet', '<956C>', meaning(NUL), '•l'],
  ['the name says arrow', '<956C>', meaning(NUL, '<< /Differences [149 /arrowright.alt] >>'), '→l'],
  ['the name says dash', '<956C>', meaning(NUL, '<< /Differences [149 /uni2013] >>'), '–l'],
  ['the name says blank', '<6C956C>', meaning(NUL, '<< /Differences [149 /space] >>'), 'l l'],
] as const)('a glyph that stands for a control character: %s', async ([, string, objects, text]) => {
  expect(await read(string, objects)).toEqual({ text, notices: [] })
})

test('ink without a name is U+FFFD and told, hidden text and what more a glyph stands for are dropped and told', async () => {
  const objects = meaning([
    ['42', '001B'],
    ['43', '009F'],
    ['44', '0061001B'],
  ])
  const told = { text: 'x\uFFFD\uFFFDax', notices: ['control-characters 1', 'unknown-characters 2'] }
  expect(await read('(xBCDx)', objects)).toEqual(told)
  expect(await read('(xBCDx)', objects, 3)).toEqual({ text: 'x|ax', notices: ['control-characters 3'] })
})

test('a ligature that Ghostscript wrote with its bytes swapped is the letters meant, of an unknown sum U+FFFD', async () => {
  const objects = meaning([
    ['42', '74006900'],
    ['43', '6600CF00'],
    ['44', '7400DA00'],
    ['45', '7400C100'],
    ['46', '7400'],
  ])
  const told = { text: 'xtiffittf\uFFFD\u7400x', notices: ['unknown-characters 1'] }
  expect(await read('(xBCDEFx)', objects)).toEqual(told)
})

test('a Type 3 glyph has ink where it draws', async () => {
  const objects = [
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar 2
      /CharProcs << /a1 11 0 R /a2 12 0 R >> /Encoding << /Differences [1 /a1 /a2] >> /Widths [500 500]
      /Resources << >> >>`,
    stream('', '500 0 d0 0 0 400 400 re f'),
    stream('', '500 0 d0'),
  ]
  const notices = ['control-characters 1', 'unknown-characters 2']
  expect(await read('<010201>', objects)).toEqual({ text: '\uFFFD|\uFFFD', notices })
})

test('a number of a glyph is no character, though PDF.js gives it as one', async () => {
  const map = fontWithMeanings([])[1] ?? ''
  const objects = [
    `<< /Type /Font /Subtype /Type0 /BaseFont /Amberfurt /Encoding /Identity-H /DescendantFonts [12 0 R]
      /ToUnicode 11 0 R >>`,
    map.replace('<00> <FF>', '<0000> <FFFF>').replace('0 beginbfchar', '1 beginbfchar <0041> <0061>'),
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Amberfurt /DW 1000 /FontDescriptor 13 0 R
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>`,
    '<< /Type /FontDescriptor /FontName /Amberfurt /Flags 4 /FontBBox [0 -200 1000 800] >>',
  ]
  expect(await read('<004100420041>', objects)).toEqual({ text: 'a\uFFFDa', notices: ['unknown-characters 1'] })
})

test('the sign that Chromium prints for a bullet without a glyph is not lost, its blanks are none', async () => {
  const browser = await startChromium()
  const page = await browser.newPage()
  await page.setContent(`<body style="font: 12px 'DejaVu Sans', 'Liberation Sans', sans-serif">
    <p>Altenrode<ul style="list-style: '\\10FF42  '"><li>Fahrdienste<li>Beratung vor Ort</ul>`)
  const bytes = await page.pdf()
  await browser.close()
  const { pages, notices } = await readPdf(bytes)
  const texts = pages[0]?.items.map(({ text }) => text.trim())
  expect(texts).toEqual(['Altenrode', '\uFFFD Fahrdienste', '\uFFFD Beratung vor Ort'])
  expect(notices.map(({ kind }) => kind)).toEqual(['unknown-characters'])
})

test.for([
  ['bullet', '•'],
  ['u1F600', '\u{1F600}'],
  ['uni2022.case', '•'],
  ['uni001B', null],
  ['uD800', null],
  ['u110000', null],
  ['A', null],
  ['.notdef', null],
] as const)('the glyph name %s is %j', ([name, sign]) => {
  expect(signOfName(name)).toBe(sign)
})
