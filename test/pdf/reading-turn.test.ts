import { describe, expect, test } from 'vitest'
import { linkTo } from './raw-pdf.ts'
import { readOnePage } from './read-one-page.ts'

/** Lines reading upwards, drawn with a turned text matrix. */
const SIDEWAYS = ['Name', 'Turmtag am Fluss', 'Lesetee']
  .map((text, index) => `BT /F1 10 Tf 0 1 -1 0 ${String(100 + 20 * index)} 40 Tm (${text}) Tj ET`)
  .join(' ')

describe('a page on its side', () => {
  test('is turned to be read', async () => {
    const page = await readOnePage({ content: SIDEWAYS })
    expect(page).toMatchObject({ rotation: 90, width: 300, height: 400 })
    expect(page.items.map(({ text, turn, baseline, box }) => [text, turn, baseline, box.x0])).toEqual([
      ['Name', 0, 100, 40],
      ['Turmtag am Fluss', 0, 120, 40],
      ['Lesetee', 0, 140, 40],
    ])
  })

  test('in addition to its entry /Rotate', async () => {
    const { rotation, items } = await readOnePage({ content: SIDEWAYS, rotate: 180 })
    expect([rotation, items.map(({ turn }) => turn)]).toEqual([90, [0, 0, 0]])
  })

  test('with its rulings and links', async () => {
    const { rulings, links } = await readOnePage({
      content: `${SIDEWAYS} 1 w 160 40 m 160 240 l S`,
      annotations: [linkTo('https://turm.example', '92 40 102 90')],
    })
    expect(rulings).toMatchObject([{ direction: 'horizontal', box: { x0: 40, x1: 240 } }])
    expect(links).toMatchObject([{ box: { x0: 40, y0: 92, x1: 90, y1: 102 } }])
  })
})

describe('a page stays as it is displayed', () => {
  test('where upright text is no less', async () => {
    const upright = 'BT /F1 10 Tf 20 20 Td (Der Turm am Fluss steht offen) Tj ET'
    const page = await readOnePage({ content: `${SIDEWAYS} ${upright}` })
    expect(page.rotation).toBe(0)
    expect(page.items.map(({ turn }) => turn)).toEqual([270, 270, 270, 0])
  })

  test('where all its text is a line along the margin', async () => {
    const content = 'BT /F1 10 Tf 0 1 -1 0 20 40 Tm (Fokusbericht Turm und Fluss) Tj ET'
    expect(await readOnePage({ content })).toMatchObject({ rotation: 0, items: [{ turn: 270 }] })
  })
})
