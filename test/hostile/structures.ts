import { rawPdf, type RawDocument, stream } from '../pdf/raw-pdf.ts'
import type { HostileFile } from './hostile-file.ts'
import { TEXT } from './streams.ts'

const page = { content: TEXT }
const sound = (document: Partial<RawDocument> = {}): Uint8Array => rawPdf({ pages: [page, page], ...document })
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** A sound file with something in it replaced; the places of objects stay where the lengths are equal. */
function altered(from: string | RegExp, to: string, document: Partial<RawDocument> = {}): Uint8Array {
  const before = latin1(sound(document))
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to alter: ${String(from)}`)
  return bytesOf(after)
}

/** `object` in the place of another, the table of places left to be found anew. */
function without(table: Uint8Array): string {
  const text = latin1(table)
  return text.slice(0, text.lastIndexOf('xref\n0'))
}

const claims = (count: string): Uint8Array => altered('/Count 2', `/Count ${count}`)

/** Pages below pages below pages. */
function deepTree(depth: number): Uint8Array {
  const nodes = Array.from({ length: depth }, (_, level) =>
    level === depth - 1
      ? '<< /Type /Pages /Count 1 /Kids [100 0 R] >>'
      : `<< /Type /Pages /Count 1 /Kids [${String(level === 89 ? 0 : 11 + level)} 0 R] >>`,
  )
  return bytesOf(
    latin1(rawPdf({ pages: [page], objects: nodes.slice(0, 88) })).replace('/Kids [100 0 R]', '/Kids [10 0 R]'),
  )
}

const SECRET = `<${'5A'.repeat(32)}>`
const locked = (algorithm: string): Uint8Array =>
  sound({ trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard ${algorithm} /P -4 /O ${SECRET} /U ${SECRET} >>` })

