import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DataFiles } from './data-files.ts'
import type { DrawRegion, DrawTask, Picture, PictureFormat } from './draw-messages.ts'

/** Pixels per point: 144 to the inch. */
const SCALE = 2
/** Longest side of a picture, in pixels; a larger region is drawn smaller. */
const LONGEST = 4000

/** Quality of a `webp`, 0 to 100: letters stay sharp at it. */
const QUALITY = 80

type Canvas = typeof import('@napi-rs/canvas')

/**
 * Draws parts of a PDF with PDF.js. It is loaded as it comes, with what it draws with: a thread that reads has another
 * one, which cannot.
 *
 * @returns a picture for each region; `no-package` where the optional package that draws is not there
 */
export async function drawRegions({
  bytes,
  password,
  regions,
  format,
}: Omit<DrawTask, 'maxMemory'>): Promise<readonly Picture[] | 'no-package'> {
  const canvas = await import('@napi-rs/canvas').catch(() => null)
  if (canvas === null) return 'no-package'
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const url = pathToFileURL(join(root, 'legacy', 'build', 'pdf.min.mjs')).href
  const pdfjs = (await import(url)) as typeof import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    BinaryDataFactory: DataFiles,
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    cMapUrl: join(root, 'cmaps') + sep,
    cMapPacked: true,
    wasmUrl: join(root, 'wasm') + sep,
    // Fonts of the machine would make another picture on each.
    useSystemFonts: false,
    isEvalSupported: false,
  })
  try {
    const document = await task.promise
    const pictures: Picture[] = []
    for (const region of regions) pictures.push(await drawRegion(document, region, format, canvas))
    return pictures
  } finally {
    await task.destroy()
  }
}

async function drawRegion(
  document: PDFDocumentProxy,
  region: DrawRegion,
  format: PictureFormat,
  { createCanvas }: Canvas,
): Promise<Picture> {
  const [x0, y0, x1, y1] = region.bbox
  const scale = Math.min(SCALE, LONGEST / Math.max(x1 - x0, y1 - y0))
  try {
    const page = await document.getPage(region.page)
    const canvas = createCanvas(pixels((x1 - x0) * scale), pixels((y1 - y0) * scale))
    const viewport = page.getViewport({ scale, offsetX: -x0 * scale, offsetY: -y0 * scale })
    await page.render({ canvas, viewport }).promise
    page.cleanup()
    const image = format === 'png' ? await canvas.encode('png') : await canvas.encode('webp', QUALITY)
    return { image: new Uint8Array(image) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

function pixels(length: number): number {
  return Math.max(1, Math.ceil(length))
}
