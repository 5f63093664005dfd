import { linkTo, rawPdf, type RawDocument, stream } from '../pdf/raw-pdf.ts'
import type { HostileFile } from './hostile-file.ts'
import { TEXT } from './streams.ts'

const page = { content: TEXT }
const withObjects = (catalogue: string, objects: readonly string[], document: Partial<RawDocument> = {}): Uint8Array =>
  rawPdf({ pages: [page], objects, catalogue, ...document })

/** Objects from 10 000 on, beyond those of `rawPdf`, with a table of places that is found anew. */
function withMany(catalogue: string, objects: readonly string[]): Uint8Array {
  const text = Buffer.from(rawPdf({ pages: [page], catalogue })).toString('latin1')
  const more = objects.map((object, index) => `${String(10_000 + index)} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`${text.slice(0, text.lastIndexOf('xref\n0'))}${more}trailer\n<< /Root 1 0 R >>\n`, 'latin1')
}

/** Each bookmark below the one before. */
const nested = (depth: number): readonly string[] => [
  '<< /Type /Outlines /First 10001 0 R /Last 10001 0 R >>',
  ...Array.from(
    { length: depth },
    (_, level) => `<< /Title (Teil) /Parent ${String(10_000 + level)} 0 R /First ${String(10_002 + level)} 0 R >>`,
  ),
]

const TAGGED = '/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R'
const elements = (count: number, entries: (index: number) => string): readonly string[] => [
  '<< /Type /StructTreeRoot /K 10001 0 R /ParentTree << /Nums [0 [10001 0 R]] >> >>',
  ...Array.from({ length: count }, (_, index) => `<< /Type /StructElem /S /P ${entries(index)} >>`),
]

/** Bombs and loops in what the text can do without. */
export const EXTRA_FILES: readonly HostileFile[] = [
  { name: 'outline-50000-deep.pdf', bytes: () => withMany('/Outlines 10000 0 R', nested(50_000)), comes: 'told' },
  {
    name: 'outline-in-a-circle.pdf',
    bytes: () =>
      withObjects('/Outlines 10 0 R', [
        '<< /First 11 0 R /Last 11 0 R >>',
        '<< /Title (Teil) /Parent 10 0 R /Next 11 0 R /First 11 0 R >>',
      ]),
    comes: 'read',
  },
  {
    name: 'outline-of-200000.pdf',
    bytes: () =>
      withMany('/Outlines 10000 0 R', [
        '<< /First 10001 0 R >>',
        ...Array.from(
          { length: 200_000 },
          (_, n) => `<< /Title (Teil ${n}) /Parent 10000 0 R /Next ${10_002 + n} 0 R >>`,
        ),
      ]),
    comes: 'told',
  },
  {
    name: 'outline-titles-of-a-megabyte.pdf',
    bytes: () =>
      withObjects('/Outlines 10 0 R', [
        '<< /First 11 0 R /Last 11 0 R >>',
        `<< /Title (${'Teil '.repeat(200_000)}) /Parent 10 0 R >>`,
      ]),
    comes: 'limited',
  },
  {
    name: 'names-in-a-circle.pdf',
    bytes: () =>
      withObjects('/Outlines 10 0 R /Names << /Dests 12 0 R >>', [
        '<< /First 11 0 R /Last 11 0 R >>',
        '<< /Title (Teil) /Parent 10 0 R /Dest (da) >>',
        '<< /Kids [12 0 R 12 0 R] /Limits [(a) (z)] >>',
      ]),
    comes: 'told',
  },
  {
    name: 'structure-in-a-circle.pdf',
    bytes: () =>
      withObjects(
        TAGGED,
        [
          '<< /Type /StructTreeRoot /K 11 0 R /ParentTree 12 0 R >>',
          '<< /Type /StructElem /S /P /P 11 0 R /K [11 0 R 11 0 R] /Pg 100 0 R >>',
          '<< /Kids [12 0 R] /Nums [0 [11 0 R]] >>',
        ],
        { pages: [{ ...page, entries: '/StructParents 0' }] },
      ),
    comes: 'told',
  },
  {
    name: 'structure-50000-deep.pdf',
    bytes: () =>
      withMany(
        TAGGED.replace('10 0 R', '10000 0 R'),
        elements(50_000, (n) => `/P ${10_000 + n} 0 R /K ${10_002 + n} 0 R /Pg 100 0 R`),
      ),
    comes: 'told',
  },
  {
    name: 'structure-of-100000.pdf',
    bytes: () =>
      withMany(
        TAGGED.replace('10 0 R', '10000 0 R'),
        elements(100_000, () => '/P 10000 0 R /K 0 /Pg 100 0 R'),
      ),
    comes: 'told',
  },
  {
    name: 'links-100000.pdf',
    bytes: () =>
      rawPdf({
        pages: [
          {
            ...page,
            annotations: Array.from({ length: 100_000 }, (_, n) =>
              linkTo(`https://www.altenrode.example/${n}`, `${n % 390} 100 ${(n % 390) + 9} 112`),
            ),
          },
        ],
      }),
    comes: 'read',
  },
  {
    name: 'links-one-array-a-million-times.pdf',
    bytes: () =>
      rawPdf({
        pages: [{ ...page, annotations: [], entries: `/Annots [${'10 0 R '.repeat(1_000_000)}]` }],
        objects: [`<< ${linkTo('https://www.altenrode.example/', '9 9 19 19')} >>`],
      }),
    comes: 'told',
  },
  {
    name: 'links-to-themselves.pdf',
    bytes: () =>
      rawPdf({
        pages: [{ ...page, entries: '/Annots 10 0 R' }],
        objects: [
          '[10 0 R 11 0 R]',
          '<< /Type /Annot /Subtype /Link /Rect [1 1 9 9] /Parent 11 0 R /A 11 0 R /Next 11 0 R >>',
        ],
      }),
    comes: 'told',
  },
  {
    name: 'link-corners-100000.pdf',
    bytes: () =>
      rawPdf({
        pages: [
          {
            ...page,
            annotations: [
              linkTo(
                'https://www.altenrode.example/',
                '9 9 19 19',
                `/QuadPoints [${'1 2 3 4 5 6 7 8 '.repeat(100_000)}]`,
              ),
            ],
          },
        ],
      }),
    comes: 'read',
  },
  {
    name: 'link-not-a-number.pdf',
    bytes: () =>
      rawPdf({
        pages: [
          {
            ...page,
            annotations: [linkTo('https://www.altenrode.example/', `1${'0'.repeat(400)} -1${'0'.repeat(400)} 9 9`)],
          },
        ],
      }),
    comes: 'read',
  },
  {
    name: 'title-of-control-characters.pdf',
    bytes: () => rawPdf({ pages: [page], title: '\x1b]0;Titel\x07\x1b[2J 2031' }),
    comes: 'read',
  },
  {
    name: 'metadata-bomb.pdf',
    bytes: () =>
      withObjects('/Metadata 10 0 R', [
        stream(
          '/Type /Metadata /Subtype /XML',
          `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><x>${'<y>'.repeat(100_000)}&c;</x>`,
        ),
      ]),
    comes: 'read',
  },
  {
    name: 'runs-a-program.pdf',
    bytes: () =>
      withObjects(
        '/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >>',
        [],
      ),
    comes: 'read',
  },
]