/** Damage and lies in the make-up of the file. */
export const STRUCTURE_FILES: readonly HostileFile[] = [
  { name: 'pages-ten-billion-claimed.pdf', bytes: () => claims('10000000000'), comes: 'told' },
  { name: 'pages-minus-five-claimed.pdf', bytes: () => claims('-5'), comes: 'no-pages' },
  { name: 'pages-none-claimed.pdf', bytes: () => claims('0'), comes: 'no-pages' },
  { name: 'pages-not-a-number.pdf', bytes: () => claims('(zwei)'), comes: 'told' },
  { name: 'pages-4000-claimed-2-there.pdf', bytes: () => claims('4000'), comes: 'told' },
  {
    name: 'pages-20000-empty.pdf',
    bytes: () => rawPdf({ pages: Array.from({ length: 20_000 }, () => ({ content: '' })) }),
    comes: 'too-many-pages',
  },
  {
    name: 'pages-4000-empty.pdf',
    bytes: () => rawPdf({ pages: Array.from({ length: 4000 }, () => ({ content: '' })) }),
    comes: 'no-text',
  },
  {
    name: 'pages-in-a-circle.pdf',
    bytes: () => altered('/Kids [100 0 R 102 0 R]', '/Kids [  2 0 R   2 0 R]'),
    comes: 'damaged',
  },
  {
    name: 'pages-one-is-its-parent.pdf',
    bytes: () => altered('/Kids [100 0 R 102 0 R]', '/Kids [100 0 R   2 0 R]'),
    comes: 'told',
  },
  { name: 'pages-90-levels-deep.pdf', bytes: () => deepTree(90), comes: 'damaged' },
  {
    name: 'pages-the-same-2000-times.pdf',
    bytes: () => altered('/Kids [100 0 R 102 0 R] /Count 2', `/Kids [${'100 0 R '.repeat(2000)}] /Count 2000`),
    comes: 'told',
  },
  { name: 'no-catalogue.pdf', bytes: () => altered('/Root 1 0 R', '/Root 9 0 R'), comes: 'damaged' },
  {
    name: 'catalogue-in-a-circle.pdf',
    bytes: () => altered('/Type /Catalog /Pages 2 0 R', '/Type /Catalog /Pages 1 0 R'),
    comes: 'damaged',
  },
  { name: 'cut-after-a-tenth.pdf', bytes: () => sound().slice(0, 150), comes: 'damaged' },
  { name: 'cut-in-the-middle.pdf', bytes: () => sound().slice(0, Math.floor(sound().length / 2)), comes: 'damaged' },
  { name: 'cut-before-the-table.pdf', bytes: () => bytesOf(without(sound())), comes: 'damaged' },
  { name: 'header-alone.pdf', bytes: () => bytesOf('%PDF-1.7\n'), comes: 'damaged' },
  { name: 'nothing-at-all.pdf', bytes: () => new Uint8Array(), comes: 'no-text' },
  { name: 'zeros.pdf', bytes: () => new Uint8Array(100_000), comes: 'not-a-pdf' },
  {
    name: 'header-and-noise.pdf',
    bytes: () =>
      bytesOf(
        `%PDF-1.7\n${Array.from({ length: 100_000 }, (_, n) => String.fromCharCode((n * 7919 + (n >> 3) * 31) % 256)).join('')}`,
      ),
    comes: 'damaged',
  },
  {
    name: 'table-that-names-itself.pdf',
    bytes: () =>
      bytesOf(
        latin1(sound()).replace(
          /trailer\n<< /u,
          `trailer\n<< /Prev ${String(latin1(sound()).lastIndexOf('xref\n0'))} `,
        ),
      ),
    comes: 'told',
  },
  {
    name: 'table-beyond-the-end.pdf',
    bytes: () => altered(/startxref\n\d+/u, 'startxref\n99999999999'),
    comes: 'told',
  },
  { name: 'table-of-a-billion.pdf', bytes: () => altered(/xref\n0 \d+\n/u, 'xref\n0 1000000000\n'), comes: 'told' },
  {
    name: 'table-of-wrong-places.pdf',
    bytes: () => altered(/(?<place>\d{7})\d{3} 00000 n/gu, '$<place>000 00000 n'),
    comes: 'told',
  },
  {
    name: 'object-streams-in-themselves.pdf',
    bytes: () =>
      bytesOf(
        `%PDF-1.7\n1 0 obj\n${stream('/Type /ObjStm /N 2 /First 8 /Extends 1 0 R', '1 0 2 3 << /Type /Catalog /Pages 2 0 R >>')}\nendobj\n5 0 obj\n${stream('/Type /XRef /Size 3 /W [1 1 1] /Root 1 0 R /Index [0 3]', '\x00\x00\x00\x02\x01\x00\x02\x01\x01')}\nendobj\nstartxref\n${String(178)}\n%%EOF`,
      ),
    comes: 'damaged',
  },
  { name: 'lengths-wrong.pdf', bytes: () => altered(/\/Length \d+/gu, '/Length 99999999'), comes: 'told' },
  { name: 'lengths-negative.pdf', bytes: () => altered(/\/Length \d+/gu, '/Length -1'), comes: 'read' },
  { name: 'length-its-own-stream.pdf', bytes: () => altered(/\/Length \d+/gu, '/Length 101 0 R'), comes: 'told' },
  {
    name: 'objects-without-end.pdf',
    bytes: () => bytesOf(latin1(sound()).replaceAll('endobj', '      ')),
    comes: 'read',
  },
  {
    name: 'streams-without-end.pdf',
    bytes: () => bytesOf(latin1(sound()).replaceAll('endstream', '         ')),
    comes: 'no-text',
  },
  {
    name: 'a-million-empty-objects.pdf',
    bytes: () => bytesOf(`${without(sound())}${'9 0 obj\nnull\nendobj\n'.repeat(300_000)}trailer\n<< /Root 1 0 R >>\n`),
    comes: 'told',
  },
  {
    name: 'scanned.pdf',
    bytes: () =>
      rawPdf({
        pages: [{ content: 'q 400 0 0 300 0 0 cm /X Do Q', resources: '/XObject << /X 10 0 R >>' }],
        objects: [
          stream(
            '/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8',
            'x'.repeat(81),
          ),
        ],
      }),
    comes: 'no-text',
  },
  { name: 'locked-for-users.pdf', bytes: () => locked('/V 1 /R 2'), comes: 'encrypted' },
  {
    name: 'locked-128-bits.pdf',
    bytes: () => locked('/V 2 /R 3 /Length 128'),
    comes: 'encrypted',
  },
  { name: 'locked-unknown-way.pdf', bytes: () => locked('/V 99 /R 99'), comes: 'damaged' },
]
