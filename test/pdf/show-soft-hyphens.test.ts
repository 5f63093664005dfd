import { readFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { extract } from 'stadtprofile'
import { fontWithMeanings } from './raw-pdf.ts'
import { readOnePage, readRaw, texts } from './read-one-page.ts'

const MEANS_SOFT_HYPHEN = fontWithMeanings([['2D', '00AD']])

/** Texts of a page set in a font whose hyphen means U+00AD, in lines 12 points apart. */
async function textsOf(...lines: readonly string[]): Promise<readonly string[]> {
  const shown = lines.map((line) => `${line} T*`).join(' ')
  const content = `BT /F3 10 Tf 12 TL 50 200 Td ${shown} ET`
  return texts(await readOnePage({ content, fonts: '/F3 10 0 R' }, { objects: MEANS_SOFT_HYPHEN }))
}

describe('U+00AD with ink', () => {
  test.for([
    ['between letters', '(stadt-auental) Tj', ['stadt-auental']],
    ['before a blank', '(Kranken- und) Tj', ['Kranken- und']],
    ['before digits', '(040 66969-218) Tj', ['040 66969-218']],
    ['before text in another font', '(Kranken-) Tj /F2 10 Tf ( und) Tj', ['Kranken-', ' und']],
  ] as const)('%s is a hyphen', async ([, line, expected]) => {
    expect(await textsOf(line)).toEqual(expected)
  })

  test('inside one line makes all hyphens of the document plain', async () => {
    const page = (line: string) => ({ content: `BT /F3 10 Tf 50 200 Td (${line}) Tj ET`, fonts: '/F3 10 0 R' })
    const { pages } = await readRaw({ pages: [page('Bera-'), page('stadt-auental')], objects: MEANS_SOFT_HYPHEN })
    expect(pages.map(texts)).toEqual([['Bera-'], ['stadt-auental']])
  })

  test.for([
    ['at a line end', '(Bera-) Tj', ['Bera\u{AD}']],
    ['at a line end before a blank', '(Bera- ) Tj', ['Bera\u{AD} ']],
    ['at the end of a line beside another column', '(Bera-) Tj 60 0 Td (Kurse) Tj', ['Bera\u{AD}', 'Kurse']],
    ['alone', '(-) Tj', ['\u{AD}']],
    ['before no letter', '(Bera-  \\267) Tj', ['Bera\u{AD}  ·']],
  ] as const)('%s stays what it is', async ([, line, expected]) => {
    expect(await textsOf(line)).toEqual(expected)
  })
})

test('without ink it stays what it is, where others show as well', async () => {
  const widths = `/FirstChar 45 /LastChar 45 /Widths [0] /FontDescriptor 12 0 R`
  const flat = MEANS_SOFT_HYPHEN.map((object) => object.replace('/WinAnsiEncoding', `/WinAnsiEncoding ${widths}`))
  const descriptor = '<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /Ascent 718 /Descent -207 >>'
  const content = 'BT /F3 10 Tf 50 200 Td (Be-ratung) Tj ET'
  const page = await readOnePage({ content, fonts: '/F3 10 0 R' }, { objects: [...flat, descriptor] })
  expect(texts(page)).toEqual(['Be\u{AD}ratung'])
})

describe('an edition whose fonts call every hyphen U+00AD', () => {
  const plain = new Uint8Array(
    readFileSync(new URL('../../fixtures/editions/musterstaedte-2026/source.pdf', import.meta.url)),
  )

  test('says the same', async () => {
    const expected = await extract(plain, { fileName: 'source.pdf' })
    const { report } = await extract(withSoftHyphens(plain), { fileName: 'source.pdf' })
    expect(report['cities']).toEqual(expected.report['cities'])
  })
})

/** The PDF with another meaning of the hyphen in its fonts' tables; everything stays at its place in the file, for comments give room. */
function withSoftHyphens(pdf: Uint8Array): Uint8Array {
  const changed = Buffer.from(pdf)
  const file = changed.toString('latin1')
  let tables = 0
  for (const { index, 1: data = '' } of file.matchAll(/stream\n(.*?)\nendstream/gsu)) {
    const table = inflate(Buffer.from(data, 'latin1'))
    if (!table.includes('beginbfchar') || !table.includes('<002D>')) continue
    const other = table.replace('<002D>', '<00AD>').replaceAll(/^%.*\n/gmu, '')
    const packed = deflateSync(other, { level: 9 })
    if (packed.length > data.length) throw new Error('the table does not fit')
    changed.fill(0, index + 'stream\n'.length, index + 'stream\n'.length + data.length)
    packed.copy(changed, index + 'stream\n'.length)
    tables += 1
  }
  if (tables === 0) throw new Error('no font has a hyphen')
  return new Uint8Array(changed)
}

function inflate(data: Buffer): string {
  try {
    return inflateSync(data).toString('latin1')
  } catch {
    return ''
  }
}
