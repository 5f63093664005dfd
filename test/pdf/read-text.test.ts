import { describe, expect, test } from 'vitest'
import { fontWithMeanings, stream } from './raw-pdf.ts'
import { readOnePage, readRaw, texts } from './read-one-page.ts'

// Widths of Helvetica in thousandths: H 722, a 556, f 278, e 556, n 556, blank 278, A 667, B 667, C 722.

const FORM = '/Type /XObject /Subtype /Form'
const FONT = '/Font << /F1 3 0 R >>'

async function firstItem(content: string, page: object = {}) {
  const { items } = await readOnePage({ content, ...page })
  const [item] = items
  if (item === undefined) throw new Error('no text')
  return item
}

describe('places of text', () => {
  test('edges, baseline and size of a word', async () => {
    const item = await firstItem('BT /F1 10 Tf 50 100 Td (Hafen) Tj ET')
    expect(item).toMatchObject({ text: 'Hafen', baseline: 200, size: 10, turn: 0, textLine: null, markedContent: null })
    expect(item.font).toEqual({ name: 'Helvetica', bold: false, italic: false })
    expect(item.edges).toEqual([50, 57.22, 62.78, 65.56, 71.12, 76.68])
    expect(item.box.x0).toBe(50)
    expect(item.box.x1).toBe(76.68)
    expect(item.box.y0).toBeLessThan(193)
    expect(item.box.y1).toBeGreaterThan(200)
  })

  test('weight and slant come from the name of the font', async () => {
    const item = await firstItem('BT /F2 10 Tf 50 100 Td (Hafen) Tj ET')
    expect(item.font).toEqual({ name: 'Helvetica-Bold', bold: true, italic: false })
  })

  test('character and word spacing, horizontal scaling', async () => {
    const spaced = await firstItem('BT /F1 10 Tf 1 Tc 3 Tw 50 100 Td (A B) Tj ET')
    expect(spaced.edges).toEqual([50, 57.67, 64.45, 71.12])
    const narrow = await firstItem('BT /F1 10 Tf 50 Tz 1 Tc 50 100 Td (AB) Tj ET')
    expect(narrow).toMatchObject({ size: 10, edges: [50, 53.84, 57.17] })
  })

  test('rise, leading and the next-line operators', async () => {
    const { items } = await readOnePage({
      content: `BT /F1 10 Tf 12 TL 50 100 Td (eins) Tj T* (zwei) Tj (drei) ' 2 1 (v r) " 5 Ts (hoch) Tj ET`,
    })
    expect(items.map(({ text, baseline }) => [text, baseline])).toEqual([
      ['eins', 200],
      ['zwei', 212],
      ['drei', 224],
      ['v r', 236],
      ['hoch', 231],
    ])
  })

  test('TD sets the leading, Tm starts afresh, a saved state comes back', async () => {
    const { items } = await readOnePage({
      content: `q 2 0 0 2 10 10 cm BT /F1 10 Tf 20 50 TD (A) Tj 0 -8 TD (B) Tj T* (C) Tj ET Q
        BT /F1 10 Tf 1 0 0 1 30 40 Tm (D) Tj ET`,
    })
    expect(items.map(({ text, baseline, size, box }) => [text, box.x0, baseline, size])).toEqual([
      ['A', 50, 190, 20],
      ['B', 50, 206, 20],
      ['C', 50, 222, 20],
      ['D', 30, 260, 10],
    ])
  })

  test('a negative size in a mirrored space reads as it shows', async () => {
    const item = await firstItem('BT /F1 -10 Tf -1 0 0 -1 50 100 Tm (AB) Tj ET')
    expect(item).toMatchObject({ turn: 0, baseline: 200, size: 10, edges: [50, 56.67, 63.34] })
  })

  test.for([
    [90, '0 1 -1 0 50 100', 270],
    [180, '-1 0 0 -1 50 100', 180],
    [270, '0 -1 1 0 50 100', 90],
  ] as const)('text turned by %i degrees counter-clockwise', async ([, matrix, turn]) => {
    const item = await firstItem(`BT /F1 10 Tf ${matrix} Tm (AB) Tj ET`)
    expect(item.turn).toBe(turn)
    expect(item.baseline).toBe(turn === 180 ? 200 : 50)
    const { x0, y0, x1, y1 } = item.box
    expect(turn === 180 ? x1 - x0 : y1 - y0).toBeCloseTo(13.34, 5)
    expect(item.edges[0]).toBe(turn === 180 ? x0 : y0)
    expect(item.edges.at(-1)).toBe(turn === 180 ? x1 : y1)
  })

  test.for([
    [0, 400, 300, 50, 200],
    [90, 300, 400, 100, 50],
    [180, 400, 300, 350, 100],
    [270, 300, 400, 200, 350],
  ] as const)('a page displayed with /Rotate %i', async ([rotate, width, height, x, y]) => {
    const page = await readOnePage({ content: 'BT /F1 10 Tf 50 100 Td (AB) Tj ET', rotate })
    expect(page).toMatchObject({ width, height, rotation: rotate, number: 1, layout: 'placed' })
    const [item] = page.items
    expect(item?.turn).toBe(rotate)
    const atStart = { 0: item?.box.x0, 90: item?.box.y0, 180: item?.box.x1, 270: item?.box.y1 }
    expect(atStart[rotate]).toBe(rotate === 0 || rotate === 180 ? x : y)
    expect(item?.baseline).toBe(rotate === 0 || rotate === 180 ? y : x)
  })

  test('the view box is the origin, and what lies outside it is left out', async () => {
    const page = await readOnePage({
      content: 'BT /F1 10 Tf 50 100 Td (innen) Tj 0 170 Td (aussen) Tj ET',
      cropBox: '40 60 240 160',
    })
    expect(page).toMatchObject({ width: 200, height: 100 })
    expect(texts(page)).toEqual(['innen'])
    expect(page.items[0]).toMatchObject({ baseline: 60, box: { x0: 10 } })
  })

  test('form XObjects carry their matrix, nested ones both', async () => {
    const objects = [
      stream(
        `${FORM} /BBox [0 0 100 100] /Matrix [1 0 0 1 20 0] /Resources << ${FONT} /XObject << /Inner 11 0 R >> >>`,
        'BT /F1 10 Tf (A) Tj ET q 1 0 0 1 0 30 cm /Inner Do Q',
      ),
      stream(`${FORM} /BBox [0 0 50 50] /Matrix [2 0 0 2 0 0] /Resources << ${FONT} >>`, 'BT /F1 10 Tf (B) Tj ET'),
    ]
    const resources = '/XObject << /Outer 10 0 R >>'
    const content = 'q 1 0 0 1 30 100 cm /Outer Do Q BT /F1 10 Tf 5 5 Td (C) Tj ET'
    const { items } = await readOnePage({ content, resources }, { objects })
    expect(items.map(({ text, box, baseline, size }) => [text, box.x0, baseline, size])).toEqual([
      ['A', 50, 200, 10],
      ['B', 50, 170, 20],
      ['C', 5, 295, 10],
    ])
  })
})

