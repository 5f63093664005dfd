import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import { readOnePage, readRaw, SOME_TEXT } from './read-one-page.ts'
import { linkTo, rawPdf } from './raw-pdf.ts'

const textPage = { content: SOME_TEXT }

describe('the document', () => {
  test('checksum, title and pages; the bytes stay as they were', async () => {
    const bytes = rawPdf({ pages: [textPage, { content: '' }], title: '  Fokus Altenrode ' })
    const copy = bytes.slice()
    const seen: (readonly [number, number])[] = []
    const source = await readPdf(bytes, { onPage: (done, total) => seen.push([done, total]) })
    expect(source).toMatchObject({ kind: 'pdf', title: 'Fokus Altenrode', outline: [], notices: [] })
    expect(source.sha256).toBe(createHash('sha256').update(copy).digest('hex'))
    expect(source.pages.map(({ number, items }) => [number, items.length])).toEqual([
      [1, 1],
      [2, 0],
    ])
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(Buffer.from(bytes).equals(copy)).toBe(true)
  })

  test('no title is null', async () => {
    const { title } = await readRaw({ pages: [textPage] })
    expect(title).toBeNull()
  })

  test('the signature may stand a little into the file', async () => {
    const bytes = Buffer.concat([Buffer.from('\n\n'), rawPdf({ pages: [textPage] })])
    const { pages } = await readPdf(bytes)
    expect(pages).toHaveLength(1)
  })

  test('bookmarks with their pages', async () => {
    const objects = [
      '<< /Type /Outlines /First 11 0 R /Last 12 0 R /Count 2 >>',
      '<< /Title (Anfang) /Parent 10 0 R /Next 12 0 R /Dest [100 0 R /Fit] >>',
      '<< /Title (Teil) /Parent 10 0 R /Prev 11 0 R /First 13 0 R /Last 13 0 R /Count 1 >>',
      '<< /Title (Unterteil) /Parent 12 0 R /Dest [102 0 R /Fit] >>',
    ]
    const { outline } = await readRaw({ pages: [textPage, textPage], objects, catalogue: '/Outlines 10 0 R' })
    expect(outline).toEqual([
      { title: 'Anfang', page: 1, children: [] },
      { title: 'Teil', page: null, children: [{ title: 'Unterteil', page: 2, children: [] }] },
    ])
  })

  test('marked content of a tagged document meets its structure tree', async () => {
    const objects = [
      '<< /Type /StructTreeRoot /K 11 0 R /ParentTree 13 0 R >>',
      '<< /Type /StructElem /S /Document /P 10 0 R /K [12 0 R] >>',
      '<< /Type /StructElem /S /H1 /P 11 0 R /Pg 100 0 R /K 0 >>',
      '<< /Nums [0 [12 0 R]] >>',
    ]
    const content = `/H1 << /MCID 0 >> BDC BT /F1 10 Tf 50 100 Td (Hafen) Tj ET EMC
      /Artifact BMC BT /F1 10 Tf 50 20 Td (Seite) Tj ET EMC`
    const catalogue = '/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R'
    const { items, structure } = await readOnePage({ content, entries: '/StructParents 0' }, { objects, catalogue })
    const id = items[0]?.markedContent
    expect(items.map(({ text, markedContent }) => [text, markedContent])).toEqual([
      ['Hafen', 'p100R_mc0'],
      ['Seite', null],
    ])
    expect(structure).toEqual({
      role: 'Root',
      children: [{ role: 'Document', children: [{ role: 'H1', children: [{ markedContent: id }] }] }],
    })
  })

  test('marked content of an untagged document counts for nothing', async () => {
    const content = '/P << /MCID 0 >> BDC BT /F1 10 Tf 50 100 Td (Hafen) Tj ET EMC'
    const { items, structure } = await readOnePage({ content })
    expect(items[0]?.markedContent).toBeNull()
    expect(structure).toBeNull()
  })
})

