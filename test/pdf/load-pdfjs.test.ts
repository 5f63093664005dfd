import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { loadPdfjs } from '../../src/pdf/load-pdfjs.ts'
import { rawPdf } from './raw-pdf.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { SOME_TEXT } from './read-one-page.ts'

test('PDF.js changes nothing that other programs in the process use, and loads nothing to draw with', async () => {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push')
  const pdfjs = await loadPdfjs()
  await readPdf(rawPdf({ pages: [{ content: SOME_TEXT }] }))
  expect(Object.getOwnPropertyDescriptor(Array.prototype, 'push')).toEqual(push)
  expect('DOMMatrix' in globalThis).toBe(false)
  const { cache } = createRequire(import.meta.url)
  expect(Object.keys(cache).filter((path) => path.includes('@napi-rs'))).toEqual([])
  expect(await loadPdfjs()).toBe(pdfjs)
})