describe('unusual fonts', () => {
  const meaning = '/Encoding << /Type /Encoding /Differences [65 /A /B] >> /FirstChar 65 /LastChar 66'

  test.for([
    ['in thousandths', '[0.001 0 0 0.001 0 0]', '[0 0 750 750]', '[1000 500]', 10],
    ['in a scale of its own', '[0.1 0 0 0.1 0 0]', '[0 0 8 8]', '[10 5]', 8],
  ] as const)('Type 3, %s', async ([, matrix, bounds, widths, size]) => {
    const objects = [
      `<< /Type /Font /Subtype /Type3 /FontBBox ${bounds} /FontMatrix ${matrix} /CharProcs << /A 11 0 R /B 11 0 R >>
        ${meaning} /Widths ${widths} /Resources << >> >>`,
      stream('', '0 0 m'),
    ]
    const content = `BT /F3 10 Tf 50 100 Td (AB) Tj ET`
    const { items } = await readOnePage({ content, fonts: '/F3 10 0 R' }, { objects })
    expect(items).toMatchObject([{ text: 'AB', size, baseline: 200, edges: [50, 60, 65] }])
  })

  test('vertical lines run downwards', async () => {
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'
    const [, meanings = ''] = fontWithMeanings([])
    const objects = [
      `<< /Type /Font /Subtype /Type0 /BaseFont /Amberfurt /Encoding /Identity-V /DescendantFonts [12 0 R]
        /ToUnicode 11 0 R >>`,
      meanings
        .replace('<00> <FF>', '<0000> <FFFF>')
        .replace('0 beginbfchar', '2 beginbfchar <0041> <0041> <0042> <0042>'),
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Amberfurt ${system} /DW 1000 /FontDescriptor 13 0 R >>`,
      '<< /Type /FontDescriptor /FontName /Amberfurt /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >>',
    ]
    const content = 'BT /F3 10 Tf 50 100 Td <00410042> Tj ET'
    const { items } = await readOnePage({ content, fonts: '/F3 10 0 R' }, { objects })
    expect(items).toMatchObject([{ text: 'AB', turn: 90, baseline: 50, edges: [200, 210, 220] }])
    expect(items[0]?.box).toEqual({ x0: 45, y0: 200, x1: 55, y1: 220 })
  })
})

describe('runs of text', () => {
  test('kerning keeps a run together, a gap without a blank splits it', async () => {
    const page = await readOnePage({ content: 'BT /F1 10 Tf 50 100 Td [(Ha) 120 (fen) -900 (Tor) -150 (weg)] TJ ET' })
    expect(texts(page)).toEqual(['Hafen', 'Torweg'])
    expect(page.items[1]?.box.x0).toBe(84.48)
  })

  test('a gap beside a blank does not split', async () => {
    const page = await readOnePage({ content: 'BT /F1 10 Tf 50 100 Td [(am ) -900 (Tor)] TJ ET' })
    expect(texts(page)).toEqual(['am Tor'])
  })

  test('glyphs set one by one are a word again', async () => {
    const page = await readOnePage({
      content: 'BT /F1 10 Tf 50 100 Td (H) Tj 7.22 0 Td (a) Tj 5.56 0 Td (f) Tj 8 0 Td (e) Tj ET',
    })
    expect(texts(page)).toEqual(['Haf', 'e'])
    expect(page.items[0]?.edges).toEqual([50, 57.22, 62.78, 65.56])
  })

  test('spaced-out letters stay a word', async () => {
    const page = await readOnePage({ content: 'BT /F1 10 Tf 4 Tc 50 100 Td (HAFEN) Tj ET' })
    expect(texts(page)).toEqual(['HAFEN'])
  })

  test('another font, size or baseline begins another item', async () => {
    const page = await readOnePage({
      content: 'BT /F1 10 Tf 50 100 Td (A) Tj /F2 10 Tf (B) Tj /F1 8 Tf (C) Tj 3 Ts (D) Tj ET',
    })
    expect(texts(page)).toEqual(['A', 'B', 'C', 'D'])
  })

  test('hidden text stays where nothing visible says the same', async () => {
    const page = await readOnePage({
      content: 'BT /F1 10 Tf 3 Tr 50 100 Td (Hafen) Tj 0 50 Td (Tor) Tj 0 Tr 0 -50 Td (Hafen) Tj ET',
    })
    expect(texts(page)).toEqual(['Tor', 'Hafen'])
  })

  test('a word printed twice to look bold is one word', async () => {
    const page = await readOnePage({
      content: 'BT /F1 10 Tf 50 100 Td (Hafen) Tj 0.3 0 Td (Hafen) Tj 50 0 Td (Hafen) Tj ET',
    })
    expect(texts(page)).toEqual(['Hafen', 'Hafen'])
  })

  test('soft hyphens and ligatures stay, ink that stands for a control character is U+FFFD with a notice', async () => {
    const objects = fontWithMeanings([
      ['41', '00AD'],
      ['42', '0003'],
      ['43', '0009'],
      ['44', 'FB01'],
      ['45', 'D83DDE00'],
      ['46', '00660066'],
    ])
    const content = 'BT /F3 10 Tf 50 100 Td (xBCDEFA) Tj ET'
    const { pages, notices } = await readRaw({ pages: [{ content, fonts: '/F3 10 0 R' }], objects })
    const [item] = pages[0]?.items ?? []
    expect(item?.text).toBe('x\uFFFD \uFB01\u{1F600}ff\u00AD')
    expect(item?.edges).toEqual([50, 55, 61.67, 68.89, 76.11, 79.44, 82.78, 85.84, 88.89, 95.56])
    expect(notices).toEqual([
      {
        kind: 'unknown-characters',
        page: 1,
        words: '1 characters that their font does not name stand as U+FFFD',
      },
    ])
  })

  test('text inside a soft mask is no text', async () => {
    const objects = [
      '<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 11 0 R >> >>',
      stream(
        `${FORM} /BBox [0 0 400 300] /Group << /S /Transparency /CS /DeviceGray >> /Resources << ${FONT} >>`,
        'BT /F1 10 Tf 50 200 Td (Maske) Tj ET',
      ),
    ]
    const content = 'q /G0 gs BT /F1 10 Tf 50 100 Td (Hafen) Tj ET Q'
    const page = await readOnePage({ content, resources: '/ExtGState << /G0 10 0 R >>' }, { objects })
    expect(texts(page)).toEqual(['Hafen'])
  })
})