describe('links', () => {
  const target = 'https://www.altenrode.example/Pfad'

  test('box as displayed and target as in the file', async () => {
    const { links } = await readOnePage({ ...textPage, annotations: [linkTo(target, '50 100 150 112')] })
    expect(links).toEqual([{ target, box: { x0: 50, y0: 188, x1: 150, y1: 200 }, listedAt: null }])
  })

  test('turned with the page', async () => {
    const { links } = await readOnePage({ ...textPage, rotate: 90, annotations: [linkTo(target, '50 100 150 112')] })
    expect(links).toEqual([{ target, box: { x0: 100, y0: 50, x1: 112, y1: 150 }, listedAt: null }])
  })

  test('a link over two lines has a box for each', async () => {
    const quadrilaterals = '/QuadPoints [100 112 150 112 100 100 150 100 50 100 90 100 50 88 90 88]'
    const { links } = await readOnePage({ ...textPage, annotations: [linkTo(target, '50 88 150 112', quadrilaterals)] })
    expect(links.map(({ box }) => box)).toEqual([
      { x0: 100, y0: 188, x1: 150, y1: 200 },
      { x0: 50, y0: 200, x1: 90, y1: 212 },
    ])
  })

  test('addresses PDF.js does not trust are kept, jumps inside the document are not', async () => {
    const jump = '/Type /Annot /Subtype /Link /Rect [50 50 90 60] /Dest [100 0 R /Fit]'
    const annotations = [linkTo('www.altenrode.example', '50 100 150 112'), jump]
    const { links } = await readOnePage({ ...textPage, annotations })
    expect(links.map((link) => link.target)).toEqual(['www.altenrode.example'])
  })
})

describe('what cannot be read', () => {
  test.for([
    ['nothing', new Uint8Array()],
    ['a text', new Uint8Array(Buffer.from('Altenrode\n'.repeat(200)))],
    ['a signature too late', new Uint8Array(Buffer.from(`${' '.repeat(1100)}%PDF-1.7`))],
  ] as const)('%s is not a PDF', async ([, bytes]) => {
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'SourceError', code: 'not-a-pdf' })
  })

  test('a file cut off early is damaged', async () => {
    const bytes = rawPdf({ pages: [textPage] })
    await expect(readPdf(bytes.slice(0, 60))).rejects.toMatchObject({ code: 'damaged' })
  })

  test('an encrypted document asks for its password', async () => {
    const secret = `<${'5A'.repeat(32)}>`
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`
    const bytes = rawPdf({ pages: [textPage], trailer })
    await expect(readPdf(bytes)).rejects.toMatchObject({ code: 'encrypted' })
    await expect(readPdf(bytes, { password: 'Hafen' })).rejects.toMatchObject({ code: 'wrong-password' })
  })

  test('a document without pages', async () => {
    await expect(readRaw({ pages: [] })).rejects.toMatchObject({ code: 'no-pages' })
  })

  test('a document without text names OCR', async () => {
    const reading = readRaw({ pages: [{ content: '50 50 100 100 re f' }, { content: 'BT /F1 10 Tf ( ) Tj ET' }] })
    await expect(reading).rejects.toMatchObject({ code: 'no-text', hint: expect.stringContaining('OCR') as string })
  })

  test('a page that cannot be read is a notice and the others stay', async () => {
    const objects = ['<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [ 999 0 R ] >>']
    const linked = { ...textPage, annotations: [linkTo('https://www.altenrode.example/', '50 100 150 112')] }
    const bytes = Buffer.from(rawPdf({ pages: [textPage, textPage, linked], objects })).toString('latin1')
    const broken = Buffer.from(bytes.replace('/Kids [100 0 R 102 0 R', '/Kids [100 0 R  10 0 R'), 'latin1')
    const { pages, notices } = await readPdf(broken)
    expect(pages.map(({ number, items }) => [number, items.length])).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ])
    expect(pages[2]?.links).toHaveLength(1)
    expect(notices.filter(({ kind }) => kind !== 'pdf-warning').map(({ kind, page }) => [kind, page])).toEqual([
      ['page-failed', 2],
    ])
  })
})

describe('the console', () => {
  const silent = console.warn
  const damagedPage = { content: `${SOME_TEXT} /Missing Do` }

  test('warnings become notices with their page, of each document its own', async () => {
    const [sound, damaged] = await Promise.all([
      readRaw({ pages: [textPage, textPage] }),
      readRaw({ pages: [textPage, damagedPage] }),
    ])
    expect(sound.notices).toEqual([])
    expect(damaged.notices.map(({ kind, page }) => [kind, page])).toEqual([['pdf-warning', 2]])
    expect(console.warn).toBe(silent)
  })

  test('nothing is left behind after a failure either', async () => {
    const listeners = process.eventNames().map((name) => [name, process.listenerCount(name)])
    await expect(readPdf(rawPdf({ pages: [textPage] }).slice(0, 60))).rejects.toThrow('damaged')
    expect(console.warn).toBe(silent)
    expect(process.eventNames().map((name) => [name, process.listenerCount(name)])).toEqual(listeners)
  })
})
