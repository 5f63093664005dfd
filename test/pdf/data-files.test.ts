import { expect, test } from 'vitest'
import { DataFiles } from '../../src/pdf/data-files.ts'
import { findPdfjsFolders } from '../../src/pdf/load-pdfjs.ts'

const { standardFonts, characterMaps } = findPdfjsFolders()
const files = new DataFiles({ standardFontDataUrl: standardFonts, cMapUrl: characterMaps })

test('fonts and character maps are found in their folders', async () => {
  const font = await files.fetch({ kind: 'standardFontDataUrl', filename: 'LiberationSans-Regular.ttf' })
  expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0])
  const map = await files.fetch({ kind: 'cMapUrl', filename: 'UniJIS-UTF16-H.bcmap' })
  expect(map.length).toBeGreaterThan(100)
})

test('a file that is not there is refused, and nothing is thrown at who asks', async () => {
  const asked = files.fetch({ kind: 'cMapUrl', filename: 'None.bcmap' })
  await expect(asked).rejects.toThrow(/ENOENT/u)
})
