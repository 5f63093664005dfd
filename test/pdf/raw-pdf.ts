/** A page of a hand-made PDF. */
export interface RawPage {
  /** The content stream, as text. The font `/F1` is Helvetica, `/F2` Helvetica-Bold. */
  readonly content: string
  /** `0 0 400 300` unless given. */
  readonly mediaBox?: string
  readonly cropBox?: string
  readonly rotate?: number
  /** Entries of the resource dictionary beside the fonts. */
  readonly resources?: string
  /** Annotation dictionaries, without their brackets. */
  readonly annotations?: readonly string[]
  /** Further entries of the page dictionary. */
  readonly entries?: string
}

export interface RawDocument {
  readonly pages: readonly RawPage[]
  /** Further objects; they get the numbers 10, 11, … */
  readonly objects?: readonly string[]
  readonly title?: string
  /** Further entries of the catalogue. */
  readonly catalogue?: string
}

const FIRST_EXTRA = 10
const FIRST_PAGE = 100

/** A stream object. */
export function stream(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`
}

/** Link annotation to an address. */
export function linkTo(uri: string, rectangle: string, entries = ''): string {
  return `/Type /Annot /Subtype /Link /Rect [${rectangle}] /Border [0 0 0] /A << /S /URI /URI (${uri}) >> ${entries}`
}

/** Bytes of a PDF with these pages. Characters beyond Latin-1 do not fit. */
export function rawPdf({ pages, objects = [], title, catalogue = '' }: RawDocument): Uint8Array {
  const kids = pages.map((_, index) => `${FIRST_PAGE + 2 * index} 0 R`)
  const numbered = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`],
    [3, font('Helvetica')],
    [4, font('Helvetica-Bold')],
    [5, `<< ${title === undefined ? '' : `/Title (${title})`} >>`],
    ...objects.map((object, index): [number, string] => [FIRST_EXTRA + index, object]),
    ...pages.flatMap((page, index) => pageObjects(page, FIRST_PAGE + 2 * index)),
  ])
  return serialise(numbered)
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
}

function pageObjects(page: RawPage, number: number): readonly [number, string][] {
  const { content, mediaBox = '0 0 400 300', cropBox, rotate = 0, resources = '', annotations = [], entries = '' } = page
  const crop = cropBox === undefined ? '' : `/CropBox [${cropBox}]`
  const links = annotations.map((annotation) => `<< ${annotation} >>`).join(' ')
  return [
    [
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] ${crop} /Rotate ${rotate} /Contents ${number + 1} 0 R
/Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${resources} >> /Annots [${links}] ${entries} >>`,
    ],
    [number + 1, stream('', content)],
  ]
}

function serialise(objects: ReadonlyMap<number, string>): Uint8Array {
  const offsets = new Map<number, number>()
  let file = '%PDF-1.7\n'
  for (const [number, object] of objects) {
    offsets.set(number, file.length)
    file += `${number} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(...objects.keys()) + 1
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(`${file}xref\n0 ${size}\n${entries.join('')}${trailer}`, 'latin1'))
}
