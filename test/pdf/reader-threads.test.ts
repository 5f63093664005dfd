import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
// From the build: a thread starts from a file that Node runs as it is.
import { readPdf } from '../../dist/pdf/read-pdf.js'
import { readPdfAside } from '../../dist/pdf/reader-threads.js'
import { SourceError } from '../../dist/source/source-error.js'
import { EDITION_CASES } from '../editions/cases.ts'
import { rawPdf } from './raw-pdf.ts'
import { SOME_TEXT } from './read-one-page.ts'

const page = { content: SOME_TEXT }
const small = () => rawPdf({ pages: [page, page] })
const editions = EDITION_CASES.flatMap(({ name, sources, path }) =>
  sources.filter((file) => file.endsWith('.pdf')).map((file) => [`${name}/${file}`, path(file)] as const),
)

describe('readPdfAside', () => {
  test.each(editions)('reads %s as it is read in this thread', async (_, path) => {
    const bytes = await readFile(path)
    expect(await readPdfAside(bytes)).toEqual(await readPdf(bytes))
  })

  test('reads one after the other and side by side', async () => {
    const expected = await readPdf(small())
    expect(await readPdfAside(small())).toEqual(expected)
    expect(await readPdfAside(small())).toEqual(expected)
    expect(await Promise.all([1, 2, 3].map(() => readPdfAside(small())))).toEqual([expected, expected, expected])
  })

  test('tells the pages as they are read and leaves the bytes as they are', async () => {
    const bytes = small()
    const copy = bytes.slice()
    const seen: (readonly [number, number])[] = []
    await readPdfAside(bytes, { onPage: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(Buffer.from(bytes).equals(copy)).toBe(true)
  })

  test.each([
    ['no PDF', new TextEncoder().encode('Turm'), 'not-a-pdf'],
    ['a PDF cut short', small().slice(0, 120), 'damaged'],
    ['a PDF without text', rawPdf({ pages: [{ content: '' }] }), 'no-text'],
  ] as const)('says of %s what readPdf says', async (_, bytes, code) => {
    const here: unknown = await readPdf(bytes).catch((error: unknown) => error)
    const aside: unknown = await readPdfAside(bytes).catch((error: unknown) => error)
    expect(aside).toBeInstanceOf(SourceError)
    expect(aside).toMatchObject({ code })
    expect(told(aside)).toEqual(told(here))
    await expect(readPdfAside(small())).resolves.toMatchObject({ kind: 'pdf' })
  })

  test('what the caller throws while it is told of a page ends the reading', async () => {
    const stop = new Error('enough')
    const onPage = () => {
      throw stop
    }
    await expect(readPdfAside(small(), { onPage })).rejects.toBe(stop)
    await expect(readPdfAside(small())).resolves.toMatchObject({ kind: 'pdf' })
  })
})

function told(error: unknown) {
  if (!(error instanceof SourceError)) throw error
  const { code, message, hint, cause } = error
  return { code, message, hint, cause: cause instanceof Error ? cause.message : null }
}
