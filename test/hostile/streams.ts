import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { rawPdf, type RawPage, stream } from '../pdf/raw-pdf.ts'
import type { HostileFile } from './hostile-file.ts'

/** Text that opens, `%` and a name after it: what the reader has to keep of a page that is otherwise hostile. */
export const TEXT = 'BT /F1 10 Tf 20 20 Td (Altenrode am See) Tj ET'

const MEGABYTE = 1 << 20

/** Deflated zeros, or blanks: a block of them over and over. */
function bomb(megabytes: number, byte = 0x20): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * MEGABYTE, byte), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const blocks = Array.from({ length: Math.ceil(megabytes / 16) }, () => block)
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...blocks, Buffer.from([0x03, 0x00, 0, 0, 0, 0])])
}

/** A stream whose data are bytes. */
export function packed(entries: string, data: Buffer): string {
  return stream(entries, data.toString('latin1'))
}

const twice = (megabytes: number, byte?: number): string =>
  packed('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb(megabytes, byte), { level: 9 }))

/** A page whose content is further objects: the first of them, number 10. */
function throughContents(objects: readonly string[], contents = '10 0 R'): Uint8Array {
  return retargeted({ content: TEXT }, objects, contents)
}

function retargeted(page: RawPage, objects: readonly string[], contents: string): Uint8Array {
  const text = Buffer.from(rawPdf({ pages: [page], objects })).toString('latin1')
  return Buffer.from(text.replace('/Contents 101 0 R', `/Contents ${contents}`), 'latin1')
}

const form = (content: string, resources = '', entries = ''): string =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << ${resources} >> ${entries}`, content)

/** Each form draws the next twice. */
const doubling = (levels: number): readonly string[] =>
  Array.from({ length: levels }, (_, level) =>
    level === levels - 1 ? form('0 0 1 1 re f') : form('/X Do /X Do', `/XObject << /X ${String(11 + level)} 0 R >>`),
  )

const drawsForm = { content: `${TEXT} /X Do`, resources: '/XObject << /X 10 0 R >>' }
const withForm = (...objects: readonly string[]): Uint8Array => rawPdf({ pages: [drawsForm], objects })
const onePage = (page: RawPage, objects: readonly string[] = []): Uint8Array => rawPdf({ pages: [page], objects })
const image = (entries: string, data = 'x'): string => stream(`/Type /XObject /Subtype /Image ${entries}`, data)
const gray = '/ColorSpace /DeviceGray /BitsPerComponent 8'
const font = (entries: string) => ({ content: 'BT /FX 10 Tf 20 20 Td (Altenrode) Tj ET', fonts: `/FX ${entries}` })

/** Bombs, loops and damage in content streams and what they use. */
export const STREAM_FILES: readonly HostileFile[] = [
  { name: 'bomb-1-gib-twice-deflated.pdf', bytes: () => throughContents([twice(1024)]), comes: 'limited' },
  {
    name: 'bomb-in-200-streams.pdf',
    bytes: () => throughContents([packed('/Filter /FlateDecode', bomb(16))], `[${'10 0 R '.repeat(200)}]`),
    comes: 'limited',
  },
  {
    name: 'bomb-of-operators.pdf',
    bytes: () =>
      throughContents([packed('/Filter /FlateDecode', deflateSync(Buffer.from('0 0 1 1 re f\n'.repeat(3_000_000))))]),
    comes: 'limited',
  },
  {
    name: 'bomb-of-text.pdf',
    bytes: () =>
      throughContents([
        packed(
          '/Filter /FlateDecode',
          deflateSync(Buffer.from(`BT /F1 10 Tf 20 20 Td ${'(Altenrode am See, ) Tj 0 1 Td\n'.repeat(400_000)} ET`)),
        ),
      ]),
    comes: 'limited',
  },
  {
    name: 'bomb-run-length.pdf',
    bytes: () => throughContents([stream('/Filter /RunLengthDecode', '\x81 '.repeat(4_000_000))]),
    comes: 'limited',
  },
  {
    name: 'filters-500-deep.pdf',
    bytes: () => throughContents([stream(`/Filter [${'/ASCIIHexDecode '.repeat(500)}]`, '20>')]),
    comes: 'no-text',
  },
  { name: 'forms-doubling-30-times.pdf', bytes: () => withForm(...doubling(30)), comes: 'limited' },
  {
    name: 'form-that-draws-itself.pdf',
    bytes: () => withForm(form('/X Do', '/XObject << /X 10 0 R >>')),
    comes: 'told',
  },
  {
    name: 'forms-in-a-circle.pdf',
    bytes: () =>
      withForm(
        form('/X Do /X Do', '/XObject << /X 11 0 R >>'),
        form('/X Do /X Do', '/XObject << /X 12 0 R >>'),
        form('/X Do /X Do', '/XObject << /X 10 0 R >>'),
      ),
    comes: 'told',
  },
  { name: 'contents-in-a-circle.pdf', bytes: () => throughContents(['[10 0 R 10 0 R]']), comes: 'no-text' },
  {
    name: 'states-saved-for-ever.pdf',
    bytes: () => onePage({ content: `${'q '.repeat(2_000_000)} ${TEXT}` }),
    comes: 'read',
  },
  {
    name: 'marked-contents-unclosed.pdf',
    bytes: () => onePage({ content: `${'/P BMC '.repeat(500_000)} ${TEXT}` }),
    comes: 'read',
  },
  {
    name: 'arrays-100000-deep.pdf',
    bytes: () => onePage({ content: `${TEXT} ${'['.repeat(100_000)}` }),
    comes: 'told',
  },
  {
    name: 'dictionaries-100000-deep.pdf',
    bytes: () => onePage({ content: TEXT, entries: `/Deep ${'<< /A '.repeat(100_000)}` }),
    comes: 'damaged',
  },
  {
    name: 'inline-image-without-end.pdf',
    bytes: () => onePage({ content: `${TEXT} BI /W 9 /H 9 /BPC 8 /CS /G ID ${'x'.repeat(500_000)}` }),
    comes: 'told',
  },
  {
    name: 'string-without-end.pdf',
    bytes: () => onePage({ content: `${TEXT} BT /F1 9 Tf (${'('.repeat(500_000)}` }),
    comes: 'told',
  },
  {
    name: 'string-of-5-megabytes.pdf',
    bytes: () => onePage({ content: `BT /F1 10 Tf 20 20 Td (${'Auental '.repeat(600_000)}) Tj ET` }),
    comes: 'read',
  },
  {
    name: 'numbers-of-100000-digits.pdf',
    bytes: () => onePage({ content: `${'9'.repeat(100_000)} 0 0 1 0 0 cm ${TEXT}` }),
    comes: 'no-text',
  },
  {
    name: 'geometry-1e308.pdf',
    bytes: () => onePage({ content: `1${'0'.repeat(308)} 0 0 1${'0'.repeat(308)} 0 0 cm ${TEXT} ${TEXT}` }),
    comes: 'no-text',
  },
  {
    name: 'geometry-not-a-number.pdf',
    bytes: () =>
      onePage({
        content: `${TEXT} q 1${'0'.repeat(200)} 0 0 1 0 0 cm -1${'0'.repeat(200)} 0 0 1 1${'0'.repeat(200)} 0 cm ${TEXT} 0 0 9 9 re f Q`,
      }),
    comes: 'told',
  },
  {
    name: 'geometry-of-zero.pdf',
    bytes: () => onePage({ content: `q 0 0 0 0 0 0 cm ${TEXT} Q ${TEXT}` }),
    comes: 'read',
  },
  { name: 'geometry-page-of-no-size.pdf', bytes: () => onePage({ content: TEXT, mediaBox: '0 0 0 0' }), comes: 'told' },
  {
    name: 'geometry-page-of-1e30.pdf',
    bytes: () =>
      onePage({
        content: TEXT,
        mediaBox: `-1${'0'.repeat(30)} -1${'0'.repeat(30)} 1${'0'.repeat(30)} 1${'0'.repeat(30)}`,
      }),
    comes: 'read',
  },
  {
    name: 'geometry-font-of-1e30.pdf',
    bytes: () => onePage({ content: `${TEXT} BT /F1 1${'0'.repeat(30)} Tf (riesig) Tj ET BT /F1 0 Tf (nichts) Tj ET` }),
    comes: 'read',
  },
  {
    name: 'rulings-200000.pdf',
    bytes: () =>
      onePage({
        content: `${TEXT} ${Array.from({ length: 200_000 }, (_, n) => `${n % 400} 0 m ${n % 400} 300 l S`).join('\n')}`,
      }),
    comes: 'read',
  },
  {
    name: 'underlines-under-20000-words.pdf',
    bytes: () =>
      onePage({
        content: Array.from(
          { length: 20_000 },
          (_, n) =>
            `BT /F1 2 Tf ${(n * 7) % 390} ${n % 299} Td (Au) Tj ET ${(n * 7) % 390} ${n % 299} m ${((n * 7) % 390) + 3} ${n % 299} l S`,
        ).join('\n'),
      }),
    comes: 'read',
  },
  {
    name: 'words-50000-on-one-place.pdf',
    bytes: () =>
      onePage({ content: `BT /F1 10 Tf 20 20 Td ${'(Altenrode) Tj -9999 0 Td 9999 0 Td '.repeat(50_000)} ET` }),
    comes: 'read',
  },
  {
    name: 'fonts-of-50000-sizes.pdf',
    bytes: () =>
      onePage({
        content: `BT 20 20 Td ${Array.from({ length: 50_000 }, (_, n) => `/F1 ${n / 1000} Tf (a) Tj`).join('\n')} ET`,
      }),
    comes: 'read',
  },
  {
    name: 'image-100000-by-100000.pdf',
    bytes: () => withForm(image(`/Width 100000 /Height 100000 ${gray}`)),
    comes: 'read',
  },
  {
    name: 'image-bomb.pdf',
    bytes: () =>
      withForm(
        image(
          `/Width 30000 /Height 30000 ${gray} /Filter [/FlateDecode /FlateDecode]`,
          deflateSync(bomb(1024)).toString('latin1'),
        ),
      ),
    comes: 'read',
  },
  {
    name: 'image-mask-of-itself.pdf',
    bytes: () => withForm(image(`/Width 9 /Height 9 ${gray} /SMask 10 0 R /Mask 10 0 R`)),
    comes: 'read',
  },
  {
    name: 'images-20000.pdf',
    bytes: () =>
      onePage(
        {
          ...drawsForm,
          content: `${TEXT} ${Array.from({ length: 20_000 }, (_, n) => `q 9 0 0 9 ${n % 391} ${n % 290} cm /X Do Q`).join('\n')}`,
        },
        [image(`/Width 9 /Height 9 ${gray}`, 'x'.repeat(81))],
      ),
    comes: 'read',
  },
  {
    name: 'font-program-of-noise.pdf',
    bytes: () =>
      onePage(font('10 0 R'), [
        '<< /Type /Font /Subtype /TrueType /BaseFont /Noise /FirstChar 0 /LastChar 255 /Widths [] /FontDescriptor 11 0 R >>',
        '<< /Type /FontDescriptor /FontName /Noise /Flags 4 /FontFile2 12 0 R >>',
        stream('', 'noise'.repeat(2000)),
      ]),
    comes: 'told',
  },
  { name: 'font-not-there.pdf', bytes: () => onePage(font('999 0 R')), comes: 'told' },
  {
    name: 'font-its-own-descendant.pdf',
    bytes: () =>
      onePage(font('10 0 R'), [
        '<< /Type /Font /Subtype /Type0 /BaseFont /Loop /Encoding /Identity-H /DescendantFonts [10 0 R] >>',
      ]),
    comes: 'read',
  },
  {
    name: 'font-type-3-that-draws-itself.pdf',
    bytes: () =>
      onePage(font('10 0 R'), [
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 11 0 R >> /Resources << /Font << /FX 10 0 R >> >> >>',
        stream('', '9 0 d0 BT /FX 1 Tf (A) Tj ET'),
      ]),
    comes: 'told',
  },
  {
    name: 'character-map-of-10-million.pdf',
    bytes: () =>
      onePage(font('10 0 R'), [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R >>',
        stream(
          '',
          `begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 3 beginbfrange <00000000> <00FFFFFF> <0041> <01000000> <01FFFFFF> <0041> <41> <41> <0041> endbfrange endcmap`,
        ),
      ]),
    comes: 'told',
  },
  {
    name: 'control-characters.pdf',
    bytes: () =>
      onePage(font('10 0 R'), [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 11 0 R >>',
        stream(
          '',
          'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <41> <0000> <6C> <001B> <74> <202E> endbfchar endcmap',
        ),
      ]),
    comes: 'told',
  },
  {
    name: 'lone-surrogates.pdf',
    bytes: () =>
      onePage(font('10 0 R'), [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 11 0 R >>',
        stream(
          '',
          'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <D800> <6C> <DC00> endbfchar endcmap',
        ),
      ]),
    comes: 'read',
  },
]
