import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { extract, type ExtractResult, type Figure } from 'stadtprofile'
import { describe, expect, test } from 'vitest'
import { drawRegions } from '../../src/pdf/draw-regions.ts'
import type { Picture } from '../../src/pdf/draw-messages.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)
const EDITION = 'musterstaedte-2026'

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, FIXTURES)))
}

interface City {
  readonly facts: { readonly figures: readonly Figure[] }
}

function figuresOf(report: unknown): readonly Figure[] {
  return (report as { readonly cities: readonly City[] }).cities.flatMap(({ facts }) => facts.figures)
}

describe.each([
  // Words: five values and five years; with a title, an axis, a legend and a source; what remains of that behind a page's end.
  [`editions/${EDITION}/source.pdf`, [10]],
  [`renderings/${EDITION}/endless.pdf`, [35, 30]],
  [`renderings/${EDITION}/narrow.pdf`, [10]],
  [`renderings/${EDITION}/sidewaysText.pdf`, [10]],
  [`renderings/${EDITION}/pictures.pdf`, [0]],
])('%s', (path, words) => {
  const bytes = bytesOf(path)
  let extracted: Promise<ExtractResult> | undefined
  const result = () => (extracted ??= extract(bytes, { figures: true }))

  test('has a picture of each chart, where the report says', async () => {
    const { report, figures = [], diagnostics } = await result()
    const told = figuresOf(report)
    expect(told.length).toBe(16)
    expect(told.map(({ file }) => file)).toEqual(figures.map(({ file }) => file))
    expect(new Set(figures.map(({ file }) => file)).size).toBe(16)
    expect(diagnostics.filter(({ code }) => code === 'figure/not-saved')).toEqual([])
    for (const [index, { png }] of figures.entries()) {
      const [x0, y0, x1, y1] = told[index]?.bbox ?? [0, 0, 0, 0]
      const { width, height } = await loadImage(png)
      expect([width, height]).toEqual([Math.ceil((x1 - x0) * 2), Math.ceil((y1 - y0) * 2)])
      expect(x1 - x0).toBeGreaterThan(300)
      expect(y1 - y0).toBeGreaterThan(100)
      expect(drawn(await pixelsOf(png))).toBeGreaterThan(0.1)
    }
  })

  test('lists the words of the charts where they are printed', async () => {
    const { report, figures = [] } = await result()
    const told = figuresOf(report)
    expect([...new Set(told.map((figure) => figure.words?.length))]).toEqual(words)
    for (const [index, { bbox = [0, 0, 0, 0], words: printed = [] }] of told.entries()) {
      const pixels = await pixelsOf(figures[index]?.png ?? new Uint8Array())
      for (const { text, bbox: box } of printed) {
        const inPicture = [box[0] - bbox[0], box[1] - bbox[1], box[2] - bbox[0], box[3] - bbox[1]] as const
        expect(isInked(pixels, inPicture), text).toBe(true)
      }
    }
  })

  test('is the same report as without, but for what is told of the charts', async () => {
    const { report, diagnostics } = await extract(bytes)
    const { report: told } = await result()
    const bare = (key: string, value: unknown) =>
      key === 'figures' ? (value as readonly Figure[]).map(({ title }) => ({ title })) : value
    expect(JSON.stringify(told, bare)).toBe(JSON.stringify(report))
    expect((await result()).diagnostics).toEqual(diagnostics)
  })
})

test('a text has no pictures, and says so', async () => {
  const { figures, diagnostics } = await extract(bytesOf(`editions/${EDITION}/source.txt`), { figures: true })
  expect(figures).toEqual([])
  expect(diagnostics.filter(({ code }) => code === 'figure/not-saved').length).toBe(1)
})

test('a part that cannot be drawn says why, and the others are drawn', async () => {
  const box = [100, 100, 200, 200] as const
  const regions = [
    { page: 999, bbox: box },
    { page: 4, bbox: box },
  ]
  const bytes = bytesOf(`editions/${EDITION}/source.pdf`)
  const pictures = (await drawRegions({ bytes, password: undefined, regions, format: 'png' })) as readonly Picture[]
  expect(pictures.map((picture) => 'image' in picture)).toEqual([false, true])
})

// The boxes of provenance are drawn over pictures of pages: what is drawn in a box has ink, whichever way the page lies.
test.each(['turned', 'sideways', 'sidewaysText', 'letter'])(
  'boxes lie on the page as a viewer shows it: %s',
  async (name) => {
    const bytes = bytesOf(`renderings/${EDITION}/${name}.pdf`)
    const { provenance } = await extract(bytes)
    const names = Object.entries(provenance).filter(([pointer]) =>
      /\/offers\/\d+\/(?:name|contact\/emails\/0)$/u.test(pointer),
    )
    const places = names.flatMap(([, own]) => own)
    const regions = places.flatMap((place) => ('page' in place ? [{ page: place.page, bbox: place.bbox }] : []))
    expect(regions.length).toBeGreaterThan(50)
    const pictures = (await drawRegions({ bytes, password: undefined, regions, format: 'png' })) as readonly Picture[]
    const shares = await Promise.all(
      pictures.map(async (picture) => ('image' in picture ? dark(await pixelsOf(picture.image)) : 0)),
    )
    expect(shares.filter((share) => share < 0.05)).toEqual([])
  },
)

interface Pixels {
  /** Red, green, blue and alpha of each, row by row. */
  readonly data: Uint8ClampedArray
  readonly width: number
}

async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return { data: context.getImageData(0, 0, image.width, image.height).data, width: image.width }
}

/** Share of the pixels that are of another colour than paper. */
function drawn({ data }: Pixels): number {
  return shareOf(data, (at) => Math.min(...data.subarray(at, at + 3)) < 250)
}

/** Share of the pixels that are dark. */
function dark({ data }: Pixels): number {
  return shareOf(data, (at) => (data[at] ?? 255) < 128)
}

function shareOf({ length }: Uint8ClampedArray, holds: (at: number) => boolean): number {
  let count = 0
  for (let at = 0; at < length; at += 4) if (holds(at)) count += 1
  return (count * 4) / length
}

/** Whether there is a dark pixel in a part of a picture, given in points. */
function isInked({ data, width }: Pixels, [x0, y0, x1, y1]: readonly [number, number, number, number]): boolean {
  for (let y = Math.floor(y0 * 2); y < y1 * 2; y += 1) {
    for (let x = Math.floor(x0 * 2); x < x1 * 2; x += 1) if ((data[(y * width + x) * 4] ?? 255) < 128) return true
  }
  return false
}
