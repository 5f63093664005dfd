import { describe, expect, test } from 'vitest'
import type { SourcePage } from '../../src/source/source-document.ts'
import { readOnePage, SOME_TEXT } from './read-one-page.ts'
import { type RawDocument, type RawPage, stream } from './raw-pdf.ts'

function draw(content: string, page: Partial<RawPage> = {}, document: Partial<RawDocument> = {}): Promise<SourcePage> {
  return readOnePage({ ...page, content: `${SOME_TEXT} ${content}` }, document)
}

describe('rulings', () => {
  test('stroked lines, level and upright, with their thickness', async () => {
    const { rulings } = await draw('2 w 50 100 m 250 100 l S 0.5 w 50 100 m 50 200 l 60 210 l S')
    expect(rulings).toEqual([
      { direction: 'horizontal', thickness: 2, box: { x0: 50, y0: 199, x1: 250, y1: 201 } },
      { direction: 'vertical', thickness: 0.5, box: { x0: 49.75, y0: 100, x1: 50.25, y1: 200 } },
    ])
  })

  test('the four sides of a stroked rectangle, in a scaled space', async () => {
    const { rulings } = await draw('q 2 0 0 2 100 100 cm 0.5 w 0 0 50 20 re S Q')
    expect(
      rulings.map(({ direction, box, thickness }) => [direction, thickness, box.x0, box.y0, box.x1, box.y1]),
    ).toEqual([
      ['horizontal', 1, 100, 199.5, 200, 200.5],
      ['vertical', 1, 199.5, 160, 200.5, 200],
      ['horizontal', 1, 100, 159.5, 200, 160.5],
      ['vertical', 1, 99.5, 160, 100.5, 200],
    ])
  })

  test('a line of width zero is the thinnest line', async () => {
    const { rulings } = await draw('0 w 50 100 m 250 100 l S')
    expect(rulings).toEqual([{ direction: 'horizontal', thickness: 0, box: { x0: 50, y0: 200, x1: 250, y1: 200 } }])
  })

  test('thin filled rectangles are lines, alone and several in a path', async () => {
    const { rulings, fills } = await draw('50 100 200 0.5 re 50 100 0.48 80 re f')
    expect(rulings).toEqual([
      { direction: 'horizontal', thickness: 0.5, box: { x0: 50, y0: 199.5, x1: 250, y1: 200 } },
      { direction: 'vertical', thickness: 0.48, box: { x0: 50, y0: 120, x1: 50.48, y1: 200 } },
    ])
    expect(fills).toEqual([])
  })

  test('slanted lines, curves and dots are no rulings', async () => {
    const { rulings } = await draw('50 100 m 150 150 l S 50 50 m 80 50 120 50 150 50 c S 50 100 0.5 0.5 re f')
    expect(rulings).toEqual([])
  })

  test('a clip cuts lines off and hides what lies outside', async () => {
    const { rulings } = await draw(
      'q 60 90 100 20 re W n 50 100 m 250 100 l S 50 200 m 250 200 l S Q 50 30 m 250 30 l S',
    )
    expect(rulings.map(({ box }) => [box.x0, box.x1])).toEqual([
      [59.5, 160.5],
      [50, 250],
    ])
  })

  test('inside form XObjects', async () => {
    const form = stream('/Type /XObject /Subtype /Form /BBox [0 -5 80 5] /Matrix [1 0 0 1 20 0]', '0 0 m 100 0 l S')
    const content = 'q 1 0 0 1 30 100 cm /Form Do Q'
    const { rulings } = await draw(content, { resources: '/XObject << /Form 10 0 R >>' }, { objects: [form] })
    expect(rulings.map(({ box }) => [box.x0, box.x1, box.y0])).toEqual([[50, 130.5, 199.5]])
  })

  test('turned with the page', async () => {
    const { rulings } = await draw('2 w 50 100 m 250 100 l S', { rotate: 90 })
    expect(rulings).toEqual([{ direction: 'vertical', thickness: 2, box: { x0: 99, y0: 50, x1: 101, y1: 250 } }])
  })

  test('white lines show on coloured areas only, transparent ones nowhere', async () => {
    const objects = ['<< /Type /ExtGState /CA 0 >>']
    const content = `0.8 g 50 100 100 50 re f 1 G 50 120 m 150 120 l S 50 200 m 150 200 l S
      0 G /Clear gs 50 130 m 150 130 l S`
    const { rulings } = await draw(content, { resources: '/ExtGState << /Clear 10 0 R >>' }, { objects })
    expect(rulings.map(({ box }) => box.y0)).toEqual([179.5])
  })
})

describe('text decorations', () => {
  // Helvetica: the text is 122.3 points wide at this size.
  const linkText = 'BT /F1 10 Tf 50 100 Td (kontakt@altenrode.example) Tj ET'

  test('an underline is no ruling, be it stroked or filled', async () => {
    const stroked = await draw(`${linkText} 0.5 w 50 98.5 m 165 98.5 l S`)
    const filled = await draw(`${linkText} 50 98 100 0.6 re f`)
    expect(stroked.rulings).toEqual([])
    expect(filled.rulings).toEqual([])
  })

  test('an underline below parts set one by one is no ruling', async () => {
    const parts = 'BT /F1 10 Tf 50 100 Td (Hafen) Tj /F2 10 Tf 28 0 Td (Altenrode) Tj ET'
    const { rulings } = await draw(`${parts} 0.5 w 50 98.5 m 120 98.5 l S`)
    expect(rulings).toEqual([])
  })

  test.for([
    ['wider than its text', '45 98.5 m 260 98.5 l S'],
    ['too far below', '50 92 m 150 92 l S'],
    ['upright', '60 90 m 60 110 l S'],
    ['thick', '3 w 50 98 m 150 98 l S'],
  ])('a line %s is a ruling', async ([, path]) => {
    const { rulings } = await draw(`${linkText} 0.5 w ${path}`)
    expect(rulings).toHaveLength(1)
  })

  test('a line below two columns of text is a ruling', async () => {
    const columns = 'BT /F1 10 Tf 50 100 Td (Hafen) Tj 150 0 Td (Altenrode) Tj ET'
    const { rulings } = await draw(`${columns} 0.5 w 50 98.5 m 240 98.5 l S`)
    expect(rulings).toHaveLength(1)
  })
})

describe('areas and pictures', () => {
  test('filled areas have a colour; white and invisible ones are not there', async () => {
    const { fills } = await draw('0.8 0.9 1 rg 50 100 100 50 re f 1 g 200 100 50 50 re f 0 g 60 30 m 90 30 l 75 60 l f')
    expect(fills).toEqual([
      { colour: '#cce6ff', box: { x0: 50, y0: 150, x1: 150, y1: 200 } },
      { colour: '#000000', box: { x0: 60, y0: 240, x1: 90, y1: 270 } },
    ])
  })

  const picture = stream(
    '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
    'abcd',
  )
  const withPicture = { resources: '/XObject << /Picture 10 0 R >>' }

  test('the place of a picture', async () => {
    const page = await draw('q 120 0 0 60 50 100 cm /Picture Do Q', withPicture, { objects: [picture] })
    expect(page.images).toEqual([{ x0: 50, y0: 140, x1: 170, y1: 200 }])
  })

  test('a turned picture, one without a saved state, and one cut by a clip', async () => {
    const content = `q 0 60 -120 0 200 100 cm /Picture Do Q q 0 0 100 300 re W n 200 0 0 40 50 20 cm /Picture Do Q
      80 0 0 40 250 50 cm /Picture Do`
    const page = await draw(content, withPicture, { objects: [picture] })
    expect(page.images).toEqual([
      { x0: 80, y0: 140, x1: 200, y1: 200 },
      { x0: 50, y0: 240, x1: 100, y1: 280 },
      { x0: 250, y0: 210, x1: 330, y1: 250 },
    ])
  })

  test('an inline picture', async () => {
    const content = 'q 60 0 0 60 50 100 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q'
    const page = await draw(content)
    expect(page.images).toEqual([{ x0: 50, y0: 140, x1: 110, y1: 200 }])
  })

  test('a matrix for text or paths is no picture', async () => {
    const content =
      'q 50 0 0 50 20 20 cm 0 0 1 1 re f Q q 1 0 0 1 5 5 cm Q q 10 0 0 10 50 50 cm BT /F1 1 Tf (A) Tj ET Q'
    const page = await draw(content)
    expect(page.images).toEqual([])
  })
})
